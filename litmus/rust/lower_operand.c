/* Operands and right sides. Operands are evaluated from left to right, each into a temporary of the
 * surrounding expression, so that `f(x, { x = 2; x })` passes the old x. A number in a variable is
 * read in place when nothing can happen between its turn and its use: that cannot be told apart and
 * saves most of the temporaries. */
#include "litmus/rust/lower.h"

bool is_plain_read(const Lower *l, const Thir *e) {
  const Type *t = type_get(l->tt, e->ty);
  bool plain_type = type_is_scalar(l, e->ty) || t->kind == TY_FNPTR ||
                    (t->kind == TY_PTR && ptr_is_raw(t->u.ptr.kind));
  if (!plain_type) return false;
  while (e->kind == THIR_FIELD) e = e->a;
  return e->kind == THIR_VAR;
}

static bool is_inert(const Lower *l, const Thir *e) {
  return e->kind == THIR_CONST || is_plain_read(l, e);
}

/* Nobody can take the address of an operand: a number needs no storage statements. */
static LocalId operand_temp(Lower *l, Thir *e) {
  if (!type_is_scalar(l, e->ty)) return lower_temp(l, e, scope_top(l));
  LocalId t = local_internal(l, e->ty, e->span);
  lower_into(l, e, place_local(l, t));
  return t;
}

Operand lower_operand(Lower *l, Thir *e, bool may_stay) {
  if (e->kind == THIR_USE) return lower_operand(l, e->a, may_stay);
  if (e->kind == THIR_CONST) {
    lower_layout(l, e->ty, e->span);
    return (Operand){.kind = OPERAND_CONST, .konst = e->konst, .span = e->span};
  }
  if (l->body->is_shim && e->kind == THIR_VAR)
    return operand_move(place_local(l, var_local(l, e->var, e->span)), e->span);
  if (may_stay && !l->no_stay && is_plain_read(l, e))
    return operand_copy(lower_place(l, e), e->span);
  return operand_move(place_local(l, operand_temp(l, e)), e->span);
}

Operand *lower_operands(Lower *l, Thir **es, u32 n) {
  Operand *ops = arena_array(l->arena, Operand, n + 1);
  u32 first_inert = n; /* from here on nothing has an effect */
  while (first_inert > 0 && is_inert(l, es[first_inert - 1])) first_inert--;
  for (u32 i = 0; i < n; i++) ops[i] = lower_operand(l, es[i], i + 1 >= first_inert);
  return ops;
}

/* ---- right sides */

static Rvalue aggregate(const Thir *e, u32 nops, const Operand *ops) {
  return (Rvalue){.kind = RV_AGGREGATE, .ty = e->ty, .nops = nops, .ops = ops};
}

/* Fields are evaluated as written, then stored as declared; `..base` gives what is not written. */
static Rvalue lower_adt(Lower *l, Thir *e) {
  Operand *written = lower_operands(l, e->args, e->nargs);
  const Type *t = type_get(l->tt, e->ty);
  Rvalue rv = aggregate(e, 0, NULL);
  rv.variant = e->variant;
  if (t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->kind == ADT_UNION) {
    rv.active = e->nargs ? e->fields[0] : 0;
    rv.nops = e->nargs;
    rv.ops = written;
    return rv;
  }
  u32 n = type_nfields(l->tt, e->ty, e->variant);
  Operand *ops = arena_array(l->arena, Operand, n + 1);
  bool *given = arena_array(l->arena, bool, n + 1);
  for (u32 i = 0; i < e->nargs; i++) {
    if (e->fields[i] >= n) continue;
    ops[e->fields[i]] = written[i];
    given[e->fields[i]] = true;
  }
  Place base = {0};
  if (e->a) base = lower_place(l, e->a);
  for (u32 i = 0; i < n; i++) {
    if (given[i]) continue;
    if (e->a)
      ops[i] = operand_take(l, place_field(l, base, e->variant, i), e->a->span);
    else
      lower_fail(l, DIAG_ERROR, e->span, "missing field in `%s`", type_str_of(l->tt, e->ty));
  }
  rv.nops = n;
  rv.ops = ops;
  return rv;
}

static Rvalue lower_repeat(Lower *l, Thir *e) {
  Operand op = lower_operand(l, e->a, true);
  if (e->count) return (Rvalue){.kind = RV_REPEAT, .ty = e->ty, .a = op, .count = e->count};
  /* [v; 0]: v is evaluated and dropped */
  if (op.kind == OPERAND_MOVE && type_needs_drop(l->tt, op.place.ty))
    emit_drop(l, op.place, e->span);
  return aggregate(e, 0, NULL);
}

