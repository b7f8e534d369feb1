/* The lexer: sources to tokens, or to the error and its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "litmus/rust/lex.h"

/* Words as they are; values as kind:value. */
static void show(const Interner *in, const Tokens *ts, StrBuf *out) {
  for (u32 i = 0; i + 1 < ts->tok.len; i++) {
    const Token *t = &ts->tok.at[i];
    const Literal *l = ts->lit.len > t->lit ? &ts->lit.at[t->lit] : NULL;
    if (i > 0) sb_putc(out, ' ');
    switch (t->kind) {
    case TK_IDENT: sb_puts(out, sym_str(in, t->sym)); break;
    case TK_LIFETIME: sb_printf(out, "'%s", sym_str(in, t->sym)); break;
    case TK_INT:
      sb_puts(out, "int:");
      sb_put_int(out, l->value, 128, false);
      sb_puts(out, sym_str(in, t->sym));
      break;
    case TK_FLOAT: sb_printf(out, "float:%s%s", l->text, sym_str(in, t->sym)); break;
    case TK_CHAR: sb_printf(out, "char:%x", (u32)l->value); break;
    case TK_BYTE: sb_printf(out, "byte:%x", (u32)l->value); break;
    case TK_STR:
    case TK_BYTE_STR:
    case TK_C_STR:
      sb_puts(out, t->kind == TK_STR ? "str:<" : t->kind == TK_C_STR ? "cstr:<" : "bytes:<");
      for (u32 k = 0; k < l->len; k++) {
        unsigned char c = (unsigned char)l->text[k];
        if (c >= ' ' && c < 0x7F)
          sb_putc(out, (char)c);
        else
          sb_printf(out, "{%02x}", c);
      }
      sb_putc(out, '>');
      break;
    default:
      if (token_is_keyword(t->kind)) sb_putc(out, '@');
      sb_puts(out, token_kind_text(t->kind));
    }
  }
}

static void lex_to(const char *text, size_t len, StrBuf *out) {
  Arena *arena = arena_create();
  Interner *in = intern_create();
  SourceMap sources;
  Diags diags;
  Tokens tokens = {0};
  source_init(&sources, arena);
  diags_init(&diags, arena, &sources);
  u16 file = source_add(&sources, "t.rs", text, len, false);
  bool ok = lex(arena, in, &sources, file, &diags, &tokens);
  assert_int_equal(ok, diags.nerrors == 0);
  assert_true(tokens.tok.len > 0);
  assert_int_equal(tokens.tok.at[tokens.tok.len - 1].kind, TK_EOF);
  const Diag *d = diags_first(&diags);
  if (d)
    sb_printf(out, "%u:%u: %s: %s", span_line(&sources, d->span), span_col(&sources, d->span),
              d->kind == DIAG_ERROR ? "error" : "unsupported", d->text);
  else
    show(in, &tokens, out);
  tokens_free(&tokens);
  intern_destroy(in);
  arena_destroy(arena);
}

typedef struct Case {
  const char *text, *want;
} Case;

static void run(const Case *cases, size_t n) {
  for (size_t i = 0; i < n; i++) {
    StrBuf out = {0};
    lex_to(cases[i].text, strlen(cases[i].text), &out);
    assert_string_equal(sb_str(&out), cases[i].want);
    sb_free(&out);
  }
}

#define RUN(cases) run(cases, sizeof cases / sizeof *cases)

static void words(void **state) {
  (void)state;
  static const Case cases[] = {
      {"", ""},
      {"fn main _x x1 _ __", "@fn main _x x1 _ __"},
      {"r#fn r#x raw", "fn x raw"},
      {"self Self super crate", "@self @Self @super @crate"},
      {"union macro_rules try box", "union macro_rules @try @box"},
      {"r#self", "1:1: error: `self` cannot be a raw identifier"},
      {"r#_", "1:1: error: `_` cannot be a raw identifier"},
      {"'a 'static '_ 'a'", "'a 'static '_ char:61"},
      {"x#y", "1:1: error: unknown prefix `x` before `#`"},
      {"a k\"s\"", "1:3: error: unknown prefix `k` before `\"`"},
      {"return\"s\"", "@return str:<s>"},
      {"h\xC3\xA9", "1:2: unsupported: the character `\xC3\xA9` (U+00E9) outside strings and "
                    "comments is not supported yet"},
  };
  RUN(cases);
}

