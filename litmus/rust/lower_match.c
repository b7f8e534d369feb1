/* Match: the decision tree and the arms.
 *
 * The tree is built as rustc does it. Take the first question of the first leaf that is still in
 * play, and sort the leaves after it into the outcomes of that test for as long as each leaf asks
 * about the same place; leaves that come later than one which does not are tried when nothing
 * before them has matched. So the order of arms is kept, no leaf is copied, and the code stays as
 * long as the patterns are. */
#include "litmus/rust/lower.h"

#include <stdlib.h>
#include <string.h>

/* One outcome of a test and the leaves that are still possible there. */
typedef struct Branch {
  u128 value; /* of a switch */
  BlockId block;
  VEC(Leaf *) leaves;
} Branch;

/* What is tested: the discriminant or value of a place (a branch for each value), or whether the
 * first leaf's range, string or length fits (two branches: it does, it does not). */
typedef struct Test {
  Place place;
  const ThirPat *pat;
  VEC(Branch) branches;
} Test;

enum { BRANCH_HOLDS, BRANCH_FAILS };

static bool same_place(const Place *a, const Place *b) {
  if (a->local != b->local || a->nproj != b->nproj) return false;
  for (u32 i = 0; i < a->nproj; i++) {
    const Proj *p = &a->proj[i], *q = &b->proj[i];
    if (p->kind != q->kind || p->variant != q->variant || p->index != q->index || p->to != q->to ||
        p->from_end != q->from_end || p->local != q->local)
      return false;
  }
  return true;
}

/* ---- sorting leaves into outcomes */

static i128 in_order(const Lower *l, TypeId t, u128 bits) {
  /* Numbers compare as the type does; a u128 above i128::MAX is out of the way by its sign. */
  return int_is_signed(l, t) ? u128_sext(bits, int_bits(l, t))
                             : (i128)(bits ^ ((u128)(int_bits(l, t) == 128) << 127));
}

static bool is_disjoint(const Lower *l, const ThirPat *a, const ThirPat *b) {
  u128 a_hi = a->kind == TPAT_CONST ? a->lo : a->hi, b_hi = b->kind == TPAT_CONST ? b->lo : b->hi;
  return in_order(l, a->ty, a_hi) < in_order(l, a->ty, b->lo) ||
         in_order(l, a->ty, b_hi) < in_order(l, a->ty, a->lo);
}

static int find_branch(Test *t, u128 value) {
  for (u32 i = 0; i < t->branches.len; i++)
    if (t->branches.at[i].value == value) return (int)i;
  vec_push(&t->branches, ((Branch){.value = value}));
  return (int)t->branches.len - 1;
}

typedef struct Sorted {
  int branch; /* -1: this test does not decide about the leaf */
  bool done;  /* the question is answered */
} Sorted;

static const Sorted undecided = {-1, false};

static Sorted sort_length(const ThirPat *test, const ThirPat *p) {
  u32 n = test->nsubs, m = p->nsubs;
  Sorted holds = {BRANCH_HOLDS, false}, fails = {BRANCH_FAILS, false};
  if (test->has_rest == p->has_rest && n == m) return (Sorted){BRANCH_HOLDS, true};
  if (!test->has_rest) { /* the length is n */
    if (!p->has_rest || n < m) return fails;
    return undecided;
  }
  if (p->has_rest) return m > n ? holds : undecided; /* the length is at least n */
  return m < n ? fails : holds;
}

static Sorted sort_range(const Lower *l, const ThirPat *test, const ThirPat *p) {
  if (p->kind != TPAT_CONST && p->kind != TPAT_RANGE) return undecided;
  if (p->kind == TPAT_RANGE && p->lo == test->lo && p->hi == test->hi)
    return (Sorted){BRANCH_HOLDS, true};
  if (is_disjoint(l, test, p)) return (Sorted){BRANCH_FAILS, false};
  return undecided;
}

static Sorted sort_pair(const Lower *l, Test *t, const ThirPat *p) {
  switch (t->pat->kind) {
  case TPAT_VARIANT:
    if (p->kind != TPAT_VARIANT) return undecided;
    return (Sorted){find_branch(t, p->variant), true};
  case TPAT_CONST:
    if (p->kind != TPAT_CONST) return undecided;
    return (Sorted){find_branch(t, p->lo), true};
  case TPAT_RANGE: return sort_range(l, t->pat, p);
  case TPAT_STR:
    if (p->kind != TPAT_STR) return undecided;
    if (p->len == t->pat->len && memcmp(p->str, t->pat->str, p->len) == 0)
      return (Sorted){BRANCH_HOLDS, true};
    return (Sorted){BRANCH_FAILS, false};
  case TPAT_SLICE: return p->kind == TPAT_SLICE ? sort_length(t->pat, p) : undecided;
  default: return undecided;
  }
}

