/* What #[derive(PartialEq, Clone, Default)] stand for: functions over any compound type,
 * written as typed trees, instantiated like prelude functions. Tuples have them without a derive.
 */
#include "litmus/rust/infer.h"

bool eq_supported(Front *f, TypeId t) {
  const Type *ty = type_get(f->tt, t);
  switch (ty->kind) {
  case TY_INT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_STR:
  case TY_NEVER:
  case TY_FNPTR: return true;
  case TY_PTR: return ptr_is_raw(ty->u.ptr.kind) || eq_supported(f, ty->u.ptr.to);
  case TY_ARRAY:
  case TY_SLICE: return eq_supported(f, ty->u.array.elem);
  case TY_TUPLE:
    for (u32 i = 0; i < ty->u.tuple.n; i++)
      if ((i == 0 || ty->u.tuple.at[i] != ty->u.tuple.at[i - 1]) &&
          !eq_supported(f, ty->u.tuple.at[i]))
        return false;
    return true;
  case TY_ADT: {
    u64 n;
    for (u32 i = 0; i < ty->u.adt.nargs; i++)
      if (!is_const_arg(f, ty->u.adt.args[i], &n) && !eq_supported(f, ty->u.adt.args[i]))
        return false;
    return ((Def *)ty->u.adt.def)->derives_eq;
  }
  default: return false;
  }
}

