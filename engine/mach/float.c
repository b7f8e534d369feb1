/* Floats: the operators' values come from terms, and here comes what Rust leaves open, the bits of
 * a NaN that arithmetic gives (core::primitive::f32, "NaN bit patterns"). Its sign is any. Its
 * payload is the preferred one, which is zero with the quiet bit set; or that of an operand that is
 * a NaN, with the quiet bit set, or as it is, so that a signalling NaN may come through. (Targets
 * may add payloads of their own; this one has none.)
 *
 * Moves, negation, abs, copysign and the like are not arithmetic: they keep the bits. */
#include "engine/base/float_text.h"
#include "engine/mach/machine.h"

enum { OPERANDS_MAX = 3 };

static unsigned fraction_bits(unsigned width) { return width == 32 ? 23 : 52; }
static Bits low_mask(unsigned n) { return bits_const(u128_mask(~(u128)0, n)); }

static Bits ite(Machine *m, Bits cond, unsigned width, Bits a, Bits b) {
  if (bits_known(cond)) return cond.c & 1 ? a : b;
  return bits_of(m->ts,
                 term_ite(m->ts, cond.t, bits_term(m->ts, a, width), bits_term(m->ts, b, width)));
}

static Bits bits_extract(Machine *m, Bits a, unsigned width, unsigned hi, unsigned lo) {
  if (bits_known(a)) return bits_const(u128_mask(a.c >> lo, hi - lo + 1));
  return bits_of(m->ts, term_extract(m->ts, bits_term(m->ts, a, width), hi, lo));
}

static Bits bits_concat(Machine *m, Bits high, unsigned nhigh, Bits low, unsigned nlow) {
  if (bits_known(high) && bits_known(low)) return bits_const(high.c << nlow | low.c);
  return bits_of(m->ts, term_bin(m->ts, TERM_CONCAT, bits_term(m->ts, high, nhigh),
                                 bits_term(m->ts, low, nlow)));
}

static Bits both(Machine *m, Bits a, Bits b) { return bits_bin(m, TERM_AND, 1, a, b); }

Bits mach_is_nan(Machine *m, unsigned width, Bits x) {
  return bits_not1(m, bits_bin(m, TERM_FEQ, width, x, x));
}

/* The operator without the choice of a NaN. */
static Bits apply(Machine *m, TermOp op, unsigned from, unsigned to, const Bits *x) {
  unsigned arity = term_op_arity(op);
  bool known = true;
  for (unsigned i = 0; i < arity; i++) known &= bits_known(x[i]);
  if (known)
    return bits_const(
        term_fold_float(op, from, to, x[0].c, arity > 1 ? x[1].c : 0, arity > 2 ? x[2].c : 0));
  Term t[OPERANDS_MAX];
  for (unsigned i = 0; i < arity; i++) t[i] = bits_term(m->ts, x[i], from);
  if (op == TERM_FMA) return bits_of(m->ts, term_fma(m->ts, t[0], t[1], t[2]));
  if (op >= TERM_FCONVERT) return bits_of(m->ts, term_float_to(m->ts, op, t[0], to));
  if (arity == 1) return bits_of(m->ts, term_un(m->ts, op, t[0]));
  return bits_of(m->ts, term_bin(m->ts, op, t[0], t[1]));
}

/* ---- NaN */

/* The fraction of a float of `from` bits as one of `to` bits: low bits are dropped or added. */
static Bits fraction_as(Machine *m, unsigned from, unsigned to, Bits x) {
  unsigned have = fraction_bits(from), want = fraction_bits(to);
  if (have >= want) return bits_extract(m, x, from, have - 1, have - want);
  return bits_concat(m, bits_extract(m, x, from, have - 1, 0), have, bits_const(0), want - have);
}

typedef struct NanChoice {
  Machine *m;
  unsigned from, to;
  Bits picked; /* a number that selects among the candidates; one that selects none: preferred */
  u32 ncandidates;
  Bits fraction; /* chosen so far */
} NanChoice;

