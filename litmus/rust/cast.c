/* `e as T`: a coercion if there is one, else one of the casts between numbers, characters,
 * fieldless enums and pointers. */
#include "litmus/rust/infer.h"

typedef struct Cast {
  Infer *ic;
  Thir *node; /* the cast */
  Type from, to;
  TypeId from_ty, to_ty;
} Cast;

static void set_cast(Cast *c, Thir *operand, CastKind kind) {
  c->node->a = operand;
  c->node->cast = kind;
}

_Noreturn static void fail_cast(Cast *c) {
  Infer *ic = c->ic;
  Span span = c->node->span;
  const char *from = show(ic, c->from_ty), *to = show(ic, c->to_ty);
  if (c->to.kind == TY_CHAR && c->from.kind == TY_INT)
    fail(ic, span, "only `u8` can be cast as `char`, not `%s`", from);
  if (c->to.kind == TY_BOOL && (c->from.kind == TY_INT || c->from.kind == TY_INFER))
    fail(ic, span, "cannot cast `%s` as `bool`: compare with zero instead", from);
  if (c->from.kind == TY_PTR || c->to.kind == TY_PTR || c->from.kind == TY_INT ||
      c->from.kind == TY_FLOAT || c->to.kind == TY_FLOAT)
    fail(ic, span, "casting `%s` as `%s` is invalid", from, to);
  fail(ic, span, "non-primitive cast: `%s` as `%s`", from, to);
}

static bool is_fieldless_enum(const Cast *c) {
  if (c->from.kind != TY_ADT) return false;
  Def *d = (Def *)c->from.u.adt.def;
  if (d->kind != DEF_ENUM) return false;
  for (u32 i = 0; i < d->item->variants.n; i++)
    if (d->item->variants.at[i].fields.n) return false;
  return d->item->variants.n > 0;
}

static bool is_wide(Infer *ic, const Type *ptr) { return !is_known_sized(ic, ptr->u.ptr.to); }

static bool is_raw(const Type *t) { return t->kind == TY_PTR && ptr_is_raw(t->u.ptr.kind); }

/* From numbers only: a bool or a character goes through an integer. */
static bool to_float(Cast *c) {
  Infer *ic = c->ic;
  bool ok =
      c->from.kind == TY_INT || c->from.kind == TY_FLOAT || infer_is_number_var(ic, c->from_ty);
  if (!ok && (c->from.kind == TY_BOOL || c->from.kind == TY_CHAR || is_fieldless_enum(c)))
    fail(ic, c->node->span, "casting `%s` as `%s` is invalid: cast through an integer first",
         show(ic, c->from_ty), show(ic, c->to_ty));
  if (ok) set_cast(c, c->node->a, CAST_FLOAT);
  return ok;
}

static bool to_integer(Cast *c) {
  Infer *ic = c->ic;
  switch (c->from.kind) {
  case TY_INT:
  case TY_BOOL:
  case TY_CHAR: set_cast(c, c->node->a, CAST_INT); return true;
  case TY_ADT:
    if (!is_fieldless_enum(c)) return false;
    set_cast(c, c->node->a, CAST_INT);
    return true;
  case TY_PTR:
    if (!is_raw(&c->from)) return false;
    if (is_wide(ic, &c->from))
      fail(ic, c->node->span, "casting `%s` as `%s` is invalid: cast through a thin pointer first",
           show(ic, c->from_ty), show(ic, c->to_ty));
    break;
  case TY_FNPTR: break;
  case TY_FLOAT: set_cast(c, c->node->a, CAST_FLOAT); return true;
  default:
    if (infer_is_float_var(ic, c->from_ty)) return set_cast(c, c->node->a, CAST_FLOAT), true;
    return infer_is_int_var(ic, c->from_ty) && (set_cast(c, c->node->a, CAST_INT), true);
  }
  /* an address: exposed, then cut to size */
  Thir *addr = node_cast(ic, c->node->a, CAST_EXPOSE, type_usize(ic->tt));
  addr->span = c->node->span;
  if (c->to_ty == type_usize(ic->tt))
    set_cast(c, c->node->a, CAST_EXPOSE);
  else
    set_cast(c, addr, CAST_INT);
  return true;
}

/* Lengths, or vtables for one trait. */
static bool same_metadata(Infer *ic, TypeId from, TypeId to) {
  from = tail_type(ic, from);
  to = tail_type(ic, to);
  bool a = type_get(ic->tt, from)->kind == TY_DYN, b = type_get(ic->tt, to)->kind == TY_DYN;
  return a == b && (!a || unify(ic, from, to));
}

