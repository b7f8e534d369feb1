/* Floats as text, as core::fmt prints them. */
#ifndef LITMUS_BASE_FLOAT_TEXT_H
#define LITMUS_BASE_FLOAT_TEXT_H

#include "engine/base/strbuf.h"
#include "engine/base/types.h"

typedef enum FloatStyle {
  FLOAT_DISPLAY, /* {}: never with an exponent */
  FLOAT_DEBUG,   /* {:?}: with one if it is large or small, else with a point */
  FLOAT_LOWER_EXP,
  FLOAT_UPPER_EXP
} FloatStyle;

/* No more digits after the point than this are printed exactly by float_text. */
enum { FLOAT_PRECISION_MAX = 2000 };

/* The magnitude of the float of `width` bits (32 or 64) with this encoding, without a sign: the
 * shortest text that reads back as the same number, or `precision` digits after the point if that
 * is not negative; `NaN`, `inf`. */
void float_text(u64 bits, unsigned width, FloatStyle style, int precision, StrBuf *out);
/* The same with a minus sign before negative numbers (NaN has none). */
void float_text_signed(u64 bits, unsigned width, FloatStyle style, int precision, StrBuf *out);
/* {:?} and the type, as Rust could write it: `1.5_f32`, `f64::INFINITY`,
 * `f32::from_bits(0x7fc00000)`.
 */
void float_text_typed(u64 bits, unsigned width, StrBuf *out);

bool float_bits_nan(u64 bits, unsigned width);
bool float_bits_negative(u64 bits, unsigned width);

/* The float that a decimal literal stands for, correctly rounded: digits with `.` and exponent, no
 * underscores; infinite if it is too large. */
u64 float_parse(const char *text, unsigned width);

#endif