static void candidate(NanChoice *c, Bits applies, Bits fraction) {
  Machine *m = c->m;
  Bits is = bits_compare(m, BIN_EQ, 3, false, c->picked, bits_const(++c->ncandidates));
  c->fraction = ite(m, both(m, is, applies), fraction_bits(c->to), fraction, c->fraction);
}

static void candidates_of(NanChoice *c, Bits x) {
  Machine *m = c->m;
  unsigned n = fraction_bits(c->to);
  Bits is_nan = mach_is_nan(m, c->from, x), fraction = fraction_as(m, c->from, c->to, x);
  candidate(c, is_nan, bits_bin(m, TERM_OR, n, fraction, bits_const((u128)1 << (n - 1))));
  /* A narrower format may have no room for what makes it a NaN. */
  Bits is_left = bits_compare(m, BIN_NE, n, false, fraction, bits_const(0));
  candidate(c, both(m, is_nan, is_left), fraction);
}

/* The unknown is counted whether it is needed or not: a replay knows more, and must give the later
 * ones the same numbers. */
static Bits with_nan_open(Machine *m, unsigned from, unsigned to, Bits result, const Bits *x,
                          unsigned nx) {
  Bits is_nan = mach_is_nan(m, to, result);
  if (bits_known(is_nan) && !is_nan.c) {
    mach_skip_unknown(m);
    return result;
  }
  bool maybe = false;
  for (unsigned i = 0; i < nx; i++) {
    Bits input = mach_is_nan(m, from, x[i]);
    maybe |= !bits_known(input) || input.c;
  }
  unsigned width = maybe ? 4 : 1;
  Bits open = mach_unknown(m, width, "NaN");
  Bits sign = bits_resize(m, open, width, false, 1);
  Bits preferred = bits_const((u128)1 << (fraction_bits(to) - 1));
  NanChoice c = {.m = m, .from = from, .to = to, .fraction = preferred};
  if (maybe) {
    c.picked = bits_resize(m, bits_bin(m, TERM_LSHR, width, open, bits_const(1)), width, false, 3);
    for (unsigned i = 0; i < nx; i++) candidates_of(&c, x[i]);
  }
  unsigned n = fraction_bits(to), exponent = to - 1 - n;
  Bits nan = bits_concat(m, low_mask(exponent), exponent, c.fraction, n);
  return ite(m, is_nan, to, bits_concat(m, sign, 1, nan, to - 1), result);
}

Bits mach_float(Machine *m, TermOp op, unsigned width, const Bits *x) {
  return with_nan_open(m, width, width, apply(m, op, width, width, x), x, term_op_arity(op));
}

/* ---- operators and casts */

static Bits remainder_of(Machine *m, unsigned width, Bits a, Bits b) {
  if (!bits_known(a) || !bits_known(b))
    mach_unsupported(m, "the remainder of floats that are not known: no solver has it");
  Bits x[2] = {a, b};
  return with_nan_open(m, width, width, bits_const(term_fold_float_rem(width, a.c, b.c)), x, 2);
}

Bits mach_float_binary(Machine *m, BinOp op, unsigned width, Bits a, Bits b) {
  Bits x[2] = {a, b};
  switch (op) {
  case BIN_ADD: return mach_float(m, TERM_FADD, width, x);
  case BIN_SUB: return mach_float(m, TERM_FSUB, width, x);
  case BIN_MUL: return mach_float(m, TERM_FMUL, width, x);
  case BIN_DIV: return mach_float(m, TERM_FDIV, width, x);
  case BIN_REM: return remainder_of(m, width, a, b);
  default: mach_unsupported(m, "internal: operator on floats");
  }
}

