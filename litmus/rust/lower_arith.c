/* Arithmetic as a debug build does it: the check and its assertion first, then the operation. */
#include "litmus/rust/lower.h"

static Operand again(Operand op) {
  if (op.kind == OPERAND_MOVE) op.kind = OPERAND_COPY;
  return op;
}

static Operand local_operand(const Lower *l, LocalId t, Span span) {
  return operand_copy(place_local(l, t), span);
}

static u128 min_bits(const Lower *l, TypeId t) { return (u128)1 << (int_bits(l, t) - 1); }
static u128 minus_one(const Lower *l, TypeId t) { return u128_mask(~(u128)0, int_bits(l, t)); }

static void check_overflow(Lower *l, BinOp op, AssertKind kind, Operand a, Operand b, Span span) {
  Rvalue rv = {
      .kind = RV_OVERFLOW, .ty = type_bool(l->tt), .binop = op, .a = again(a), .b = again(b)};
  LocalId over = emit_to_internal(l, rv, span);
  emit_assert(l, local_operand(l, over, span), false, kind, NULL, 0, span);
}

static bool is_const_but(const Operand *op, u128 bits) {
  return op->kind == OPERAND_CONST && op->konst.kind == CONST_BITS && op->konst.bits != bits;
}

/* b != 0, and for signed types not MIN / -1. */
static void check_division(Lower *l, BinOp op, Operand a, Operand b, Span span) {
  TypeId ty = operand_type(&a);
  bool rem = op == BIN_REM;
  if (!is_const_but(&b, 0)) {
    LocalId zero = emit_equals_bits(l, again(b), 0, span);
    emit_assert(l, local_operand(l, zero, span), false, rem ? ASSERT_REM_ZERO : ASSERT_DIV_ZERO,
                NULL, 0, span);
  }
  if (!int_is_signed(l, ty) || is_const_but(&b, minus_one(l, ty))) return;
  LocalId neg = emit_equals_bits(l, again(b), minus_one(l, ty), span);
  LocalId min = emit_equals_bits(l, again(a), min_bits(l, ty), span);
  LocalId both =
      emit_to_internal(l,
                       rvalue_binary(BIN_AND, type_bool(l->tt), local_operand(l, neg, span),
                                     local_operand(l, min, span)),
                       span);
  emit_assert(l, local_operand(l, both, span), false, rem ? ASSERT_REM : ASSERT_DIV, NULL, 0, span);
}

Rvalue lower_binary(Lower *l, BinOp op, Operand a, Operand b, Span span) {
  TypeId ty = operand_type(&a);
  if (binop_is_comparison(op)) return rvalue_binary(op, type_bool(l->tt), a, b);
  if (type_is_integral(l->tt, ty)) {
    switch (op) {
    case BIN_ADD: check_overflow(l, op, ASSERT_ADD, a, b, span); break;
    case BIN_SUB: check_overflow(l, op, ASSERT_SUB, a, b, span); break;
    case BIN_MUL: check_overflow(l, op, ASSERT_MUL, a, b, span); break;
    case BIN_SHL: check_overflow(l, op, ASSERT_SHL, a, b, span); break;
    case BIN_SHR: check_overflow(l, op, ASSERT_SHR, a, b, span); break;
    case BIN_DIV:
    case BIN_REM: check_division(l, op, a, b, span); break;
    default: break;
    }
  }
  return rvalue_binary(op, ty, a, b);
}

Rvalue lower_negate(Lower *l, Operand a, Span span) {
  TypeId ty = operand_type(&a);
  bool literal = a.kind == OPERAND_CONST && a.konst.kind == CONST_BITS;
  if (literal && !type_is_float(l->tt, ty) && a.konst.bits != min_bits(l, ty)) {
    a.konst.bits = u128_mask(-a.konst.bits, int_bits(l, ty));
    return rvalue_use(a);
  }
  if (type_is_float(l->tt, ty)) {
    if (!literal) return (Rvalue){.kind = RV_UNARY, .ty = ty, .unop = UN_NEG, .a = a};
    a.konst.bits ^= min_bits(l, ty);
    return rvalue_use(a);
  }
  LocalId min = emit_equals_bits(l, again(a), min_bits(l, ty), span);
  emit_assert(l, local_operand(l, min, span), false, ASSERT_NEG, NULL, 0, span);
  return (Rvalue){.kind = RV_UNARY, .ty = ty, .unop = UN_NEG, .a = a};
}
