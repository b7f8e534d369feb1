/* What tuples (and functions, for clone) have without an impl: functions over any such type,
 * written as typed trees, instantiated like prelude functions. */
#include "litmus/rust/infer.h"

typedef struct Derive {
  Infer ic;
  TypeId ty;
  Span span;
  ThirPat *params[2];
  TypeId param_tys[2];
  Thir *values[2]; /* places *a, *b */
} Derive;

static void derive_init(Derive *d, Front *f, Instance *inst, u32 nparams) {
  infer_init(&d->ic, f, inst->def, inst->args);
  d->ic.is_prelude = true;
  d->ty = inst->args[0];
  d->span = inst->span;
  TypeId ref = type_ptr(f->tt, PTR_REF, d->ty);
  for (u32 i = 0; i < nparams; i++) {
    VarId v = var_new(&d->ic, intern_cstr(f->in, i ? "other" : "self"), ref, d->span, false);
    d->params[i] = pat_bind(&d->ic, d->span, ref, v);
    d->param_tys[i] = ref;
    d->values[i] = node_deref(&d->ic, node_var(&d->ic, v, d->span), d->ty);
  }
}

static ThirBody *derive_body(Derive *d, Thir *value, u32 nparams) {
  ThirPat **params = arena_copy(d->ic.arena, d->params, nparams * sizeof *params);
  TypeId ret = value->ty;
  ThirBody *b = writeback(&d->ic, value, params, d->param_tys, nparams);
  b->ret = ret;
  b->span = d->span;
  return b;
}

static u32 nfields(Derive *d) { return type_nfields(d->ic.tt, d->ty, 0); }

static Thir *field_node(Derive *d, u32 which, u32 i) {
  return node_field(&d->ic, d->values[which], i, type_field(d->ic.tt, d->ty, 0, i), d->span);
}

static Thir *bool_node(Derive *d, bool value) {
  return node_int(&d->ic, d->span, type_bool(d->ic.tt), value);
}

static Thir *and_all(Derive *d, Thir **conds, u32 n) {
  if (n == 0) return bool_node(d, true);
  Thir *all = conds[0];
  for (u32 i = 1; i < n; i++) {
    Thir *both = node_new(&d->ic, THIR_AND, d->span, all->ty);
    both->a = all;
    both->b = conds[i];
    all = both;
  }
  return all;
}

ThirBody *eq_glue_body(Front *f, Instance *inst) {
  Derive d = {0};
  derive_init(&d, f, inst, 2);
  u32 n = nfields(&d);
  Thir **conds = arena_array(d.ic.arena, Thir *, n + 1);
  for (u32 i = 0; i < n; i++)
    conds[i] = equality(&d.ic, field_node(&d, 0, i), field_node(&d, 1, i), d.span, false);
  return derive_body(&d, and_all(&d, conds, n), 2);
}

/* ---- clone */

ThirBody *clone_glue_body(Front *f, Instance *inst) {
  Derive d = {0};
  derive_init(&d, f, inst, 1);
  Infer *ic = &d.ic;
  define_type(f, d.ty, d.span);
  if (type_is_copy(f->tt, d.ty))
    return derive_body(&d, node_unary(ic, THIR_USE, d.values[0], d.ty), 1);
  u32 n = nfields(&d);
  bool closure = type_get(f->tt, d.ty)->kind == TY_ADT;
  Thir *node = node_new(ic, closure ? THIR_CLOSURE : THIR_TUPLE, d.span, d.ty);
  node->nargs = n;
  node->args = arena_array(ic->arena, Thir *, n + 1);
  for (u32 i = 0; i < n; i++) node->args[i] = clone_place(ic, field_node(&d, 0, i), d.span);
  return derive_body(&d, node, 1);
}
