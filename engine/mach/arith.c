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

/* ---- overflow */

static bool known_overflow(BinOp op, unsigned w, bool is_signed, u128 a, u128 b) {
  bool lost;
  if (is_signed) {
    i128 x = u128_sext(a, w), y = u128_sext(b, w), r;
    lost = op == BIN_ADD   ? __builtin_add_overflow(x, y, &r)
           : op == BIN_SUB ? __builtin_sub_overflow(x, y, &r)
                           : __builtin_mul_overflow(x, y, &r);
    return lost || u128_sext((u128)r, w) != r;
  }
  u128 r;
  lost = op == BIN_ADD   ? __builtin_add_overflow(a, b, &r)
         : op == BIN_SUB ? __builtin_sub_overflow(a, b, &r)
                         : __builtin_mul_overflow(a, b, &r);
  return lost || u128_mask(r, w) != r;
}

/* With how many bits, the sign included, a can surely be written as a signed number. */
static unsigned signed_bits(Machine *m, unsigned w, Bits a) {
  unsigned n = 1;
  if (bits_known(a)) {
    i128 v = u128_sext(a.c, w);
    for (v = v < 0 ? ~v : v; v; v >>= 1) n++;
    return n;
  }
  TermOp op = term_op(m->ts, a.t);
  if (op != TERM_SEXT && op != TERM_ZEXT) return w;
  n = term_width(m->ts, term_arg(m->ts, a.t, 0));
  return op == TERM_SEXT ? n : n + 1;
}

/* Numbers that were widened before have room for their sum or product. */
static bool signed_fits(Machine *m, BinOp op, unsigned w, Bits a, Bits b) {
  unsigned na = signed_bits(m, w, a), nb = signed_bits(m, w, b);
  return op == BIN_MUL ? na + nb <= w : na < w && nb < w;
}

/* a + b, a - b: by the signs. */
static Bits signed_sum_overflow(Machine *m, BinOp op, unsigned w, Bits a, Bits b) {
  Bits zero = bits_const(0);
  Bits r = bits_bin(m, op == BIN_ADD ? TERM_ADD : TERM_SUB, w, a, b);
  Bits na = bits_bin(m, TERM_SLT, w, a, zero), nb = bits_bin(m, TERM_SLT, w, b, zero);
  Bits nr = bits_bin(m, TERM_SLT, w, r, zero);
  Bits same = bits_not1(m, bits_bin(m, TERM_XOR, 1, na, nb));
  Bits may = op == BIN_ADD ? same : bits_not1(m, same);
  return bits_bin(m, TERM_AND, 1, may, bits_bin(m, TERM_XOR, 1, na, nr));
}

/* a * k overflows outside of a range of a. */
static Bits scaled_overflow(Machine *m, unsigned w, bool is_signed, Bits a, u128 k) {
  u128 ones = u128_mask(~(u128)0, w);
  if (!is_signed)
    return k ? bits_compare(m, BIN_GT, w, false, a, bits_const(ones / k)) : bits_const(0);
  i128 max = (i128)(ones >> 1), min = -max - 1, by = u128_sext(k, w);
  if (by == 0 || by == 1) return bits_const(0);
  if (by == -1) return bits_compare(m, BIN_EQ, w, false, a, bits_const(u128_mask((u128)min, w)));
  i128 least = by > 0 ? min / by : max / by, most = by > 0 ? max / by : min / by;
  return bits_bin(m, TERM_OR, 1,
                  bits_compare(m, BIN_LT, w, true, a, bits_const(u128_mask((u128)least, w))),
                  bits_compare(m, BIN_GT, w, true, a, bits_const(u128_mask((u128)most, w))));
}

/* The upper half of the full product has to follow from the lower one. */
static Bits product_overflow(Machine *m, unsigned w, bool is_signed, Bits a, Bits b) {
  if (bits_known(b)) return scaled_overflow(m, w, is_signed, a, b.c);
  if (bits_known(a)) return scaled_overflow(m, w, is_signed, b, a.c);
  Bits high = bits_mul_high(m, w, is_signed, a, b), expected = bits_const(0);
  if (is_signed)
    expected = bits_bin(m, TERM_ASHR, w, bits_bin(m, TERM_MUL, w, a, b), bits_const(w - 1));
  return bits_not1(m, bits_bin(m, TERM_EQ, w, high, expected));
}

Bits bits_overflows(Machine *m, BinOp op, unsigned w, bool is_signed, Bits a, Bits b) {
  if (op != BIN_ADD && op != BIN_SUB && op != BIN_MUL)
    mach_unsupported(m, "internal: overflow check");
  if (bits_known(a) && bits_known(b))
    return bits_const(known_overflow(op, w, is_signed, u128_mask(a.c, w), u128_mask(b.c, w)));
  if (is_signed && signed_fits(m, op, w, a, b)) return bits_const(0);
  if (op == BIN_MUL) return product_overflow(m, w, is_signed, a, b);
  if (is_signed) return signed_sum_overflow(m, op, w, a, b);
  if (op == BIN_SUB) return bits_bin(m, TERM_ULT, w, a, b);
  return bits_bin(m, TERM_ULT, w, bits_bin(m, TERM_ADD, w, a, b), a);
}

Value value_bool(Machine *m, TypeId ty, Bits cond) {
  Bits b = bits_known(cond) ? bits_const(cond.c & 1) : bits_resize(m, cond, 1, false, 8);
  return value_scalar(ty, (Scalar){b, PROV_NONE});
}

Bits value_cond(Machine *m, const Value *v) {
  if (bits_known(v->a.bits)) return bits_const(v->a.bits.c & 1);
  return bits_bin(m, TERM_EQ, 8, v->a.bits, bits_const(1));
}