Bits mach_float_compare(Machine *m, BinOp op, unsigned width, Bits a, Bits b) {
  switch (op) {
  case BIN_EQ: return bits_bin(m, TERM_FEQ, width, a, b);
  case BIN_NE: return bits_not1(m, bits_bin(m, TERM_FEQ, width, a, b));
  case BIN_LT: return bits_bin(m, TERM_FLT, width, a, b);
  case BIN_LE: return bits_bin(m, TERM_FLE, width, a, b);
  case BIN_GT: return bits_bin(m, TERM_FLT, width, b, a);
  case BIN_GE: return bits_bin(m, TERM_FLE, width, b, a);
  default: mach_unsupported(m, "internal: comparison of floats");
  }
}

Bits mach_float_negate(Machine *m, unsigned width, Bits a) {
  return bits_bin(m, TERM_XOR, width, a, bits_const((u128)1 << (width - 1)));
}

Bits mach_float_cast(Machine *m, const TypeInfo *from, const TypeInfo *to, Bits a) {
  unsigned w = (unsigned)from->size * 8, v = (unsigned)to->size * 8;
  if (!from->is_float) return apply(m, from->is_signed ? TERM_FFROM_S : TERM_FFROM_U, w, v, &a);
  if (!to->is_float) return apply(m, to->is_signed ? TERM_FTO_S : TERM_FTO_U, w, v, &a);
  if (w == v) return a;
  return with_nan_open(m, w, v, apply(m, TERM_FCONVERT, w, v, &a), &a, 1);
}

Bits mach_float_min_max(Machine *m, bool max, unsigned width, Bits a, Bits b) {
  Bits x[2] = {a, b};
  Bits a_nan = mach_is_nan(m, width, a), b_nan = mach_is_nan(m, width, b);
  Bits less = bits_bin(m, TERM_FLT, width, a, b), more = bits_bin(m, TERM_FLT, width, b, a);
  /* Of two that compare equal and are not the same, two zeros, either. */
  Bits open = bits_bin(m, TERM_FEQ, width, a, b);
  open = both(m, open, bits_compare(m, BIN_NE, width, false, a, b));
  Bits either = bits_const(0);
  if (bits_known(open) && !open.c)
    mach_skip_unknown(m);
  else
    either = mach_unknown(m, 1, "which zero");
  Bits r = ite(m, either, width, b, a);
  r = ite(m, max ? less : more, width, b, ite(m, max ? more : less, width, a, r));
  r = ite(m, b_nan, width, a, ite(m, a_nan, width, b, r));
  return with_nan_open(m, width, width, r, x, 2);
}

Bits mach_float_fits(Machine *m, const TypeInfo *from, const TypeInfo *to, Bits a) {
  unsigned w = (unsigned)from->size * 8, v = (unsigned)to->size * 8;
  unsigned magnitude = to->is_signed ? v - 1 : v;
  /* The powers of two at the ends; the one above the greatest u128 is infinite as f32. */
  u128 bias = w == 32 ? 127 : 1023, top = (bias + magnitude) << fraction_bits(w);
  u128 sign = (u128)1 << (w - 1), one = bias << fraction_bits(w);
  Bits below_top = bits_bin(m, TERM_FLT, w, a, bits_const(top));
  /* Above -1 or -2^n - 1; if that is not a number of the format, at least -2^n. */
  u128 low = sign | one;
  if (to->is_signed) low = term_fold_float(TERM_FSUB, w, w, sign | top, one, 0);
  bool inexact = to->is_signed && low == (sign | top);
  Bits above = bits_bin(m, inexact ? TERM_FLE : TERM_FLT, w, bits_const(low), a);
  return both(m, below_top, above);
}

const char *mach_float_text(Machine *m, Bits a, unsigned width) {
  if (!bits_known(a)) return mach_bits_text(m, a, width);
  StrBuf b = {0};
  float_text_signed((u64)a.c, width, FLOAT_DEBUG, -1, &b);
  const char *s = arena_strndup(m->arena, sb_str(&b), b.len);
  sb_free(&b);
  return s;
}
