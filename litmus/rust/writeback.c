/* The end of checking a body: what is still open falls back, every type becomes concrete, and what
 * had to wait for types is checked. */
#include "engine/base/float_text.h"
#include "litmus/rust/story.h"
#include "litmus/rust/closure.h"
#include "litmus/rust/dyn.h"

#include <string.h>

/* Without variables, and with what opaque types hide. */
static TypeId settled(Infer *ic, TypeId t) { return type_reveal(ic->f, infer_resolve(ic, t)); }

static void resolve_nodes(Infer *ic) {
  for (u32 i = 0; i < ic->nodes.len; i++) {
    Thir *n = ic->nodes.at[i];
    n->ty = settled(ic, n->ty);
    for (u32 k = 0; k < 2; k++)
      if (n->types[k]) n->types[k] = settled(ic, n->types[k]);
    if (type_mentions_infer(ic->f, n->ty) ||
        (n->types[0] && type_mentions_infer(ic->f, n->types[0])))
      fail(ic, n->span, "type annotations needed: the type `%s` cannot be inferred",
           show(ic, n->types[0] && type_mentions_infer(ic->f, n->types[0]) ? n->types[0] : n->ty));
  }
  for (u32 i = 0; i < ic->locals.len; i++) {
    VarInfo *v = &ic->locals.at[i];
    v->ty = settled(ic, v->ty);
    if (type_mentions_infer(ic->f, v->ty))
      fail(ic, v->span, "type annotations needed for `%s`", show(ic, v->ty));
  }
  for (u32 i = 0; i < ic->pats.len; i++) ic->pats.at[i]->ty = settled(ic, ic->pats.at[i]->ty);
}

static unsigned bit_width(const Type *t) {
  switch (t->kind) {
  case TY_INT: return t->u.integer.bits;
  case TY_FLOAT: return t->u.floating.bits;
  case TY_CHAR: return 32;
  case TY_BOOL: return 8;
  default: return 128;
  }
}

static void finish_nodes(Infer *ic) {
  TypeTable *tt = ic->tt;
  for (u32 i = 0; i < ic->nodes.len; i++) {
    Thir *n = ic->nodes.at[i];
    const Type *t = type_get(tt, n->ty);
    define_type(ic->f, n->ty, n->span);
    switch (n->kind) {
    case THIR_CONST:
      n->konst.ty = n->ty;
      if (t->kind == TY_FLOAT && n->konst.kind == CONST_BITS && n->konst.str) {
        unsigned width = t->u.floating.bits;
        n->konst.bits = float_parse(n->konst.str, width);
        n->konst.str = NULL;
        if (n->konst.bits == float_parse("inf", width))
          fail(ic, n->span, "literal out of range for `%s`", show(ic, n->ty));
      }
      n->konst.bits = u128_mask(n->konst.bits, bit_width(t));
      break;
    case THIR_REPEAT: n->count = t->u.array.len; break;
    case THIR_BLOCK: n->block->ty = n->ty; break;
    case THIR_CAST:
      if (n->cast == CAST_UNSIZE) n->vtable = unsizing_vtable(ic->f, n->a->ty, n->ty, n->span);
      break;
    case THIR_INTRINSIC:
      for (u32 k = 0; k < n->ntypes; k++) define_type(ic->f, n->types[k], n->span);
      break;
    case THIR_UNARY:
      if (n->unop == UN_NEG && t->kind == TY_INT && !t->u.integer.is_signed)
        fail(ic, n->span, "cannot apply unary operator `-` to type `%s`", show(ic, n->ty));
      break;
    default: break;
    }
  }
  for (u32 i = 0; i < ic->locals.len; i++) {
    const VarInfo *v = &ic->locals.at[i];
    define_type(ic->f, v->ty, v->span);
    if (!type_is_sized(tt, v->ty))
      fail(ic, v->span, "the size for values of type `%s` cannot be known at compilation time",
           show(ic, v->ty));
  }
  for (u32 i = 0; i < ic->pats.len; i++) {
    ThirPat *p = ic->pats.at[i];
    define_type(ic->f, p->ty, p->span);
    if (p->kind == TPAT_RANGE) finish_range_pat(ic, p);
    if (p->kind == TPAT_CONST) {
      p->lo = u128_mask(p->lo, bit_width(type_get(tt, p->ty)));
      p->hi = p->lo;
    }
  }
}