static bool to_raw(Cast *c) {
  Infer *ic = c->ic;
  TypeTable *tt = ic->tt;
  Thir *a = c->node->a;
  bool wide = is_wide(ic, &c->to);
  if (infer_is_int_var(ic, c->from_ty)) {
    (void)unify(ic, c->from_ty, type_usize(tt));
    c->from = *shallow_get(ic, c->from_ty);
  }
  if (c->from.kind == TY_INT) {
    if (wide)
      fail(ic, c->node->span, "cannot cast `%s` to a pointer that is wide", show(ic, c->from_ty));
    if (infer_shallow(ic, c->from_ty) != type_usize(tt))
      a = node_cast(ic, a, CAST_INT, type_usize(tt));
    set_cast(c, a, CAST_WITH_EXPOSED);
    return true;
  }
  if (c->from.kind == TY_FNPTR) {
    if (wide) return false;
    set_cast(c, a, CAST_PTR);
    return true;
  }
  if (c->from.kind != TY_PTR) return false;
  if (is_raw(&c->from)) {
    if (wide && !is_wide(ic, &c->from))
      fail(ic, c->node->span, "cannot cast thin pointer `%s` to wide pointer `%s`",
           show(ic, c->from_ty), show(ic, c->to_ty));
    if (wide && !same_metadata(ic, c->from.u.ptr.to, c->to.u.ptr.to)) return false;
    set_cast(c, a, CAST_PTR);
    return true;
  }
  /* &[T; N] as *const T */
  const Type *array = shallow_get(ic, c->from.u.ptr.to);
  if (!ptr_is_ref(c->from.u.ptr.kind) || array->kind != TY_ARRAY) return false;
  bool to_mut = c->to.u.ptr.kind == PTR_RAW_MUT;
  if (to_mut && c->from.u.ptr.kind == PTR_REF) return false;
  if (!unify(ic, array->u.array.elem, c->to.u.ptr.to)) return false;
  set_cast(c, node_raw(ic, node_deref(ic, a, c->from.u.ptr.to), to_mut), CAST_PTR);
  return true;
}

static bool primitive_cast(Cast *c) {
  Infer *ic = c->ic;
  if (c->from.kind == TY_FNDEF) {
    Def *d = (Def *)c->from.u.fndef.def;
    if (!def_is_function(d)) return false;
    FnSig sig = fn_signature(ic->f, ic, d, c->from.u.fndef.args);
    c->from_ty = type_fnptr(ic->tt, sig);
    c->node->a = reify(ic, c->node->a, c->from_ty);
    c->from = *type_get(ic->tt, c->from_ty);
  }
  switch (c->to.kind) {
  case TY_INT: return to_integer(c);
  case TY_FLOAT: return to_float(c);
  case TY_CHAR:
    if (infer_is_int_var(ic, c->from_ty)) (void)unify(ic, c->from_ty, type_int(ic->tt, 8, false));
    if (infer_shallow(ic, c->from_ty) != type_int(ic->tt, 8, false)) return false;
    set_cast(c, c->node->a, CAST_INT);
    return true;
  case TY_PTR: return is_raw(&c->to) && to_raw(c);
  default: return false;
  }
}

/* The operand's type is known: makes `node` the right cast. */
void finish_cast(Infer *ic, Thir *node) {
  Cast c = {.ic = ic, .node = node};
  c.from_ty = infer_shallow(ic, node->a->ty);
  c.to_ty = infer_shallow(ic, node->ty);
  Thir *out;
  /* an integer of a type not known yet keeps its freedom: `x as u8` does not make x a u8 */
  bool both_int = infer_is_int_var(ic, c.from_ty) && type_is_integral(ic->tt, c.to_ty);
  bool both_float = infer_is_float_var(ic, c.from_ty) && type_is_float(ic->tt, c.to_ty);
  if (!both_int && !both_float && try_coerce(ic, node->a, c.to_ty, false, &out)) {
    node->kind = THIR_USE;
    node->a = out;
    return;
  }
  c.from = *type_get(ic->tt, c.from_ty);
  c.to = *type_get(ic->tt, c.to_ty);
  if (c.from.kind == TY_INFER && !infer_is_number_var(ic, c.from_ty))
    fail(ic, node->span, "type annotations needed");
  if (!primitive_cast(&c)) fail_cast(&c);
}

/* `e as *mut _` where a raw pointer is wanted: the place where it goes says to what, not e. */
static void fill_pointee(Infer *ic, TypeId to, Expect ex) {
  if (!ex.ty || ex.is_cast) return;
  const Type *wanted = shallow_get(ic, ex.ty), *t = shallow_get(ic, to);
  if (!is_raw(wanted) || !is_raw(t)) return;
  if (shallow_get(ic, t->u.ptr.to)->kind != TY_INFER || infer_has_vars(ic, wanted->u.ptr.to))
    return;
  (void)unify(ic, t->u.ptr.to, wanted->u.ptr.to);
}

Thir *check_cast(Infer *ic, const AstExpr *e, Expect ex) {
  TyEnv env = infer_env(ic);
  TypeId to = lower_type(&env, e->ty);
  fill_pointee(ic, to, ex);
  Thir *a = check_expr(ic, e->a, (Expect){.ty = to, .is_cast = true});
  Thir *n = node_cast(ic, a, CAST_INT, to);
  n->span = e->span;
  /* A cast does not decide its operand's type: `&x as *const u8` waits until x's is known. */
  bool open = infer_has_vars(ic, a->ty) && !infer_is_number_var(ic, a->ty);
  if (open && !infer_has_vars(ic, to)) {
    late_add(ic, LATE_CAST, n);
    return n;
  }
  finish_cast(ic, n);
  /* A coercion's value needs no wrapper unless it would be taken for the place it came from. */
  return n->kind == THIR_USE && !node_is_place(n->a) ? n->a : n;
}