static void blanks(void **state) {
  (void)state;
  static const Case cases[] = {
      {"a // b\n c", "a c"},
      {"a /* b /* c */ d */ e", "a e"},
      {"a /**/ b /***/ c /** d */", "a b c"},
      {"/// doc \xC3\xA9\n//! doc\nx", "x"},
      {"a /* b /* c */", "1:3: error: this block comment is never closed"},
      {"\n /*/", "2:2: error: this block comment is never closed"},
      {"\xEF\xBB\xBF#!/usr/bin/run a b\nx", "x"},
      {"#![a]", "# ! [ a ]"},
      {"#! /* c */ [a]", "# ! [ a ]"},
      {"a\xC2\x85"
       "b\xE2\x80\xA8"
       "c\r\n\t\v\f",
       "a b c"},
      {"a\n\x01", "2:1: error: control character U+0001 in the source"},
      {"a \\", "1:3: error: `\\` is not part of any Rust token"},
      {"a\n \xFF", "2:2: error: the file is not valid UTF-8: byte 0xff"},
      {"// \xED\xA0\x80", "1:4: error: the file is not valid UTF-8: byte 0xed"},
      {"\xC0\x80", "1:1: error: the file is not valid UTF-8: byte 0xc0"},
      {"\xE2\x82", "1:1: error: the file is not valid UTF-8: byte 0xe2"},
      {"\xF4\x90\x80\x80", "1:1: error: the file is not valid UTF-8: byte 0xf4"},
  };
  RUN(cases);
}

static void nul_bytes(void **state) {
  (void)state;
  StrBuf out = {0};
  lex_to("a\n \0b", 5, &out);
  assert_string_equal(sb_str(&out), "2:2: error: the file contains a NUL byte");
  sb_free(&out);
}

static void punctuation(void **state) {
  (void)state;
  static const Case cases[] = {
      {"a>>=b>>c>=d>e", "a >>= b >> c >= d > e"},
      {"..=...... ..", "..= ... ... .."},
      {"&&&|||", "&& & || |"},
      {"->=>=<-", "-> => = < -"},
      {"a::<b>::c", "a :: < b > :: c"},
      {"<<=!= ==?~@$#,;", "<<= != == ? ~ @ $ # , ;"},
  };
  RUN(cases);
}

static void numbers(void **state) {
  (void)state;
  static const Case cases[] = {
      {"0 1_000 007 0xFF 0o17 0b1_01", "int:0 int:1000 int:7 int:255 int:15 int:5"},
      {"1u8 2_i128 0x1usize 3_isize", "int:1u8 int:2i128 int:1usize int:3isize"},
      {"0xDEAD_BEEFu32 0x1f32 0b1e", "int:3735928559u32 int:7986 int:1e"},
      {"340282366920938463463374607431768211455", "int:340282366920938463463374607431768211455"},
      {"340282366920938463463374607431768211456",
       "1:1: error: this integer literal is too large: it does not fit in 128 bits"},
      {"0xffffffffffffffffffffffffffffffff", "int:340282366920938463463374607431768211455"},
      {"0x1_00000000_00000000_00000000_00000000",
       "1:1: error: this integer literal is too large: it does not fit in 128 bits"},
      {"1.0 1. 1e5 1E-3 2.5e+10 1f32 1.0_f64 1_f64",
       "float:1.0 float:1. float:1e5 float:1E-3 "
       "float:2.5e+10 float:1f32 float:1.0f64 float:1f64"},
      {"1..2 1.max 1.e5 a.0.1.2", "int:1 .. int:2 int:1 . max int:1 . e5 a . int:0 . int:1 . "
                                  "int:2"},
      {"a . 0.1 ..0.1", "a . int:0 . int:1 .. float:0.1"},
      {"99999999999999999999999999999999999999999999.5",
       "float:99999999999999999999999999999999999999999999.5"},
      {"1_000.5_0e-1_0 1.max 1..2 0x1f32", "float:1000.50e-10 int:1 . max int:1 .. int:2 int:7986"},
      {"0b12", "1:4: error: `2` is not a digit of base 2"},
      {"0o8", "1:3: error: `8` is not a digit of base 8"},
      {"0x", "1:1: error: this number has no digits"},
      {"0b_", "1:1: error: this number has no digits"},
      {"1.0u8", "1:4: error: `u8` is not a suffix of floating-point literals"},
  };
  RUN(cases);
}