/* ---- checks that waited for types */

static void check_literal_range(Infer *ic, const Late *l) {
  const Thir *n = l->node;
  const Type *t = type_get(ic->tt, n->ty);
  if (t->kind != TY_INT) return;
  unsigned bits = t->u.integer.bits;
  bool is_signed = t->u.integer.is_signed;
  if (l->flag && !is_signed)
    fail(ic, n->span, "cannot apply unary operator `-` to type `%s`", show(ic, n->ty));
  u128 magnitude = l->flag ? (u128)0 - n->konst.bits : n->konst.bits;
  u128 max = u128_mask(~(u128)0, bits) >> is_signed;
  if (l->flag && is_signed) max++;
  if (magnitude > max) fail(ic, n->span, "literal out of range for `%s`", show(ic, n->ty));
}

static void check_transmute(Infer *ic, const Late *l) {
  TypeTable *tt = ic->tt;
  TypeId from = l->node->a->ty, to = l->node->ty;
  define_type(ic->f, from, l->node->span);
  if (type_get(tt, from)->kind == TY_NEVER || type_size(tt, from) == type_size(tt, to)) return;
  fail(ic, l->node->span,
       "cannot transmute between types of different sizes, or dependently-sized types: `%s` (%llu "
       "bits) to `%s` (%llu bits)",
       show(ic, from), (unsigned long long)type_size(tt, from) * 8, show(ic, to),
       (unsigned long long)type_size(tt, to) * 8);
}

static void finish_drop(Infer *ic, Thir *call) {
  call->callee = lower_drop_glue(&ic->f->lower, call->types[0]);
}

static void check_copy(Infer *ic, const Late *l) {
  const Thir *n = l->node;
  if (n->count <= 1 || n->a->kind == THIR_CONST_FN || type_is_copy(ic->tt, n->a->ty)) return;
  fail(ic, n->a->span, "the trait bound `%s: Copy` is not satisfied: the value is repeated",
       show(ic, n->a->ty));
}

static void check_match_arms(Infer *ic, const Late *l) {
  const char *missing;
  const Thir *n = l->node;
  if (!patterns_exhaustive(ic->f, n->a->ty, n->arms, n->narms, n->span, &missing))
    fail(ic, n->a->span, "non-exhaustive patterns: `%s` not covered", missing);
}

static void check_irrefutable(Infer *ic, const Late *l) {
  const char *missing;
  ThirArm arm = {.pat = l->pat};
  if (l->flag || patterns_exhaustive(ic->f, l->pat->ty, &arm, 1, l->pat->span, &missing)) return;
  fail(ic, l->pat->span, "refutable pattern in %s: `%s` not covered", l->what, missing);
}

static void finish_closure_pointer(Infer *ic, Thir *n) {
  const Closure *c = closure_of(ic->f, n->types[0]);
  if (c->captures.len)
    fail(ic, n->span,
         "mismatched types: expected `%s`, found a closure that captures `%s`: closures can only "
         "be coerced to `fn` types if they do not capture any variables",
         show(ic, n->ty), name_of(ic->f, ic->locals.at[c->captures.at[0].place.var].name));
  n->konst.fn = closure_fn_pointer(ic->f, n->types[0], n->span);
}

static void run_late(Infer *ic, const Late *l) {
  switch (l->kind) {
  case LATE_TRANSMUTE: check_transmute(ic, l); break;
  case LATE_DROP: finish_drop(ic, l->node); break;
  case LATE_MUTABLE: check_place_mutable(ic, l); break;
  case LATE_ASM: check_asm_types(ic, l->node); break;
  case LATE_COPY: check_copy(ic, l); break;
  case LATE_MATCH: check_match_arms(ic, l); break;
  case LATE_IRREFUTABLE: check_irrefutable(ic, l); break;
  case LATE_FORMAT: check_format_types(ic, l); break;
  case LATE_CLOSURE_POINTER: finish_closure_pointer(ic, l->node); break;
  default: break;
  }
}