/* Answers the leaf's question about the tested place: the branch it belongs to, or -1. */
static int sort_leaf(Lower *l, Test *t, Leaf *leaf) {
  for (u32 i = 0; i < leaf->pairs.len; i++) {
    MatchPair pair = leaf->pairs.at[i];
    if (!same_place(&pair.place, &t->place)) continue;
    Sorted s = sort_pair(l, t, pair.pat);
    if (s.branch < 0 || !s.done) return s.branch;
    memmove(&leaf->pairs.at[i], &leaf->pairs.at[i + 1],
            (leaf->pairs.len - i - 1) * sizeof leaf->pairs.at[0]);
    leaf->pairs.len--;
    leaf_add_subpatterns(l, leaf, pair.place, pair.pat);
    return s.branch;
  }
  return -1;
}

/* ---- the tests themselves */

static Operand discriminant(Lower *l, Place p, Span span) {
  TypeId ty = type_discriminant(l->tt, p.ty);
  lower_layout(l, ty, span);
  LocalId t = emit_to_internal(l, (Rvalue){.kind = RV_DISCRIMINANT, .ty = ty, .place = p}, span);
  return operand_copy(place_local(l, t), span);
}

static void emit_switch_test(Lower *l, Test *t, BlockId otherwise, Span span) {
  u32 n = t->branches.len;
  u128 *values = arena_array(l->arena, u128, n + 1);
  BlockId *blocks = arena_array(l->arena, BlockId, n + 1);
  bool is_enum = t->pat->kind == TPAT_VARIANT;
  Operand op = is_enum ? discriminant(l, t->place, span) : operand_copy(t->place, span);
  const AdtInfo *info = is_enum ? type_get(l->tt, t->place.ty)->u.adt.info : NULL;
  unsigned bits = int_bits(l, operand_type(&op));
  for (u32 i = 0; i < n; i++) {
    u128 v = t->branches.at[i].value;
    values[i] = u128_mask(info ? (u128)info->variants[v].discr : v, bits);
    blocks[i] = t->branches.at[i].block;
  }
  emit_switch(l, op, values, blocks, n, otherwise, span);
}

static void compare_or_else(Lower *l, BinOp op, Operand a, Operand b, BlockId no, Span span) {
  LocalId t = emit_to_internal(l, rvalue_binary(op, type_bool(l->tt), a, b), span);
  BlockId yes = block_new(l);
  emit_branch(l, operand_copy(place_local(l, t), span), yes, no, span);
  block_start(l, yes);
}

static void emit_range_test(Lower *l, Test *t, BlockId no, Span span) {
  Operand x = operand_copy(t->place, span);
  const ThirPat *p = t->pat;
  compare_or_else(l, BIN_LE, operand_bits(t->place.ty, p->lo, span), x, no, span);
  compare_or_else(l, BIN_LE, x, operand_bits(t->place.ty, p->hi, span), no, span);
}

static Operand length(Lower *l, Place p, Span span) {
  Rvalue rv = {.kind = RV_LEN, .ty = type_usize(l->tt), .place = p};
  return operand_copy(place_local(l, emit_to_internal(l, rv, span)), span);
}

static void emit_length_test(Lower *l, Test *t, BlockId no, Span span) {
  Operand n = operand_bits(type_usize(l->tt), t->pat->nsubs, span);
  compare_or_else(l, t->pat->has_rest ? BIN_GE : BIN_EQ, length(l, t->place, span), n, no, span);
}

/* Bytes of a string as `*const u8`. */
static Operand string_bytes(Lower *l, Operand str, Span span) {
  TypeId ty = type_ptr(l->tt, PTR_RAW_CONST, type_int(l->tt, 8, false));
  lower_layout(l, ty, span);
  Rvalue rv = {.kind = RV_CAST, .ty = ty, .cast = CAST_PTR, .a = str};
  return operand_copy(place_local(l, emit_to_internal(l, rv, span)), span);
}

