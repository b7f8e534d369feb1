/* Patterns taken apart. A pattern becomes one or more leaves: the or-patterns are multiplied out,
 * and what is left is a list of questions about places and a list of bindings. Structs, tuples,
 * references and arrays ask nothing themselves; they only say where their parts are. */
#include "litmus/rust/lower.h"

#include <stdlib.h>

enum { LEAVES_MAX = 1024, PAIRS_MAX = 400 };

/* ---- or-patterns */

typedef VEC(const ThirPat *) PatList;

static bool contains_or(const ThirPat *p) {
  if (p->kind == TPAT_OR) return true;
  if ((p->sub && contains_or(p->sub)) || (p->rest && contains_or(p->rest))) return true;
  for (u32 i = 0; i < p->nsubs; i++)
    if (contains_or(p->subs[i])) return true;
  return false;
}

static void expand(Lower *l, const ThirPat *p, PatList *out);

static const ThirPat *with_sub(Lower *l, const ThirPat *p, const ThirPat *sub) {
  ThirPat *q = arena_copy(l->arena, p, sizeof *p);
  q->sub = (ThirPat *)sub;
  return q;
}

static const ThirPat *with_rest(Lower *l, const ThirPat *p, const ThirPat *rest) {
  ThirPat *q = arena_copy(l->arena, p, sizeof *p);
  q->rest = (ThirPat *)rest;
  return q;
}

static const ThirPat *with_nth(Lower *l, const ThirPat *p, u32 n, const ThirPat *nth) {
  ThirPat *q = arena_copy(l->arena, p, sizeof *p);
  q->subs = arena_copy(l->arena, p->subs, p->nsubs * sizeof *p->subs);
  q->subs[n] = (ThirPat *)nth;
  return q;
}

/* Each pattern in `list`, once for every alternative of its part; which = nsubs: sub, nsubs + 1:
 * rest. */
static void multiply(Lower *l, PatList *list, u32 which, const ThirPat *part) {
  if (!part || !contains_or(part)) return;
  PatList alternatives = {0}, product = {0};
  expand(l, part, &alternatives);
  for (u32 i = 0; i < list->len; i++)
    for (u32 j = 0; j < alternatives.len && product.len <= LEAVES_MAX; j++) {
      const ThirPat *p = list->at[i], *alt = alternatives.at[j];
      const ThirPat *q = which < p->nsubs    ? with_nth(l, p, which, alt)
                         : which == p->nsubs ? with_sub(l, p, alt)
                                             : with_rest(l, p, alt);
      vec_push(&product, q);
    }
  vec_free(&alternatives);
  vec_free(list);
  *list = product;
}

static void expand(Lower *l, const ThirPat *p, PatList *out) {
  if (!contains_or(p)) {
    vec_push(out, p);
    return;
  }
  if (p->kind == TPAT_OR) {
    for (u32 i = 0; i < p->nsubs && out->len <= LEAVES_MAX; i++) expand(l, p->subs[i], out);
    return;
  }
  PatList list = {0};
  vec_push(&list, p);
  for (u32 i = 0; i < p->nsubs; i++) multiply(l, &list, i, p->subs[i]);
  multiply(l, &list, p->nsubs, p->sub);
  multiply(l, &list, p->nsubs + 1, p->rest);
  for (u32 i = 0; i < list.len && out->len <= LEAVES_MAX; i++) vec_push(out, list.at[i]);
  vec_free(&list);
}

/* ---- questions and bindings */

static void leaf_add(Lower *l, Leaf *leaf, Place place, const ThirPat *p);

static void add_pair(Lower *l, Leaf *leaf, Place place, const ThirPat *p) {
  if (leaf->pairs.len >= PAIRS_MAX) {
    if (!l->failed) lower_fail(l, DIAG_UNSUPPORTED, p->span, "a pattern with this many parts");
    return;
  }
  vec_push(&leaf->pairs, ((MatchPair){.place = place, .pat = p}));
}

static Place array_element(Lower *l, Place array, u64 index, bool from_end) {
  const Type *t = type_get(l->tt, array.ty);
  if (from_end && t->kind == TY_ARRAY) { /* counted from the start where the length is known */
    index = t->u.array.len - index;
    from_end = false;
  }
  return place_project(
      l, array,
      (Proj){
          .kind = PROJ_CONST_INDEX, .index = index, .from_end = from_end, .ty = t->u.array.elem});
}

static Place array_middle(Lower *l, Place array, u64 from, u64 to) {
  const Type *t = type_get(l->tt, array.ty);
  TypeId elem = t->u.array.elem;
  bool enough = t->kind == TY_ARRAY && from + to <= t->u.array.len;
  TypeId ty = t->kind == TY_ARRAY ? type_array(l->tt, elem, enough ? t->u.array.len - from - to : 0)
                                  : type_slice(l->tt, elem);
  return place_project(l, array, (Proj){.kind = PROJ_SUBSLICE, .index = from, .to = to, .ty = ty});
}

