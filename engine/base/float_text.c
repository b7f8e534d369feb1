/* The C library prints a float exactly to as many digits as are asked for, and reads back rounding
 * correctly; finding the shortest text is a matter of trying. */
#include "engine/base/float_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXACT_DIGITS = 770, DIGITS_MAX = 17 };

static double value_of(u64 bits, unsigned width) {
  if (width == 32) {
    u32 b = (u32)bits;
    float f;
    memcpy(&f, &b, sizeof f);
    return (double)f;
  }
  double d;
  memcpy(&d, &bits, sizeof d);
  return d;
}

u64 float_parse(const char *text, unsigned width) {
  if (width == 32) {
    float f = strtof(text, NULL);
    u32 b;
    memcpy(&b, &f, sizeof b);
    return b;
  }
  double d = strtod(text, NULL);
  u64 b;
  memcpy(&b, &d, sizeof b);
  return b;
}

bool float_bits_nan(u64 bits, unsigned width) { return isnan(value_of(bits, width)); }
bool float_bits_negative(u64 bits, unsigned width) { return bits >> (width - 1) & 1; }

/* d[0].d[1]d[2].. * 10^exponent */
typedef struct Decimal {
  char digits[DIGITS_MAX + 2];
  int n, exponent;
} Decimal;

static bool reads_back(const Decimal *d, u64 bits, unsigned width) {
  char text[64];
  snprintf(text, sizeof text, "%c.%se%d", d->digits[0], d->digits + 1, d->exponent);
  return float_parse(text, width) == bits;
}

/* The next decimal of as many digits. */
static void increment(Decimal *d) {
  int i = d->n - 1;
  while (i >= 0 && d->digits[i] == '9') d->digits[i--] = '0';
  if (i >= 0) {
    d->digits[i]++;
    return;
  }
  d->digits[0] = '1';
  d->exponent++;
}

/* The shortest decimal that reads back; of two the nearer one. Below a power of two floats lie
 * closer together, so the nearest decimal of some length may not read back where another does:
 * both neighbours are tried. */
static Decimal shortest(u64 bits, unsigned width) {
  char exact[EXACT_DIGITS + 32];
  snprintf(exact, sizeof exact, "%.*e", EXACT_DIGITS, value_of(bits, width));
  exact[1] = exact[0]; /* the digits without the point */
  const char *digits = exact + 1;
  int exponent = atoi(strchr(digits, 'e') + 1);
  for (int n = 1; n <= DIGITS_MAX; n++) {
    Decimal below = {.n = n, .exponent = exponent}, above;
    memcpy(below.digits, digits, (size_t)n);
    above = below;
    increment(&above);
    bool down = reads_back(&below, bits, width), up = reads_back(&above, bits, width);
    if (up && (!down || digits[n] >= '5')) return above;
    if (down) return below;
  }
  return (Decimal){.digits = "0", .n = 1}; /* cannot be: 17 digits tell all floats apart */
}

static void put_zeros(StrBuf *out, int n) {
  for (int i = 0; i < n; i++) sb_putc(out, '0');
}

static void positional(const Decimal *d, bool point, StrBuf *out) {
  int before = d->exponent + 1; /* digits before the point */
  if (before <= 0) {
    sb_puts(out, "0.");
    put_zeros(out, -before);
    sb_put(out, d->digits, (size_t)d->n);
  } else if (before >= d->n) {
    sb_put(out, d->digits, (size_t)d->n);
    put_zeros(out, before - d->n);
    if (point) sb_puts(out, ".0");
  } else {
    sb_put(out, d->digits, (size_t)before);
    sb_putc(out, '.');
    sb_put(out, d->digits + before, (size_t)(d->n - before));
  }
}

static void exponential(const Decimal *d, char e, StrBuf *out) {
  sb_putc(out, d->digits[0]);
  if (d->n > 1) {
    sb_putc(out, '.');
    sb_put(out, d->digits + 1, (size_t)(d->n - 1));
  }
  sb_printf(out, "%c%d", e, d->exponent);
}

/* printf rounds ties to even, as Rust does. */
static void rounded(double v, FloatStyle style, int precision, StrBuf *out) {
  char text[FLOAT_PRECISION_MAX + 400];
  if (precision > FLOAT_PRECISION_MAX) precision = FLOAT_PRECISION_MAX;
  if (style == FLOAT_DISPLAY || style == FLOAT_DEBUG) {
    snprintf(text, sizeof text, "%.*f", precision, v);
    sb_puts(out, text);
    return;
  }
  snprintf(text, sizeof text, "%.*e", precision, v);
  char *e = strchr(text, 'e');
  int exponent = atoi(e + 1);
  sb_put(out, text, (size_t)(e - text));
  sb_printf(out, "%c%d", style == FLOAT_LOWER_EXP ? 'e' : 'E', exponent);
}

void float_text(u64 bits, unsigned width, FloatStyle style, int precision, StrBuf *out) {
  bits &= ~((u64)1 << (width - 1));
  double v = value_of(bits, width);
  if (isnan(v) || isinf(v)) {
    sb_puts(out, isnan(v) ? "NaN" : "inf");
    return;
  }
  if (precision >= 0) {
    rounded(v, style, precision, out);
    return;
  }
  Decimal d = v == 0 ? (Decimal){.digits = "0", .n = 1} : shortest(bits, width);
  while (d.n > 1 && d.digits[d.n - 1] == '0') d.n--;
  /* Rust compares with the numbers 1e16 and 1e-4 in the float's own format. */
  u64 large = float_parse("1e16", width), small = float_parse("1e-4", width);
  bool is_extreme = v != 0 && (bits >= large || bits < small);
  if (style == FLOAT_LOWER_EXP || style == FLOAT_UPPER_EXP || (style == FLOAT_DEBUG && is_extreme))
    exponential(&d, style == FLOAT_UPPER_EXP ? 'E' : 'e', out);
  else
    positional(&d, style == FLOAT_DEBUG, out);
}

void float_text_signed(u64 bits, unsigned width, FloatStyle style, int precision, StrBuf *out) {
  if (float_bits_negative(bits, width) && !float_bits_nan(bits, width)) sb_putc(out, '-');
  float_text(bits, width, style, precision, out);
}

void float_text_typed(u64 bits, unsigned width, StrBuf *out) {
  double v = value_of(bits, width);
  if (isnan(v)) {
    sb_printf(out, "f%u::from_bits(0x%llx)", width, (unsigned long long)bits);
    return;
  }
  if (isinf(v)) {
    sb_printf(out, "f%u::%s", width, v < 0 ? "NEG_INFINITY" : "INFINITY");
    return;
  }
  float_text_signed(bits, width, FLOAT_DEBUG, -1, out);
  sb_printf(out, "_f%u", width);
}