/* The same length, then the same bytes. */
static void emit_string_test(Lower *l, Test *t, BlockId no, Span span) {
  TypeId usize = type_usize(l->tt), i32_ty = type_int(l->tt, 32, true);
  Operand len = operand_bits(usize, t->pat->len, span);
  compare_or_else(l, BIN_EQ, length(l, place_deref(l, t->place), span), len, no, span);
  Operand literal = {
      .kind = OPERAND_CONST,
      .konst = {.kind = CONST_STR, .ty = t->place.ty, .str = t->pat->str, .len = t->pat->len},
      .span = span};
  Operand *args = arena_array(l->arena, Operand, 3);
  args[0] = string_bytes(l, operand_copy(t->place, span), span);
  args[1] = string_bytes(l, literal, span);
  args[2] = len;
  Place order = place_local(l, local_internal(l, i32_ty, span));
  terminate_and_go_on(l, (Terminator){.kind = TERMINATOR_INTRINSIC,
                                      .span = span,
                                      .intrinsic = INTR_COMPARE_BYTES,
                                      .place = order,
                                      .nargs = 3,
                                      .args = args});
  Operand zero = operand_bits(i32_ty, 0, span);
  compare_or_else(l, BIN_EQ, operand_copy(order, span), zero, no, span);
}

static void emit_two_way_test(Lower *l, Test *t, Span span) {
  BlockId no = t->branches.at[BRANCH_FAILS].block;
  switch (t->pat->kind) {
  case TPAT_RANGE: emit_range_test(l, t, no, span); break;
  case TPAT_STR: emit_string_test(l, t, no, span); break;
  default: emit_length_test(l, t, no, span); break;
  }
  emit_goto(l, t->branches.at[BRANCH_HOLDS].block, span);
}

/* ---- the tree */

static bool is_switch(const ThirPat *p) { return p->kind == TPAT_VARIANT || p->kind == TPAT_CONST; }

static BlockId tests(Lower *l, Leaf **leaves, u32 n, BlockId start, Span span);

/* Performs the first leaf's first test; returns how many leaves it has decided about, and in *start
 * the block where the others are tried. */
static u32 one_test(Lower *l, Leaf **leaves, u32 n, BlockId *start, Span span) {
  MatchPair first = leaves[0]->pairs.at[0];
  Test t = {.place = first.place, .pat = first.pat};
  bool multi = is_switch(first.pat);
  for (int i = 0; i < 2 && !multi; i++) vec_push(&t.branches, ((Branch){.value = (u128)i}));
  u32 decided = 0;
  for (; decided < n; decided++) {
    int branch = sort_leaf(l, &t, leaves[decided]);
    if (branch < 0) break;
    vec_push(&t.branches.at[branch].leaves, leaves[decided]);
  }
  BlockId remainder = block_new(l);
  for (u32 i = 0; i < t.branches.len; i++) {
    Branch *b = &t.branches.at[i];
    b->block = b->leaves.len ? block_new(l) : remainder;
    if (!b->leaves.len) continue;
    BlockId none = tests(l, b->leaves.at, b->leaves.len, b->block, span);
    block_start(l, none);
    emit_goto(l, remainder, span);
    vec_free(&b->leaves);
  }
  block_start(l, *start);
  if (multi)
    emit_switch_test(l, &t, remainder, span);
  else
    emit_two_way_test(l, &t, span);
  vec_free(&t.branches);
  *start = remainder;
  return decided;
}

/* Returns the block where none of the leaves has matched. */
static BlockId tests(Lower *l, Leaf **leaves, u32 n, BlockId start, Span span) {
  while (n) {
    u32 decided = 1;
    if (leaves[0]->pairs.len) {
      decided = one_test(l, leaves, n, &start, span);
    } else {
      leaves[0]->block = start;
      start = block_new(l); /* without a guard nothing leads there */
      leaves[0]->otherwise = start;
    }
    leaves += decided;
    n -= decided;
  }
  return start;
}

BlockId lower_tests(Lower *l, LeafSet *set, Span span) {
  VEC(Leaf *) leaves = {0};
  for (u32 i = 0; i < set->leaves.len; i++) vec_push(&leaves, &set->leaves.at[i]);
  BlockId start = block_new(l);
  emit_goto(l, start, span);
  BlockId none = tests(l, leaves.at, leaves.len, start, span);
  vec_free(&leaves);
  return none;
}

/* ---- let */

static void emit_bindings(Lower *l, const Leaf *leaf) {
  for (u32 i = 0; i < leaf->bindings.len; i++) emit_binding(l, &leaf->bindings.at[i]);
}