/* ---- instances */

static void finish_pending(Infer *ic, const Pending *p) {
  Front *f = ic->f;
  u32 n = p->def->ngens;
  TypeId *args = arena_array(ic->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) {
    args[i] = settled(ic, p->args[i]);
    if (type_mentions_infer(f, args[i]))
      fail(ic, p->node->span,
           "type annotations needed: cannot infer the generic parameter `%s` of `%s`",
           p->def->gens && p->def->gens[i] ? name_of(f, p->def->gens[i]->name) : "T",
           name_of(f, p->def->name));
    define_type(f, args[i], p->node->span);
    if (!p->def->is_prelude && p->def->gens && !type_is_sized(f->tt, args[i]) &&
        !may_be_unsized(p->def, i))
      fail(ic, p->node->span,
           "the size for values of type `%s` cannot be known at compilation time: it is given for "
           "the generic parameter `%s`",
           show(ic, args[i]), name_of(f, p->def->gens[i]->name));
  }
  bool of_trait = p->def->parent && p->def->parent->kind == DEF_TRAIT;
  if (of_trait && p->node->kind == THIR_CALL &&
      dyn_slot(f, p->def, args, n, p->node->span, &p->node->method)) {
    const DynInfo *info = type_get(f->tt, args[0])->u.dyn.info;
    if (type_get(f->tt, info->methods[p->node->method].sig.params[0])->kind == TY_DYN)
      fail(ic, p->node->span,
           "cannot move a value of type `%s`: its size cannot be statically determined",
           info->name);
    p->node->is_virtual = true;
    return;
  }
  FuncId id = request_instance(f, p->def, args, n, p->node->span);
  if (p->node->kind == THIR_CONST)
    p->node->konst.fn = id;
  else
    p->node->callee = id;
  /* A constant is complete before its users: what it borrows is initialised first. */
  if (p->node->kind == THIR_CONST_FN) compile_reachable(f, id, p->node->span);
}

ThirBody *writeback(Infer *ic, Thir *value, ThirPat **params, const TypeId *param_tys,
                    u32 nparams) {
  solve_obligations(ic);
  fn_bounds_solve(ic);
  deferred_solve(ic, false);
  infer_fallback(ic);
  deferred_solve(ic, true);
  infer_fallback(ic);
  fn_bounds_solve(ic);
  solve_obligations(ic);
  for (u32 i = 0; i < ic->late.len; i++)
    if (ic->late.at[i].kind == LATE_CAST) finish_cast(ic, ic->late.at[i].node);
  infer_fallback(ic);
  solve_obligations(ic);
  resolve_nodes(ic);
  for (u32 i = 0; i < ic->late.len; i++)
    if (ic->late.at[i].kind == LATE_LITERAL) check_literal_range(ic, &ic->late.at[i]);
  closures_analyse(ic);
  finish_nodes(ic);
  for (u32 i = 0; i < ic->late.len; i++) run_late(ic, &ic->late.at[i]);
  for (u32 i = 0; i < ic->pending.len; i++) finish_pending(ic, &ic->pending.at[i]);

  ThirBody *b = arena_new(ic->arena, ThirBody);
  ThirVar *vars = arena_array(ic->arena, ThirVar, ic->locals.len + 1);
  for (u32 i = 0; i < ic->locals.len; i++) {
    const VarInfo *v = &ic->locals.at[i];
    const char *name = v->name ? arena_strdup(ic->arena, name_of(ic->f, v->name)) : NULL;
    vars[i] = (ThirVar){name, v->ty, v->span, v->is_mut};
  }
  b->vars = vars;
  b->nvars = ic->locals.len;
  b->nparams = nparams;
  b->params = params;
  TypeId *tys = arena_array(ic->arena, TypeId, nparams + 1);
  for (u32 i = 0; i < nparams; i++) {
    tys[i] = settled(ic, param_tys[i]);
    define_type(ic->f, tys[i], ic->owner ? ic->owner->span : value->span);
  }
  b->param_tys = tys;
  b->value = value;
  b->is_prelude = ic->is_prelude;
  closures_finish(ic, b);
  return b;
}
