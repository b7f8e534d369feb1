/* Conditions and loops.
 *
 * A condition is lowered for its two ways out, not for its value: where it holds, code goes on in
 * the current block; where it does not, emit_else leaves all scopes up to the `if`. Temporaries of
 * plain conditions die before the branch is entered; those of `let` conditions belong to the whole
 * statement (edition 2021). */
#include "litmus/rust/lower.h"

/* ---- conditions */

static void cond_value(Lower *l, Thir *e) {
  LocalId t = NO_LOCAL;
  Operand op;
  if (is_plain_read(l, e)) {
    op = operand_copy(lower_place(l, e), e->span);
  } else {
    t = local_internal(l, e->ty, e->span);
    u32 outer = scope_enter_terminating(l);
    lower_into(l, e, place_local(l, t));
    scope_leave_terminating(l, outer, e->span);
    op = operand_move(place_local(l, t), e->span);
  }
  BlockId yes = block_new(l), no = block_new(l);
  emit_branch(l, op, yes, no, e->span);
  block_start(l, no);
  emit_else(l, e->span);
  block_start(l, yes);
}

static void cond_let(Lower *l, Thir *e) {
  u32 vars = vec_last(&l->elses).vars_scope;
  Place p = lower_place(l, e->a);
  emit_place_mention(l, p, e->a->span);
  declare_vars(l, e->pat);
  BlockId failed = lower_pattern(l, p, e->pat, vars);
  BlockId matched = l->block;
  block_start(l, failed);
  emit_else(l, e->span);
  block_start(l, matched);
}

/* Lowers e so that its failure arrives in a block of its own; returns that block. */
static BlockId cond_caught(Lower *l, Thir *e) {
  BlockId failed = block_new(l);
  u32 scope = scope_push(l);
  vec_push(&l->elses, ((ElseTarget){.depth = scope, .vars_scope = scope, .block = failed}));
  lower_cond(l, e);
  (void)vec_pop(&l->elses);
  scope_pop(l, e->span);
  return failed;
}

void lower_cond(Lower *l, Thir *e) {
  switch (e->kind) {
  case THIR_AND:
    lower_cond(l, e->a);
    lower_cond(l, e->b);
    return;
  case THIR_OR: {
    BlockId failed = cond_caught(l, e->a), holds = block_new(l);
    emit_goto(l, holds, e->span);
    block_start(l, failed);
    lower_cond(l, e->b);
    emit_goto(l, holds, e->span);
    block_start(l, holds);
    return;
  }
  case THIR_LET: cond_let(l, e); return;
  case THIR_UNARY:
    if (e->unop == UN_NOT) {
      BlockId failed = cond_caught(l, e->a);
      emit_else(l, e->span);
      block_start(l, failed);
      return;
    }
    /* fall through */
  default: cond_value(l, e);
  }
}

/* ---- if */

/* A branch or loop body: its temporaries die with it. */
static void lower_branch(Lower *l, Thir *e, Place dest) {
  u32 outer = scope_enter_terminating(l);
  lower_into(l, e, dest);
  scope_leave_terminating(l, outer, e->span);
}

void lower_if(Lower *l, Thir *e, Place dest) {
  BlockId otherwise = block_new(l), after = block_new(l);
  u32 scope = scope_push(l); /* of the variables of `let` conditions */
  vec_push(&l->elses, ((ElseTarget){.depth = scope, .vars_scope = scope, .block = otherwise}));
  lower_cond(l, e->a);
  (void)vec_pop(&l->elses);
  lower_branch(l, e->b, dest);
  scope_pop(l, e->span);
  emit_goto(l, after, e->span);
  block_start(l, otherwise);
  if (e->c) lower_branch(l, e->c, dest);
  emit_goto(l, after, e->span);
  block_start(l, after);
}

static void assign_bool(Lower *l, Place dest, bool value, Span span) {
  emit_assign(l, dest, rvalue_use(operand_bits(type_bool(l->tt), value, span)), span);
}

/* a && b: a decides whether b is evaluated, straight into the result. */
static void lower_lazy(Lower *l, Thir *e, Place dest) {
  BlockId after = block_new(l);
  BlockId failed = cond_caught(l, e->a);
  BlockId held = l->block;
  bool is_and = e->kind == THIR_AND;
  block_start(l, is_and ? failed : held);
  assign_bool(l, dest, !is_and, e->span);
  emit_goto(l, after, e->span);
  block_start(l, is_and ? held : failed);
  lower_branch(l, e->b, dest);
  emit_goto(l, after, e->span);
  block_start(l, after);
}

static bool has_let(const Thir *e) {
  while (e->kind == THIR_AND) {
    if (has_let(e->b)) return true;
    e = e->a;
  }
  return e->kind == THIR_LET;
}

void lower_condition_value(Lower *l, Thir *e, Place dest) {
  if (!has_let(e)) {
    lower_lazy(l, e, dest);
    return;
  }
  BlockId failed = cond_caught(l, e), after = block_new(l);
  assign_bool(l, dest, true, e->span);
  emit_goto(l, after, e->span);
  block_start(l, failed);
  assign_bool(l, dest, false, e->span);
  emit_goto(l, after, e->span);
  block_start(l, after);
}

