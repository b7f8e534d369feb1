/* What the operators on floats mean. Formats are binary32 and binary64, given by their encodings;
 * the host computes in the same formats and rounds to nearest, ties to even. Integers are converted
 * here bit by bit, since they may be wider than the host's. Terms do not distinguish NaNs that come
 * out of an operator: it is always the same one, and which ones a program may see is the machine's
 * business.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "engine/term/internal.h"

_Static_assert(FLT_EVAL_METHOD == 0, "float is computed as float, double as double");
_Static_assert(FLT_MANT_DIG == 24 && DBL_MANT_DIG == 53, "binary32 and binary64");

bool term_op_is_float(TermOp op) { return op >= TERM_FADD && op <= TERM_FTO_S; }

static float f32_of(u128 bits) {
  u32 b = (u32)bits;
  float f;
  memcpy(&f, &b, sizeof f);
  return f;
}

static double f64_of(u128 bits) {
  u64 b = (u64)bits;
  double d;
  memcpy(&d, &b, sizeof d);
  return d;
}

static u128 bits_of_f32(float f) {
  u32 b;
  memcpy(&b, &f, sizeof b);
  return isnan(f) ? term_float_nan(32) : b;
}

static u128 bits_of_f64(double d) {
  u64 b;
  memcpy(&b, &d, sizeof b);
  return isnan(d) ? term_float_nan(64) : b;
}

static u128 fold_f32(TermOp op, float a, float b, float c) {
  switch (op) {
  case TERM_FADD: return bits_of_f32(a + b);
  case TERM_FSUB: return bits_of_f32(a - b);
  case TERM_FMUL: return bits_of_f32(a * b);
  case TERM_FDIV: return bits_of_f32(a / b);
  case TERM_FMA: return bits_of_f32(fmaf(a, b, c));
  case TERM_FSQRT: return bits_of_f32(sqrtf(a));
  case TERM_FFLOOR: return bits_of_f32(floorf(a));
  case TERM_FCEIL: return bits_of_f32(ceilf(a));
  case TERM_FTRUNC: return bits_of_f32(truncf(a));
  case TERM_FROUND: return bits_of_f32(roundf(a));
  case TERM_FROUND_EVEN: return bits_of_f32(rintf(a));
  case TERM_FEQ: return a == b;
  case TERM_FLT: return a < b;
  case TERM_FLE: return a <= b;
  case TERM_FCONVERT: return bits_of_f64((double)a);
  default: assert(!"not an operator on floats"); return 0;
  }
}

static u128 fold_f64(TermOp op, double a, double b, double c) {
  switch (op) {
  case TERM_FADD: return bits_of_f64(a + b);
  case TERM_FSUB: return bits_of_f64(a - b);
  case TERM_FMUL: return bits_of_f64(a * b);
  case TERM_FDIV: return bits_of_f64(a / b);
  case TERM_FMA: return bits_of_f64(fma(a, b, c));
  case TERM_FSQRT: return bits_of_f64(sqrt(a));
  case TERM_FFLOOR: return bits_of_f64(floor(a));
  case TERM_FCEIL: return bits_of_f64(ceil(a));
  case TERM_FTRUNC: return bits_of_f64(trunc(a));
  case TERM_FROUND: return bits_of_f64(round(a));
  case TERM_FROUND_EVEN: return bits_of_f64(rint(a));
  case TERM_FEQ: return a == b;
  case TERM_FLT: return a < b;
  case TERM_FLE: return a <= b;
  case TERM_FCONVERT: return bits_of_f32((float)a);
  default: assert(!"not an operator on floats"); return 0;
  }
}

/* ---- integers */

/* Bits of the significand without the leading one; the exponent of 1.0. */
static unsigned fraction_bits(unsigned width) { return width == 32 ? 23 : 52; }
static int exponent_bias(unsigned width) { return width == 32 ? 127 : 1023; }

static int top_bit(u128 v) {
  int n = -1;
  for (; v; v >>= 1) n++;
  return n;
}

/* The magnitude rounded to the format. A significand that rounds up to the next power of two
 * carries into the exponent, and from the greatest exponent to infinity. */
static u128 from_magnitude(unsigned width, u128 v) {
  if (!v) return 0;
  int fraction = (int)fraction_bits(width), top = top_bit(v), extra = top - fraction;
  u128 exponent = (u128)(top + exponent_bias(width)) << fraction;
  u128 significand = extra <= 0 ? v << -extra : v >> extra;
  u128 r = exponent + significand - ((u128)1 << fraction);
  if (extra <= 0) return r;
  u128 rest = v & (((u128)1 << extra) - 1), half = (u128)1 << (extra - 1);
  return r + (rest > half || (rest == half && (r & 1)));
}

static u128 from_integer(bool is_signed, unsigned from, unsigned to, u128 v) {
  bool negative = is_signed && u128_sext(v, from) < 0;
  return from_magnitude(to, negative ? u128_mask(-v, from) : v) | (negative ? sign_bit(to) : 0);
}

/* The integer part of the magnitude; all ones if it has more than 128 bits. */
static u128 integer_part(unsigned width, u128 bits) {
  int fraction = (int)fraction_bits(width);
  int exponent = (int)(u128_mask(bits, width - 1) >> fraction) - exponent_bias(width);
  u128 significand = u128_mask(bits, (unsigned)fraction) | (u128)1 << fraction;
  if (exponent < 0) return 0;
  if (exponent > 127) return ~(u128)0;
  return exponent < fraction ? significand >> (fraction - exponent)
                             : significand << (exponent - fraction);
}

static bool is_nan(unsigned width, u128 bits) {
  return u128_mask(bits, width - 1) > ones(width - 1) - ones(fraction_bits(width));
}

static u128 to_integer(bool is_signed, unsigned from, unsigned to, u128 bits) {
  if (is_nan(from, bits)) return 0;
  bool negative = bits & sign_bit(from);
  u128 v = integer_part(from, bits);
  u128 most = !is_signed ? (negative ? 0 : ones(to)) : sign_bit(to) - !negative;
  if (v > most) v = most;
  return u128_mask(negative ? -v : v, to);
}

u128 term_fold_float(TermOp op, unsigned from, unsigned to, u128 a, u128 b, u128 c) {
  switch (op) {
  case TERM_FFROM_U:
  case TERM_FFROM_S: return from_integer(op == TERM_FFROM_S, from, to, a);
  case TERM_FTO_U:
  case TERM_FTO_S: return to_integer(op == TERM_FTO_S, from, to, a);
  default: break;
  }
  if (from == 32) return fold_f32(op, f32_of(a), f32_of(b), f32_of(c));
  assert(from == 64);
  return fold_f64(op, f64_of(a), f64_of(b), f64_of(c));
}

u128 term_fold_float_rem(unsigned width, u128 a, u128 b) {
  if (width == 32) return bits_of_f32(fmodf(f32_of(a), f32_of(b)));
  assert(width == 64);
  return bits_of_f64(fmod(f64_of(a), f64_of(b)));
}
