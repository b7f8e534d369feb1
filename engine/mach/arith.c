/* Arithmetic on bit vectors that are mostly constants. */
#include "engine/mach/machine.h"

Bits bits_bin(Machine *m, TermOp op, unsigned width, Bits a, Bits b) {
  if (bits_known(a) && bits_known(b)) return bits_const(term_fold_bin(op, width, a.c, b.c));
  return bits_of(m->ts,
                 term_bin(m->ts, op, bits_term(m->ts, a, width), bits_term(m->ts, b, width)));
}

Bits bits_not1(Machine *m, Bits a) {
  return bits_known(a) ? bits_const(!(a.c & 1)) : bits_of(m->ts, term_not(m->ts, a.t));
}

Bits bits_resize(Machine *m, Bits a, unsigned from, bool is_signed, unsigned to) {
  if (bits_known(a))
    return bits_const(u128_mask(is_signed ? (u128)u128_sext(a.c, from) : u128_mask(a.c, from), to));
  if (to == from) return a;
  if (to < from) return bits_of(m->ts, term_extract(m->ts, a.t, to - 1, 0));
  return bits_of(m->ts, is_signed ? term_sext(m->ts, a.t, to) : term_zext(m->ts, a.t, to));
}

Bits bits_compare(Machine *m, BinOp op, unsigned width, bool is_signed, Bits a, Bits b) {
  TermOp lt = is_signed ? TERM_SLT : TERM_ULT, le = is_signed ? TERM_SLE : TERM_ULE;
  switch (op) {
  case BIN_EQ: return bits_bin(m, TERM_EQ, width, a, b);
  case BIN_NE: return bits_not1(m, bits_bin(m, TERM_EQ, width, a, b));
  case BIN_LT: return bits_bin(m, lt, width, a, b);
  case BIN_LE: return bits_bin(m, le, width, a, b);
  case BIN_GT: return bits_bin(m, lt, width, b, a);
  case BIN_GE: return bits_bin(m, le, width, b, a);
  default: mach_unsupported(m, "internal: comparison");
  }
}

/* Signed overflow by the sign of the result; multiplication in twice the width (128 bits: by
 * division). */
static Bits signed_overflow(Machine *m, BinOp op, unsigned w, Bits a, Bits b) {
  Bits zero = bits_const(0);
  if (op == BIN_MUL) {
    if (w <= 64) {
      unsigned ww = 2 * w;
      Bits full =
          bits_bin(m, TERM_MUL, ww, bits_resize(m, a, w, true, ww), bits_resize(m, b, w, true, ww));
      Bits cut = bits_resize(m, bits_resize(m, full, ww, true, w), w, true, ww);
      return bits_not1(m, bits_bin(m, TERM_EQ, ww, full, cut));
    }
    Bits min = bits_const((u128)1 << (w - 1)), ones = bits_const(u128_mask(~(u128)0, w));
    Bits product = bits_bin(m, TERM_MUL, w, a, b);
    Bits back = bits_bin(m, TERM_SDIV, w, product, b);
    Bits b_zero = bits_bin(m, TERM_EQ, w, b, zero);
    Bits min_by_minus_one =
        bits_bin(m, TERM_AND, 1, bits_bin(m, TERM_EQ, w, a, min), bits_bin(m, TERM_EQ, w, b, ones));
    Bits lossy = bits_not1(m, bits_bin(m, TERM_EQ, w, back, a));
    Bits wrong = bits_bin(m, TERM_OR, 1, lossy, min_by_minus_one);
    return bits_bin(m, TERM_AND, 1, bits_not1(m, b_zero), wrong);
  }
  Bits r = bits_bin(m, op == BIN_ADD ? TERM_ADD : TERM_SUB, w, a, b);
  Bits na = bits_bin(m, TERM_SLT, w, a, zero), nb = bits_bin(m, TERM_SLT, w, b, zero);
  Bits nr = bits_bin(m, TERM_SLT, w, r, zero);
  Bits same = bits_not1(m, bits_bin(m, TERM_XOR, 1, na, nb));
  Bits may = op == BIN_ADD ? same : bits_not1(m, same);
  return bits_bin(m, TERM_AND, 1, may, bits_bin(m, TERM_XOR, 1, na, nr));
}

Bits bits_overflows(Machine *m, BinOp op, unsigned w, bool is_signed, Bits a, Bits b) {
  if (op == BIN_SHL || op == BIN_SHR)
    return bits_compare(m, BIN_GE, w, false, b, bits_const(u128_mask(w, w)));
  if (is_signed) return signed_overflow(m, op, w, a, b);
  switch (op) {
  case BIN_ADD: return bits_bin(m, TERM_ULT, w, bits_bin(m, TERM_ADD, w, a, b), a);
  case BIN_SUB: return bits_bin(m, TERM_ULT, w, a, b);
  case BIN_MUL: {
    Bits product = bits_bin(m, TERM_MUL, w, a, b);
    Bits a_zero = bits_bin(m, TERM_EQ, w, a, bits_const(0));
    Bits back = bits_bin(m, TERM_UDIV, w, product, a);
    return bits_bin(m, TERM_AND, 1, bits_not1(m, a_zero),
                    bits_not1(m, bits_bin(m, TERM_EQ, w, back, b)));
  }
  default: mach_unsupported(m, "internal: overflow check");
  }
}

Value value_bool(Machine *m, TypeId ty, Bits cond) {
  Bits b = bits_known(cond) ? bits_const(cond.c & 1) : bits_resize(m, cond, 1, false, 8);
  return value_scalar(ty, (Scalar){b, PROV_NONE});
}

Bits value_cond(Machine *m, const Value *v) {
  if (bits_known(v->a.bits)) return bits_const(v->a.bits.c & 1);
  return bits_bin(m, TERM_EQ, 8, v->a.bits, bits_const(1));
}