/* ---- loops */

static Place unit_place(Lower *l, TypeId ty, Span span) {
  return place_local(l, local_internal(l, ty, span));
}

void lower_loop(Lower *l, Thir *e, Place dest) {
  BlockId head = block_new(l), after = block_new(l);
  emit_goto(l, head, e->span);
  block_start(l, head);
  target_push(l, (Target){.label = e->label,
                          .depth = l->scopes.len,
                          .is_loop = true,
                          .on_break = after,
                          .on_continue = head,
                          .dest = dest});
  lower_branch(l, e->a, unit_place(l, e->a->ty, e->span));
  (void)vec_pop(&l->targets);
  emit_goto(l, head, e->span);
  block_start(l, after);
}

/* The state of a range iterator: the next value, the end, and for `..=` whether the end was given
 * out already (there may be no value after it). */
typedef struct RangeLoop {
  Place next, done, item;
  Operand end;
  bool inclusive;
  Span span;
} RangeLoop;

static Place range_temp(Lower *l, TypeId ty, Span span) {
  return place_local(l, local_internal(l, ty, span));
}

static void branch_on(Lower *l, BinOp op, Operand a, Operand b, BlockId yes, BlockId no, Span s) {
  LocalId t = emit_to_internal(l, rvalue_binary(op, type_bool(l->tt), a, b), s);
  emit_branch(l, operand_copy(place_local(l, t), s), yes, no, s);
}

/* item = next; next += 1, without overflow since next < end. */
static void range_step(Lower *l, const RangeLoop *r) {
  TypeId ty = r->next.ty;
  Operand next = operand_copy(r->next, r->span), one = operand_bits(ty, 1, r->span);
  emit_assign(l, r->next, rvalue_binary(BIN_ADD, ty, next, one), r->span);
}

static void range_advance(Lower *l, const RangeLoop *r) {
  Operand next = operand_copy(r->next, r->span);
  emit_assign(l, r->item, rvalue_use(next), r->span);
  if (!r->inclusive) {
    range_step(l, r);
    return;
  }
  BlockId more = block_new(l), last = block_new(l), after = block_new(l);
  branch_on(l, BIN_LT, next, r->end, more, last, r->span);
  block_start(l, more);
  range_step(l, r);
  emit_goto(l, after, r->span);
  block_start(l, last);
  assign_bool(l, r->done, true, r->span);
  emit_goto(l, after, r->span);
  block_start(l, after);
}

/* Goes on in the current block when there is another value. */
static void range_test(Lower *l, const RangeLoop *r, BlockId after) {
  Operand next = operand_copy(r->next, r->span);
  BlockId body = block_new(l);
  if (r->inclusive) {
    BlockId test = block_new(l);
    emit_branch(l, operand_copy(r->done, r->span), after, test, r->span);
    block_start(l, test);
  }
  branch_on(l, r->inclusive ? BIN_LE : BIN_LT, next, r->end, body, after, r->span);
  block_start(l, body);
}

/* The end is evaluated once; a constant needs no place. */
static Operand range_end(Lower *l, Thir *e) {
  if (e->kind == THIR_CONST) return lower_operand(l, e, true);
  Place p = range_temp(l, e->ty, e->span);
  lower_into(l, e, p);
  return operand_copy(p, e->span);
}

void lower_for_range(Lower *l, Thir *e) {
  TypeId ty = e->a->ty;
  if (!type_is_integral(l->tt, ty)) {
    lower_fail(l, DIAG_UNSUPPORTED, e->a->span, "a range of `%s`", type_str_of(l->tt, ty));
    return;
  }
  Span range = span_to(e->a->span, e->b->span);
  RangeLoop r = {.inclusive = e->inclusive, .span = range};
  r.next = range_temp(l, ty, range);
  r.item = range_temp(l, ty, range);
  lower_into(l, e->a, r.next);
  r.end = range_end(l, e->b);
  if (r.inclusive) {
    r.done = range_temp(l, type_bool(l->tt), range);
    assign_bool(l, r.done, false, range);
  }
  BlockId head = block_new(l), after = block_new(l);
  emit_goto(l, head, e->span);
  block_start(l, head);
  range_test(l, &r, after);
  range_advance(l, &r);
  target_push(l, (Target){.label = e->label,
                          .depth = l->scopes.len,
                          .is_loop = true,
                          .on_break = after,
                          .on_continue = head,
                          .dest = unit_place(l, type_unit(l->tt), e->span)});
  u32 scope = scope_push(l);
  declare_vars(l, e->pat);
  lower_irrefutable(l, r.item, e->pat, scope);
  lower_branch(l, e->c, unit_place(l, e->c->ty, e->span));
  scope_pop(l, e->span);
  (void)vec_pop(&l->targets);
  emit_goto(l, head, e->span);
  block_start(l, after);
}
