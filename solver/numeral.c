/* Numbers as the machine prints them: to text and back, without leading zeros, lower case. */
#include "solver/trace.h"

#include <string.h>

#include "engine/base/float_text.h"

unsigned numeral_radix(FragFormat f) {
  switch (f) {
  case FRAG_HEX:
  case FRAG_HEX_PREFIX: return 16;
  case FRAG_BIN: return 2;
  case FRAG_OCT: return 8;
  default: return 10;
  }
}

bool numeral_is_float(FragFormat f) { return f == FRAG_FLOAT || f == FRAG_FLOAT_DEBUG; }

static void print_float(u128 value, unsigned width, FragFormat format, StrBuf *out) {
  float_text_signed((u64)value, width, format == FRAG_FLOAT ? FLOAT_DISPLAY : FLOAT_DEBUG, -1, out);
}

/* What is printed when it is read as a float. */
static bool parse_float(const char *text, u32 n, FragFormat format, unsigned width, u128 *value) {
  StrBuf own = {0}, back = {0};
  sb_put(&own, text, n);
  *value = float_parse(sb_str(&own), width);
  if (n == 3 && !memcmp(text, "NaN", 3)) *value = term_float_nan(width);
  print_float(*value, width, format, &back);
  bool same = back.len == n && !memcmp(sb_str(&back), text, n);
  sb_free(&own);
  sb_free(&back);
  return same;
}

void numeral_print(u128 value, unsigned width, FragFormat format, StrBuf *out) {
  if (numeral_is_float(format)) {
    print_float(value, width, format, out);
    return;
  }
  if (format == FRAG_HEX_PREFIX) sb_puts(out, "0x");
  if (numeral_radix(format) == 10)
    sb_put_int(out, value, width, format == FRAG_DEC_SIGNED);
  else
    sb_put_radix(out, value, numeral_radix(format));
}

static unsigned digit_value(char c) {
  if (c >= '0' && c <= '9') return (unsigned)(c - '0');
  if (c >= 'a' && c <= 'f') return (unsigned)(c - 'a') + 10;
  return 99;
}

/* Digits without leading zeros, at most `limit`. */
static bool parse_digits(const char *text, u32 n, unsigned base, u128 limit, u128 *value) {
  if (!n || (n > 1 && text[0] == '0')) return false;
  u128 v = 0;
  for (u32 i = 0; i < n; i++) {
    unsigned d = digit_value(text[i]);
    if (d >= base || d > limit || v > (limit - d) / base) return false;
    v = v * base + d;
  }
  *value = v;
  return true;
}

bool numeral_parse(const char *text, u32 n, FragFormat format, unsigned width, u128 *value) {
  if (numeral_is_float(format)) return parse_float(text, n, format, width, value);
  u128 all = u128_mask(~(u128)0, width);
  if (format != FRAG_DEC_SIGNED) return parse_digits(text, n, numeral_radix(format), all, value);
  bool negative = n && text[0] == '-';
  u128 limit = all >> 1; /* the greatest positive number */
  if (!parse_digits(text + negative, n - negative, 10, limit + negative, value)) return false;
  if (negative && *value == 0) return false;
  if (negative) *value = u128_mask(-*value, width);
  return true;
}