static bool is_enum(const Lower *l, TypeId t) {
  const Type *ty = type_get(l->tt, t);
  return ty->kind == TY_ADT && ty->u.adt.info && ty->u.adt.info->kind == ADT_ENUM;
}

/* An enum as an integer is its discriminant as an integer. */
static Rvalue lower_cast(Lower *l, Thir *e) {
  Rvalue rv = {.kind = RV_CAST, .ty = e->ty, .cast = e->cast, .vtable = e->vtable};
  if (e->cast == CAST_INT && is_enum(l, e->a->ty)) {
    LocalId t = lower_temp(l, e->a, scope_top(l));
    TypeId discr = type_discriminant(l->tt, e->a->ty);
    lower_layout(l, discr, e->span);
    Rvalue read = {.kind = RV_DISCRIMINANT, .ty = discr, .place = place_local(l, t)};
    rv.a = operand_copy(place_local(l, emit_to_internal(l, read, e->span)), e->span);
    return rv;
  }
  rv.a = lower_operand(l, e->a, true);
  return rv;
}

static Operand static_operand(TypeId ty, StaticId s, Span span) {
  return (Operand){
      .kind = OPERAND_CONST, .konst = {.kind = CONST_STATIC, .ty = ty, .stat = s}, .span = span};
}

static Rvalue lower_borrow(Lower *l, Thir *e) {
  if (is_promotable_borrow(l, e)) {
    lower_layout(l, e->ty, e->span);
    return rvalue_use(static_operand(e->ty, promote(l, e->a, e->is_mut), e->span));
  }
  Rvalue rv = {.kind = RV_REF, .ty = e->ty};
  rv.place = lower_place(l, e->a);
  rv.borrow = !e->is_mut ? BORROW_SHARED : e->two_phase ? BORROW_TWO_PHASE : BORROW_MUT;
  return rv;
}

/* Does the pointer that the place is finally reached through come from a raw pointer? */
static bool is_behind_raw(const Lower *l, const Place *p) {
  for (u32 i = p->nproj; i-- > 0;) {
    if (p->proj[i].kind != PROJ_DEREF) continue;
    TypeId base = i ? p->proj[i - 1].ty : l->f->locals.at[p->local].ty;
    const Type *t = type_get(l->tt, base);
    return t->kind == TY_PTR && ptr_is_raw(t->u.ptr.kind);
  }
  return false;
}

static Rvalue lower_raw(Lower *l, Thir *e) {
  Rvalue rv = {.kind = RV_RAW, .ty = e->ty, .raw_mut = e->is_mut};
  rv.place = lower_place(l, e->a);
  rv.raw_of_raw = is_behind_raw(l, &rv.place);
  return rv;
}

static Rvalue lower_unary(Lower *l, Thir *e) {
  Operand a = lower_operand(l, e->a, true);
  if (e->unop == UN_NEG && int_is_signed(l, e->ty)) return lower_negate(l, a, e->span);
  return (Rvalue){.kind = RV_UNARY, .ty = e->ty, .unop = e->unop, .a = a};
}

static Rvalue lower_binary_expr(Lower *l, Thir *e) {
  Operand *ops = lower_operands(l, (Thir *[]){e->a, e->b}, 2);
  return lower_binary(l, e->binop, ops[0], ops[1], e->span);
}

Rvalue lower_rvalue(Lower *l, Thir *e) {
  switch (e->kind) {
  case THIR_TUPLE:
  case THIR_ARRAY: return aggregate(e, e->nargs, lower_operands(l, e->args, e->nargs));
  case THIR_ADT: return lower_adt(l, e);
  case THIR_CLOSURE: return lower_closure(l, e);
  case THIR_REPEAT: return lower_repeat(l, e);
  case THIR_UNARY: return lower_unary(l, e);
  case THIR_BINARY: return lower_binary_expr(l, e);
  case THIR_CAST: return lower_cast(l, e);
  case THIR_BORROW: return lower_borrow(l, e);
  case THIR_RAW: return lower_raw(l, e);
  case THIR_USE: return lower_rvalue(l, e->a);
  default: return rvalue_use(lower_operand(l, e, true));
  }
}
