/* Floats as text: what core::fmt prints (every line here was compared with rustc's output), and
 * that the shortest text reads back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/base/float_text.h"

typedef struct Case {
  const char *want;
  FloatStyle style;
  int precision;
  const char *number; /* of 64 bits, unless it ends in f */
} Case;

static void known_texts(void **state) {
  (void)state;
  static const Case cases[] = {
      {"1", FLOAT_DISPLAY, -1, "1"},
      {"1.0", FLOAT_DEBUG, -1, "1"},
      {"-0", FLOAT_DISPLAY, -1, "-0"},
      {"-0.0", FLOAT_DEBUG, -1, "-0"},
      {"0.1", FLOAT_DISPLAY, -1, "0.1"},
      {"0.30000000000000004", FLOAT_DISPLAY, -1, "0.30000000000000004"},
      {"1e16", FLOAT_DEBUG, -1, "1e16"},
      {"10000000000000000", FLOAT_DISPLAY, -1, "1e16"},
      {"1000000000000000.0", FLOAT_DEBUG, -1, "1e15"},
      {"0.0001", FLOAT_DEBUG, -1, "1e-4"},
      {"1e-5", FLOAT_DEBUG, -1, "1e-5"},
      {"0.00001", FLOAT_DISPLAY, -1, "1e-5"},
      {"1.2345e3", FLOAT_LOWER_EXP, -1, "1234.5"},
      {"1.23e3", FLOAT_LOWER_EXP, 2, "1234.5"},
      {"0E0", FLOAT_UPPER_EXP, -1, "0"},
      {"2", FLOAT_DISPLAY, 0, "2.5"},
      {"2", FLOAT_DISPLAY, 0, "1.5"},
      {"0", FLOAT_DISPLAY, 0, "0.5"},
      {"0.2", FLOAT_DISPLAY, 1, "0.25"},
      {"1.50", FLOAT_DEBUG, 2, "1.5"},
      {"inf", FLOAT_DISPLAY, 3, "inf"},
      {"-inf", FLOAT_DEBUG, -1, "-inf"},
      {"2.2250738585072014e-308", FLOAT_DEBUG, -1, "2.2250738585072014e-308"},
      {"5e-324", FLOAT_DEBUG, -1, "4.9e-324"},
      {"9007199254740992.0", FLOAT_DEBUG, -1, "9007199254740992"},
      {"1.7976931348623157e308", FLOAT_DEBUG, -1, "1.7976931348623157e308"},
      {"3.4028235e38", FLOAT_DEBUG, -1, "3.4028235e38f"},
      {"1e-45", FLOAT_DEBUG, -1, "1e-45f"},
      {"16777216.0", FLOAT_DEBUG, -1, "16777217f"},
      {"0.1", FLOAT_DISPLAY, -1, "0.1f"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const Case *c = &cases[i];
    unsigned width = strchr(c->number, 'f') && !strstr(c->number, "inf") ? 32 : 64;
    StrBuf b = {0};
    float_text_signed(float_parse(c->number, width), width, c->style, c->precision, &b);
    assert_string_equal(sb_str(&b), c->want);
    sb_free(&b);
  }
}

static void nan_has_no_sign(void **state) {
  (void)state;
  StrBuf b = {0};
  float_text_signed(0xffc00000, 32, FLOAT_DISPLAY, -1, &b);
  float_text_signed(0x7ff0000000000001, 64, FLOAT_DEBUG, 2, &b);
  assert_string_equal(sb_str(&b), "NaNNaN");
  sb_clear(&b);
  float_text_typed(0x7fc00001, 32, &b);
  float_text_typed(0xfff0000000000000, 64, &b);
  float_text_typed(0x3fc00000, 32, &b);
  assert_string_equal(sb_str(&b), "f32::from_bits(0x7fc00001)f64::NEG_INFINITY1.5_f32");
  sb_free(&b);
}

static void texts_read_back(void **state) {
  (void)state;
  u64 seed = 7;
  for (u32 i = 0; i < 20000; i++) {
    seed = seed * 6364136223846793005ull + 1442695040888963407ull;
    unsigned width = i & 1 ? 32 : 64;
    u64 bits = seed ^ seed >> 29;
    if (i % 5 == 0) bits &= ~(u64)0 << (width == 32 ? 23 : 52); /* powers of two */
    if (width == 32) bits = (u32)bits;
    if (float_bits_nan(bits, width)) continue;
    StrBuf b = {0};
    float_text_signed(bits, width, i & 2 ? FLOAT_DISPLAY : FLOAT_DEBUG, -1, &b);
    assert_true(float_parse(sb_str(&b), width) == bits);
    sb_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(known_texts),
                                     cmocka_unit_test(nan_has_no_sign),
                                     cmocka_unit_test(texts_read_back)};
  return cmocka_run_group_tests_name("text of floats", tests, NULL, NULL);
}
