/* Promotion: `&5` refers to a place that exists for ever, not to a temporary. A borrowed constant
 * expression is promoted when it cannot fail, has no drop to run and nothing that could be changed
 * through a shared reference (Rust Reference, "Constant promotion"). It becomes a static, whose
 * value a small function of its own computes. */
#include "litmus/rust/lower.h"

static bool is_promotable(const Lower *l, const Thir *e);

static bool all_promotable(const Lower *l, const Thir *e) {
  for (u32 i = 0; i < e->nargs; i++)
    if (!is_promotable(l, e->args[i])) return false;
  return true;
}

static const AdtInfo *adt_info(const Lower *l, TypeId t) {
  const Type *ty = type_get(l->tt, t);
  return ty->kind == TY_ADT ? ty->u.adt.info : NULL;
}

static bool is_number(const Lower *l, TypeId t) { return type_is_scalar(l, t); }

/* Division fails on zero, and on MIN / -1: the divisor must be known to be neither. */
static bool is_safe_divisor(const Lower *l, const Thir *e) {
  if (e->kind != THIR_CONST || e->konst.kind != CONST_BITS) return false;
  u128 minus_one = u128_mask(~(u128)0, int_bits(l, e->ty));
  return e->konst.bits != 0 && !(int_is_signed(l, e->ty) && e->konst.bits == minus_one);
}

/* The value of arithmetic on literals of up to 64 bits. */
static bool literal_value(const Lower *l, const Thir *e, i128 *v) {
  if (e->kind == THIR_USE) return literal_value(l, e->a, v);
  if (e->kind == THIR_BLOCK && !e->block->nstmts && e->block->tail)
    return literal_value(l, e->block->tail, v);
  if (type_get(l->tt, e->ty)->kind != TY_INT || int_bits(l, e->ty) > 64) return false;
  if (e->kind == THIR_CONST && e->konst.kind == CONST_BITS) {
    u128 bits = e->konst.bits;
    *v = int_is_signed(l, e->ty) ? (i128)u128_sext(bits, int_bits(l, e->ty)) : (i128)bits;
    return true;
  }
  i128 a, b;
  if (e->kind != THIR_BINARY || !literal_value(l, e->a, &a) || !literal_value(l, e->b, &b))
    return false;
  switch (e->binop) {
  case BIN_ADD: *v = a + b; return true;
  case BIN_SUB: *v = a - b; return true;
  case BIN_MUL: return !__builtin_mul_overflow(a, b, v);
  default: return false;
  }
}

/* rustc warns of it, and it panics where it stands. */
static bool overflows(const Lower *l, const Thir *e) {
  i128 v, n;
  if ((e->binop == BIN_SHL || e->binop == BIN_SHR) && literal_value(l, e->b, &n))
    return n < 0 || n >= (i128)int_bits(l, e->ty);
  if (!literal_value(l, e, &v)) return false;
  unsigned bits = int_bits(l, e->ty);
  bool is_signed = int_is_signed(l, e->ty);
  i128 greatest = ((i128)1 << (bits - is_signed)) - 1, least = is_signed ? -greatest - 1 : 0;
  return v < least || v > greatest;
}

/* Arithmetic that fails is not promoted. */
static bool is_promotable_binary(const Lower *l, const Thir *e) {
  if (!is_number(l, e->a->ty)) return false;
  bool is_float = type_is_float(l->tt, e->a->ty);
  bool divides = (e->binop == BIN_DIV || e->binop == BIN_REM) && !is_float;
  return is_promotable(l, e->a) && is_promotable(l, e->b) &&
         (!divides || is_safe_divisor(l, e->b)) && (is_float || !overflows(l, e));
}

static bool is_promotable_cast(const Lower *l, const Thir *e) {
  if (e->cast == CAST_EXPOSE || e->cast == CAST_TRANSMUTE) return false;
  return is_promotable(l, e->a);
}

/* `&*r` inside a constant is as good as r. */
static bool is_reborrow(const Lower *l, const Thir *e) {
  if (e->kind != THIR_BORROW || e->is_mut || e->a->kind != THIR_DEREF) return false;
  const Type *t = type_get(l->tt, e->a->a->ty);
  return t->kind == TY_PTR && ptr_is_ref(t->u.ptr.kind) && is_promotable(l, e->a->a);
}

static bool is_promotable(const Lower *l, const Thir *e) {
  switch (e->kind) {
  case THIR_CONST:
  case THIR_CONST_FN: return true;
  case THIR_TUPLE:
  case THIR_ARRAY: return all_promotable(l, e);
  case THIR_CLOSURE: return e->nargs == 0;
  case THIR_ADT: return !e->a && all_promotable(l, e);
  case THIR_REPEAT:
  case THIR_USE:
  case THIR_FIELD: return is_promotable(l, e->a);
  case THIR_UNARY: return is_number(l, e->ty) && is_promotable(l, e->a);
  case THIR_BINARY: return is_promotable_binary(l, e);
  case THIR_CAST: return is_promotable_cast(l, e);
  case THIR_BORROW: return is_promotable_borrow(l, e) || is_reborrow(l, e);
  case THIR_BLOCK:
    return !e->label && e->block->nstmts == 0 && e->block->tail && is_promotable(l, e->block->tail);
  default: return false;
  }
}

/* Could this value hold an UnsafeCell or something to drop? `None` of an `Option<Cell<..>>` does
 * not, although its type could. */
static bool is_inert_value(const Lower *l, const Thir *e) {
  if (type_is_freeze(l->tt, e->ty) && !type_needs_drop(l->tt, e->ty)) return true;
  switch (e->kind) {
  case THIR_ADT: {
    const AdtInfo *info = adt_info(l, e->ty);
    if (!info || info->kind == ADT_UNION || info->is_unsafe_cell || info->drop_fn) return false;
    break;
  }
  case THIR_TUPLE:
  case THIR_ARRAY: break;
  case THIR_REPEAT:
  case THIR_USE: return is_inert_value(l, e->a);
  default: return false;
  }
  for (u32 i = 0; i < e->nargs; i++)
    if (!is_inert_value(l, e->args[i])) return false;
  return true;
}

bool is_promotable_borrow(const Lower *l, const Thir *e) {
  const Thir *a = e->a;
  if (thir_is_place(a)) return false;
  if (e->is_mut) return a->kind == THIR_ARRAY && a->nargs == 0; /* `&mut []` */
  return is_promotable(l, a) && is_inert_value(l, a);
}

StaticId promote(Lower *l, Thir *e, bool is_mutable) {
  const char *in = l->body->name ? l->body->name : "?";
  const char *name = arena_printf(l->arena, "%s::promoted[%u]", in, l->npromoted++);
  Function *f = arena_new(l->arena, Function);
  f->name = name;
  FuncId init = program_add_function(l->prog, f);
  ThirBody body = *l->body;
  body.name = name;
  body.span = e->span;
  body.nparams = 0;
  body.first_var = body.ncaptures = 0;
  body.ret = e->ty;
  body.value = e;
  body.is_extern_c = false;
  if (!lower_body(l->cx, &body, init)) l->failed = true;
  return program_add_static(l->prog, (Static){.name = name,
                                              .ty = e->ty,
                                              .span = e->span,
                                              .is_mutable = is_mutable,
                                              .init = init,
                                              .promoted = true});
}
