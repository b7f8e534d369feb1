/* What the integer intrinsics compute: counts, rotations, the order of bits, wide products. A known
 * operand gives a number, an unknown one a term without a choice in it. The forms of the terms are
 * those that a solver decides fast (measured on identities at 32 and 64 bits); no form divides. */
#include "engine/mach/machine.h"

/* ---- counting bits */

/* 2k bits and again: k ones at the low end of each. */
static u128 field_mask(unsigned width, unsigned k) {
  u128 mask = 0;
  for (unsigned i = 0; i < width; i += 2 * k) mask |= u128_mask(~(u128)0, k) << i;
  return mask;
}

/* Neighbouring fields are added up in ever wider fields. A sum of single bits would have the same
 * value, but takes a solver a hundred times longer to compare with anything. */
static Term ones_term(Terms *ts, unsigned w, Term x) {
  for (unsigned k = 1; k < w; k *= 2) {
    Term mask = term_const(ts, w, field_mask(w, k));
    Term upper = term_bin(ts, TERM_LSHR, x, term_const(ts, w, k));
    x = term_bin(ts, TERM_ADD, term_bin(ts, TERM_AND, x, mask),
                 term_bin(ts, TERM_AND, upper, mask));
  }
  return w > 32 ? term_extract(ts, x, 31, 0) : term_zext(ts, x, 32);
}

Bits bits_count_ones(Machine *m, unsigned w, Bits a) {
  if (!bits_known(a)) return bits_of(m->ts, ones_term(m->ts, w, a.t));
  u128 v = u128_mask(a.c, w);
  return bits_const((u128)(__builtin_popcountll((u64)v) + __builtin_popcountll((u64)(v >> 64))));
}

/* The zeros at one end of x[hi..lo], whose width n is a power of two, in log2(n) + 1 bits: of the
 * half at that end, and where it is all zero those of the other half are counted on. The top bit
 * says that all is zero. */
static Term zeros_term(Terms *ts, Term x, unsigned hi, unsigned lo, bool leading) {
  if (hi == lo) return term_not(ts, term_extract(ts, x, hi, lo));
  unsigned half = (hi - lo + 1) / 2, mid = lo + half;
  Term upper = zeros_term(ts, x, hi, mid, leading), lower = zeros_term(ts, x, mid - 1, lo, leading);
  Term near = leading ? upper : lower, far = leading ? lower : upper;
  unsigned top = term_width(ts, near) - 1;
  Term near_zero = term_extract(ts, near, top, top), far_zero = term_extract(ts, far, top, top);
  Term n = term_bin(ts, TERM_CONCAT, term_and(ts, near_zero, far_zero),
                    term_and(ts, near_zero, term_not(ts, far_zero)));
  if (!top) return n;
  Term digits = term_ite(ts, near_zero, term_extract(ts, far, top - 1, 0),
                         term_extract(ts, near, top - 1, 0));
  return term_bin(ts, TERM_CONCAT, n, digits);
}

Bits bits_count_zeros(Machine *m, unsigned w, Bits a, bool leading) {
  if (!bits_known(a))
    return bits_of(m->ts, term_zext(m->ts, zeros_term(m->ts, a.t, w - 1, 0, leading), 32));
  unsigned n = 0;
  while (n < w && !(a.c >> (leading ? w - 1 - n : n) & 1)) n++;
  return bits_const(n);
}

/* ---- moving bits */

Bits bits_reverse(Machine *m, unsigned w, Bits a, unsigned unit) {
  if (bits_known(a)) {
    u128 out = 0;
    for (unsigned i = 0; i < w; i += unit) out |= u128_mask(a.c >> i, unit) << (w - unit - i);
    return bits_const(out);
  }
  Term out = term_extract(m->ts, a.t, unit - 1, 0);
  for (unsigned i = unit; i < w; i += unit)
    out = term_bin(m->ts, TERM_CONCAT, out, term_extract(m->ts, a.t, i + unit - 1, i));
  return bits_of(m->ts, out);
}

/* By a known amount two slices change places; by an unknown one two shifts, as programs write it.
 */
Bits bits_rotate_left(Machine *m, unsigned w, Bits a, Bits n) {
  Bits mask = bits_const(w - 1);
  n = bits_bin(m, TERM_AND, w, n, mask);
  if (bits_known(n) && !bits_known(a)) {
    unsigned k = (unsigned)n.c;
    if (!k) return a;
    return bits_of(m->ts, term_bin(m->ts, TERM_CONCAT, term_extract(m->ts, a.t, w - 1 - k, 0),
                                   term_extract(m->ts, a.t, w - 1, w - k)));
  }
  Bits rest = bits_bin(m, TERM_AND, w, bits_bin(m, TERM_SUB, w, bits_const(0), n), mask);
  return bits_bin(m, TERM_OR, w, bits_bin(m, TERM_SHL, w, a, n),
                  bits_bin(m, TERM_LSHR, w, a, rest));
}

/* ---- products */

static Bits low_half(Machine *m, Bits a) {
  return bits_resize(m, bits_resize(m, a, 128, false, 64), 64, false, 128);
}
static Bits high_half(Machine *m, Bits a) { return bits_bin(m, TERM_LSHR, 128, a, bits_const(64)); }

/* As by hand with digits of 64 bits: of four products the parts above bit 128. */
static Bits mul_high_128(Machine *m, Bits a, Bits b) {
  Bits al = low_half(m, a), ah = high_half(m, a), bl = low_half(m, b), bh = high_half(m, b);
  Bits ll = bits_bin(m, TERM_MUL, 128, al, bl), lh = bits_bin(m, TERM_MUL, 128, al, bh);
  Bits hl = bits_bin(m, TERM_MUL, 128, ah, bl), hh = bits_bin(m, TERM_MUL, 128, ah, bh);
  Bits middle = bits_bin(m, TERM_ADD, 128, high_half(m, ll), low_half(m, lh));
  middle = bits_bin(m, TERM_ADD, 128, middle, low_half(m, hl));
  Bits high = bits_bin(m, TERM_ADD, 128, hh, high_half(m, lh));
  high = bits_bin(m, TERM_ADD, 128, high, high_half(m, hl));
  return bits_bin(m, TERM_ADD, 128, high, high_half(m, middle));
}

/* sign(a) ? b : 0 */
static Bits if_negative(Machine *m, Bits a, Bits b) {
  Bits sign = bits_bin(m, TERM_ASHR, 128, a, bits_const(127));
  return bits_bin(m, TERM_AND, 128, sign, b);
}

Bits bits_mul_high(Machine *m, unsigned w, bool is_signed, Bits a, Bits b) {
  if (w <= 64) {
    unsigned ww = 2 * w;
    Bits full = bits_bin(m, TERM_MUL, ww, bits_resize(m, a, w, is_signed, ww),
                         bits_resize(m, b, w, is_signed, ww));
    return bits_resize(m, bits_bin(m, TERM_LSHR, ww, full, bits_const(w)), ww, false, w);
  }
  Bits high = mul_high_128(m, a, b);
  if (!is_signed) return high;
  high = bits_bin(m, TERM_SUB, 128, high, if_negative(m, a, b));
  return bits_bin(m, TERM_SUB, 128, high, if_negative(m, b, a));
}

/* ---- choosing */

Bits bits_select(Machine *m, unsigned w, Bits cond, Bits a, Bits b) {
  if (bits_known(cond)) return cond.c & 1 ? a : b;
  return bits_of(m->ts, term_ite(m->ts, cond.t, bits_term(m->ts, a, w), bits_term(m->ts, b, w)));
}