BlockId lower_pattern(Lower *l, Place place, const ThirPat *pat, u32 scope) {
  LeafSet set = {0};
  leaves_add_pattern(l, &set, place, pat, 0);
  BlockId none = lower_tests(l, &set, pat->span);
  BlockId matched = block_new(l);
  for (u32 i = 0; i < set.leaves.len; i++) {
    const Leaf *leaf = &set.leaves.at[i];
    if (i == 0) schedule_vars(l, leaf, scope);
    block_start(l, leaf->block);
    emit_bindings(l, leaf);
    emit_goto(l, matched, pat->span);
  }
  block_start(l, matched);
  leaves_free(&set);
  return none;
}

void lower_irrefutable(Lower *l, Place place, const ThirPat *pat, u32 scope) {
  BlockId none = lower_pattern(l, place, pat, scope), matched = l->block;
  block_start(l, none);
  terminate(l, TERMINATOR_UNREACHABLE, pat->span);
  block_start(l, matched);
}

/* ---- arms */

/* While the guard runs, a variable that would be moved is seen through a shared reference. */
static void bind_for_guard(Lower *l, const Leaf *leaf, u32 scope) {
  for (u32 i = 0; i < leaf->bindings.len; i++) {
    const Binding *b = &leaf->bindings.at[i];
    if (b->pat->mode != BIND_VALUE || b->pat->var >= l->body->nvars) {
      emit_binding(l, b);
      continue;
    }
    TypeId ty = type_ptr(l->tt, PTR_REF, b->place.ty);
    LocalId ref = local_new(l, ty, NULL, b->pat->span);
    emit_storage_live(l, ref, b->pat->span);
    schedule_storage(l, scope, ref);
    Rvalue rv = {.kind = RV_REF, .ty = ty, .place = b->place, .borrow = BORROW_SHARED};
    emit_assign(l, place_local(l, ref), rv, b->pat->span);
    l->vars[b->pat->var].guard_ref = ref;
  }
}

static void bind_after_guard(Lower *l, const Leaf *leaf) {
  for (u32 i = 0; i < leaf->bindings.len; i++) {
    const Binding *b = &leaf->bindings.at[i];
    if (b->pat->mode != BIND_VALUE || b->pat->var >= l->body->nvars) continue;
    l->vars[b->pat->var].guard_ref = NO_LOCAL;
    emit_binding(l, b);
  }
}

static void lower_guard(Lower *l, const Leaf *leaf, Thir *guard, u32 arm_scope) {
  vec_push(&l->elses,
           ((ElseTarget){.depth = arm_scope, .vars_scope = arm_scope, .block = leaf->otherwise}));
  u32 scope = scope_push(l);
  bind_for_guard(l, leaf, scope);
  lower_cond(l, guard);
  scope_pop(l, guard->span);
  (void)vec_pop(&l->elses);
  bind_after_guard(l, leaf);
}

static void lower_arm(Lower *l, const LeafSet *set, u32 n, ThirArm *arm, Place dest) {
  u32 outer = scope_enter_terminating(l), scope = scope_top(l);
  BlockId body = block_new(l);
  bool scheduled = false;
  declare_vars(l, arm->pat);
  for (u32 i = 0; i < set->leaves.len; i++) {
    const Leaf *leaf = &set->leaves.at[i];
    if (leaf->arm != n) continue;
    if (!scheduled) schedule_vars(l, leaf, scope);
    scheduled = true;
    block_start(l, leaf->block);
    if (arm->guard)
      lower_guard(l, leaf, arm->guard, scope);
    else
      emit_bindings(l, leaf);
    emit_goto(l, body, arm->pat->span);
  }
  block_start(l, body);
  lower_into(l, arm->body, dest);
  scope_leave_terminating(l, outer, arm->body->span);
}

void lower_match(Lower *l, Thir *e, Place dest) {
  Place p = lower_place(l, e->a);
  emit_place_mention(l, p, e->a->span);
  LeafSet set = {0};
  for (u32 i = 0; i < e->narms; i++) leaves_add_pattern(l, &set, p, e->arms[i].pat, i);
  BlockId none = lower_tests(l, &set, e->a->span), after = block_new(l);
  for (u32 i = 0; i < e->narms; i++) {
    lower_arm(l, &set, i, &e->arms[i], dest);
    emit_goto(l, after, e->span);
  }
  block_start(l, none);
  terminate(l, TERMINATOR_UNREACHABLE, e->span);
  block_start(l, after);
  leaves_free(&set);
}