static void add_elements(Lower *l, Leaf *leaf, Place place, const ThirPat *p) {
  u32 nsuffix = p->nsubs - p->nprefix;
  for (u32 i = 0; i < p->nprefix; i++)
    leaf_add(l, leaf, array_element(l, place, i, false), p->subs[i]);
  if (p->rest) leaf_add(l, leaf, array_middle(l, place, p->nprefix, nsuffix), p->rest);
  for (u32 i = 0; i < nsuffix; i++)
    leaf_add(l, leaf, array_element(l, place, nsuffix - i, true), p->subs[p->nprefix + i]);
}

void leaf_add_subpatterns(Lower *l, Leaf *leaf, Place place, const ThirPat *p) {
  if (p->kind == TPAT_SLICE) {
    add_elements(l, leaf, place, p);
    return;
  }
  if (p->kind != TPAT_VARIANT && p->kind != TPAT_FIELDS) return;
  u32 variant = p->kind == TPAT_VARIANT ? p->variant : 0;
  for (u32 i = 0; i < p->nsubs; i++)
    leaf_add(l, leaf, place_field(l, place, variant, p->fields[i]), p->subs[i]);
}

/* No other variant can exist. */
static bool is_only_variant(const Lower *l, TypeId t, u32 variant) {
  const Type *ty = type_get(l->tt, t);
  if (ty->kind != TY_ADT || !ty->u.adt.info) return false;
  const AdtInfo *info = ty->u.adt.info;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (v == variant) continue;
    bool can_exist = true;
    for (u32 f = 0; f < info->variants[v].nfields; f++)
      can_exist &= !type_is_uninhabited(l->tt, info->variants[v].fields[f].ty);
    if (can_exist) return false;
  }
  return true;
}

static void leaf_add(Lower *l, Leaf *leaf, Place place, const ThirPat *p) {
  switch (p->kind) {
  case TPAT_WILD: return;
  case TPAT_BIND: /* in `x @ pattern` the parts are bound first */
    if (p->sub) leaf_add(l, leaf, place, p->sub);
    vec_push(&leaf->bindings, ((Binding){.place = place, .pat = p}));
    return;
  case TPAT_FIELDS: leaf_add_subpatterns(l, leaf, place, p); return;
  case TPAT_DEREF: leaf_add(l, leaf, place_deref(l, place), p->subs[0]); return;
  case TPAT_VARIANT:
    if (is_only_variant(l, place.ty, p->variant))
      leaf_add_subpatterns(l, leaf, place, p);
    else
      add_pair(l, leaf, place, p);
    return;
  case TPAT_SLICE:
    if (type_get(l->tt, place.ty)->kind == TY_ARRAY || (p->has_rest && p->nsubs == 0))
      add_elements(l, leaf, place, p);
    else
      add_pair(l, leaf, place, p);
    return;
  case TPAT_CONST:
  case TPAT_RANGE:
  case TPAT_STR: add_pair(l, leaf, place, p); return;
  case TPAT_OR: return; /* multiplied out before */
  }
}

void leaves_add_pattern(Lower *l, LeafSet *set, Place place, const ThirPat *pat, u32 arm) {
  PatList list = {0};
  expand(l, pat, &list);
  if (list.len > LEAVES_MAX) {
    lower_fail(l, DIAG_UNSUPPORTED, pat->span, "a pattern with this many alternatives");
    list.len = 1;
  }
  for (u32 i = 0; i < list.len; i++) {
    Leaf leaf = {.arm = arm};
    leaf_add(l, &leaf, place, list.at[i]);
    vec_push(&set->leaves, leaf);
  }
  vec_free(&list);
}

void leaves_free(LeafSet *set) {
  for (u32 i = 0; i < set->leaves.len; i++) {
    vec_free(&set->leaves.at[i].pairs);
    vec_free(&set->leaves.at[i].bindings);
  }
  vec_free(&set->leaves);
}

/* ---- variables */

void declare_vars(Lower *l, const ThirPat *p) {
  if (p->kind == TPAT_BIND && p->var < l->body->nvars) {
    const ThirVar *v = &l->body->vars[p->var];
    l->vars[p->var].local = local_new(l, v->ty, v->name, v->span);
    l->vars[p->var].guard_ref = NO_LOCAL;
  }
  if (p->sub) declare_vars(l, p->sub);
  if (p->rest) declare_vars(l, p->rest);
  for (u32 i = 0; i < p->nsubs; i++) declare_vars(l, p->subs[i]);
}

void schedule_vars(Lower *l, const Leaf *leaf, u32 scope) {
  for (u32 i = 0; i < leaf->bindings.len; i++) {
    const ThirPat *p = leaf->bindings.at[i].pat;
    LocalId local = var_local(l, p->var, p->span);
    schedule_storage(l, scope, local);
    schedule_value(l, scope, local);
  }
}

void emit_binding(Lower *l, const Binding *b) {
  const ThirPat *p = b->pat;
  LocalId local = var_local(l, p->var, p->span);
  emit_storage_live(l, local, p->span);
  Place dest = place_local(l, local);
  if (p->mode == BIND_VALUE) {
    emit_assign(l, dest, rvalue_use(operand_take(l, b->place, p->span)), p->span);
    return;
  }
  Rvalue rv = {.kind = RV_REF, .ty = dest.ty, .place = b->place};
  rv.borrow = p->mode == BIND_REF_MUT ? BORROW_MUT : BORROW_SHARED;
  emit_assign(l, dest, rv, p->span);
}