static void characters(void **state) {
  (void)state;
  static const Case cases[] = {
      {"'a' '\xC3\xA9' '\\n' '\\'' '\"' '\\\\' '\\0'",
       "char:61 char:e9 char:a char:27 char:22 char:5c char:0"},
      {"'\\x7f' '\\u{1F600}' '\\u{1_0}'", "char:7f char:1f600 char:10"},
      {"b'a' b'\\xff' b'\\''", "byte:61 byte:ff byte:27"},
      {"'\xF0\x9F\x98\x80'", "char:1f600"},
      {"'\\x80'", "1:2: error: `\\x` in text goes up to `\\x7f`; write `\\u{..}` for other "
                  "characters"},
      {"'\\xg0'", "1:2: error: `\\x` needs two hexadecimal digits"},
      {"'\\u0041'", "1:2: error: `\\u` needs braces: `\\u{1F600}`"},
      {"'\\u{}'", "1:2: error: `\\u{..}` takes one to six hexadecimal digits"},
      {"'\\u{1234567}'", "1:2: error: `\\u{..}` takes one to six hexadecimal digits"},
      {"'\\u{D800}'", "1:2: error: U+D800 is not a character"},
      {"'\\u{110000}'", "1:2: error: U+110000 is not a character"},
      {"b'\\u{41}'", "1:3: error: `\\u{..}` is not allowed in byte literals"},
      {"b'\xC3\xA9'", "1:3: error: only ASCII characters and `\\x..` in byte literals"},
      {"'\\q'", "1:2: error: unknown escape `\\q`"},
      {"''", "1:1: error: this character literal is empty"},
      {"'''", "1:1: error: a quote in a character literal is written `'\\''`"},
      {"'ab'", "1:1: error: a character literal holds one character; use double quotes for a "
               "string"},
      {"'+x'", "1:1: error: this character literal is not closed after one character"},
      {"'\n'", "1:1: error: this character literal is not closed"},
      {"'", "1:1: error: this character literal is not closed"},
      {"b'", "1:1: error: this character literal is not closed"},
      {"'\\", "1:2: error: unknown escape `\\`"},
      {"'a'u8", "1:4: error: a suffix on a character literal has no meaning"},
  };
  RUN(cases);
}

static void strings(void **state) {
  (void)state;
  static const Case cases[] = {
      {"\"a\\n\\x41\\u{e9}\\\"\\0\"", "str:<a{0a}A{c3}{a9}\"{00}>"},
      {"\"a\nb\r\nc\"", "str:<a{0a}b{0a}c>"},
      {"\"a \\\n  \t b\\\r\n\n c\"", "str:<a bc>"},
      {"r\"a\\n\" r#\"x\"y\"# r##\"\"#\"## r#\"\"#", "str:<a\\n> str:<x\"y> str:<\"#> str:<>"},
      {"b\"a\\xff\" br\"\\x\" br#\"\"\"#", "bytes:<a{ff}> bytes:<\\x> bytes:<\">"},
      {"c\"a\" cr#\"b\"#", "cstr:<a> cstr:<b>"},
      {"\"a", "1:1: error: this string is never closed"},
      {"\"a\\\"", "1:1: error: this string is never closed"},
      {"\"\\", "1:1: error: this string is never closed"},
      {" r#\"a\"", "1:2: error: this raw string is never closed"},
      {"r##", "1:1: error: expected `\"` to open a raw string"},
      {"br#x", "1:1: error: expected `\"` to open a raw string"},
      {"\"a\rb\"", "1:3: error: a carriage return in a string is written `\\r`"},
      {"b\"\xC3\xA9\"", "1:3: error: only ASCII characters and `\\x..` in byte strings"},
      {"\"\\u{D800}\"", "1:2: error: U+D800 is not a character"},
      {"\n  \"ab\\q\"", "2:6: error: unknown escape `\\q`"},
      {"\"a\"u8", "1:4: error: a suffix on a string literal has no meaning"},
  };
  RUN(cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words),       cmocka_unit_test(blanks),  cmocka_unit_test(nul_bytes),
      cmocka_unit_test(punctuation), cmocka_unit_test(numbers), cmocka_unit_test(characters),
      cmocka_unit_test(strings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