typedef struct Derive {
  Infer ic;
  Def *adt; /* NULL: a tuple */
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
  d->adt = type_def(f, d->ty);
  d->span = d->adt ? d->adt->span : inst->def->span;
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

static u32 nfields(Derive *d, u32 variant) {
  return d->adt ? adt_variant(d->adt, variant)->fields.n : type_nfields(d->ic.tt, d->ty, 0);
}

static TypeId field_ty(Derive *d, u32 variant, u32 i) {
  return d->adt ? field_type(d->ic.f, &d->ic, d->ty, variant, i)
                : type_field(d->ic.tt, d->ty, 0, i);
}

/* A field to look at: of a packed struct a copy, for it may be misaligned. */
static Thir *field_node(Derive *d, u32 which, u32 i) {
  Thir *f = node_field(&d->ic, d->values[which], i, field_ty(d, 0, i), d->span);
  const AdtInfo *info = d->adt ? type_get(d->ic.tt, d->ty)->u.adt.info : NULL;
  return info && info->repr_packed ? node_block(&d->ic, d->span, NULL, 0, f) : f;
}

static Thir *bool_node(Derive *d, bool value) {
  return node_int(&d->ic, d->span, type_bool(d->ic.tt), value);
}

/* A pattern for one variant that binds each field by reference; places[i] becomes *field. */
static ThirPat *variant_pattern(Derive *d, u32 variant, Thir **places) {
  Infer *ic = &d->ic;
  u32 n = nfields(d, variant);
  ThirPat *p = pat_new(ic, TPAT_VARIANT, d->span, d->ty);
  p->variant = variant;
  p->nsubs = n;
  p->subs = arena_array(ic->arena, ThirPat *, n + 1);
  u32 *fields = arena_array(ic->arena, u32, n + 1);
  for (u32 i = 0; i < n; i++) {
    TypeId ty = field_ty(d, variant, i);
    VarId v = var_new(ic, 0, type_ptr(ic->tt, PTR_REF, ty), d->span, false);
    fields[i] = i;
    p->subs[i] = pat_bind(ic, d->span, ty, v);
    p->subs[i]->mode = BIND_REF;
    places[i] = node_deref(ic, node_var(ic, v, d->span), ty);
  }
  p->fields = fields;
  return p;
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

static Thir *match_node(Derive *d, Thir *scrutinee, u32 narms, TypeId ty) {
  Thir *m = node_new(&d->ic, THIR_MATCH, d->span, ty);
  m->a = scrutinee;
  m->narms = narms;
  m->arms = arena_array(d->ic.arena, ThirArm, narms + 1);
  return m;
}

/* match *self { V(..) => match *other { V(..) => .., _ => false }, .. } */
static Thir *enum_eq(Derive *d) {
  Infer *ic = &d->ic;
  u32 n = d->adt->item->variants.n;
  TypeId boolean = type_bool(ic->tt);
  Thir *outer = match_node(d, d->values[0], n, boolean);
  for (u32 v = 0; v < n; v++) {
    u32 k = nfields(d, v);
    Thir **a = arena_array(ic->arena, Thir *, k + 1), **b = arena_array(ic->arena, Thir *, k + 1);
    outer->arms[v].pat = variant_pattern(d, v, a);
    Thir *inner = match_node(d, d->values[1], n > 1 ? 2 : 1, boolean);
    inner->arms[0].pat = variant_pattern(d, v, b);
    for (u32 i = 0; i < k; i++) a[i] = equality(ic, a[i], b[i], d->span, false);
    inner->arms[0].body = and_all(d, a, k);
    if (n > 1) {
      inner->arms[1].pat = pat_new(ic, TPAT_WILD, d->span, d->ty);
      inner->arms[1].body = bool_node(d, false);
    }
    outer->arms[v].body = inner;
  }
  return outer;
}

ThirBody *eq_glue_body(Front *f, Instance *inst) {
  Derive d = {0};
  derive_init(&d, f, inst, 2);
  Infer *ic = &d.ic;
  Thir *value;
  if (d.adt && d.adt->kind == DEF_ENUM) {
    value = enum_eq(&d);
  } else {
    u32 n = nfields(&d, 0);
    Thir **conds = arena_array(ic->arena, Thir *, n + 1);
    for (u32 i = 0; i < n; i++)
      conds[i] = equality(ic, field_node(&d, 0, i), field_node(&d, 1, i), d.span, false);
    value = and_all(&d, conds, n);
  }
  return derive_body(&d, value, 2);
}

/* ---- clone */

static Thir *rebuilt(Derive *d, u32 variant, Thir *const *places, u32 n) {
  Infer *ic = &d->ic;
  Thir *node = node_new(ic, d->adt ? THIR_ADT : THIR_TUPLE, d->span, d->ty);
  node->variant = variant;
  node->nargs = n;
  node->args = arena_array(ic->arena, Thir *, n + 1);
  u32 *fields = arena_array(ic->arena, u32, n + 1);
  for (u32 i = 0; i < n; i++) {
    fields[i] = i;
    node->args[i] = clone_place(ic, places[i], d->span);
  }
  node->fields = fields;
  return node;
}

ThirBody *clone_glue_body(Front *f, Instance *inst) {
  Derive d = {0};
  derive_init(&d, f, inst, 1);
  Infer *ic = &d.ic;
  Thir *value;
  if (d.adt && d.adt->kind == DEF_ENUM) {
    u32 n = d.adt->item->variants.n;
    value = match_node(&d, d.values[0], n, d.ty);
    for (u32 v = 0; v < n; v++) {
      u32 k = nfields(&d, v);
      Thir **places = arena_array(ic->arena, Thir *, k + 1);
      value->arms[v].pat = variant_pattern(&d, v, places);
      value->arms[v].body = rebuilt(&d, v, places, k);
    }
  } else {
    u32 n = nfields(&d, 0);
    Thir **places = arena_array(ic->arena, Thir *, n + 1);
    for (u32 i = 0; i < n; i++)
      places[i] = node_field(ic, d.values[0], i, field_ty(&d, 0, i), d.span);
    value = rebuilt(&d, 0, places, n);
  }
  return derive_body(&d, value, 1);
}

/* ---- default */

static Thir *default_value(Derive *d, TypeId ty) {
  Infer *ic = &d->ic;
  Def *adt = type_def(ic->f, ty);
  Assoc as;
  TypeId *targs = arena_array(ic->arena, TypeId, 1);
  targs[0] = ty;
  if (type_is_unit(ic->tt, ty)) return node_unit(ic, d->span);
  if (adt && adt->derives_default)
    return node_call(ic, ic->f->default_glue, targs, NULL, 0, ty, d->span);
  if (find_assoc(ic, ty, ic->f->n.default_, &as))
    return node_call(ic, as.def, as.impl_args, NULL, 0, ty, d->span);
  unsupported(ic, d->span, "`Default` for `%s` is not supported yet", show(ic, ty));
}

ThirBody *default_glue_body(Front *f, Instance *inst) {
  Derive d = {0};
  derive_init(&d, f, inst, 0);
  Infer *ic = &d.ic;
  if (d.adt->kind != DEF_STRUCT)
    unsupported(ic, d.span, "deriving `Default` for an %s is not supported yet", def_descr(d.adt));
  u32 n = nfields(&d, 0);
  Thir *node = node_new(ic, THIR_ADT, d.span, d.ty);
  u32 *fields = arena_array(ic->arena, u32, n + 1);
  node->nargs = n;
  node->args = arena_array(ic->arena, Thir *, n + 1);
  for (u32 i = 0; i < n; i++) {
    fields[i] = i;
    node->args[i] = default_value(&d, field_ty(&d, 0, i));
  }
  node->fields = fields;
  return derive_body(&d, node, 0);
}
