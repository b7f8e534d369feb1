/* The limits of the parser, and random input: any bytes give a tree or an error. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "tests/unit/parsed.h"

#define COUNT(cases) (sizeof cases / sizeof *cases)

/* ---- limits */

typedef struct Nest {
  const char *before, *open, *middle, *close, *after;
} Nest;

static const Nest nests[] = {
    {"fn f(){", "(", "1", ")", "}"},
    {"fn f()", "{", "", "}", ""},
    {"fn f(){", "[", "1", "]", "}"},
    {"fn f(){", "-", "1", "", "}"},
    {"fn f(){", "&&", "1", "", "}"},
    {"fn f(){", "f(", "1", ")", "}"},
    {"fn f(){x", "()", "", "", "}"},
    {"fn f(){x", ".0", "", "", "}"},
    {"fn f(){1", "+1", "", "", "}"},
    {"fn f(){", "a||b&&c==d|e^f&g<<h+i*(", "1", ")", "}"},
    {"fn f(){x", " as u8", "", "", "}"},
    {"fn f(){x", "?", "", "", "}"},
    {"fn f(){", "x=", "1", "", "}"},
    {"fn f(){", "|x|", "1", "", "}"},
    {"fn f(){", "return ", "1", "", "}"},
    {"fn f(){", "break ", "1", "", "}"},
    {"fn f(){if a {}", " else if a {}", "", "", "}"},
    {"fn f(){", "if ", "a", " {}", "}"},
    {"fn f()", "{if a ", "{}", "}", ""},
    {"fn f(){", "match x { _ => ", "1", "}", "}"},
    {"fn f(){", "match x { _ if ", "1", " => 1}", "}"},
    {"fn f(){", "for a in ", "b", "{}", "}"},
    {"fn f(){", "S{a:", "1", "}", "}"},
    {"fn f(){", "vec![", "1", "]", "}"},
    {"fn f(){", "matches!(x, _ if ", "1", ")", "}"},
    {"fn f(){foo!(", "(", "x", ")", ")}"},
    {"fn f(){", "x[", "1", "]", "}"},
    {"fn f(){", "(", "a", ",)", "=x}"},
    {"fn f(){if a", " && let x = y", "", "", " {}}"},
    {"fn f(){", "let x = y else {", "", "};", "}"},
    {"fn f(){", "a::<", "u8", ">", "}"},
    {"type T = ", "&", "u8", "", ";"},
    {"type T = ", "*const ", "u8", "", ";"},
    {"type T = ", "V<", "u8", ">", ";"},
    {"type T = ", "[", "u8", ";1]", ";"},
    {"type T = ", "[u8;{let x:", "u8", ";}]", ";"},
    {"type T = ", "fn()->", "u8", "", ";"},
    {"type T = ", "<", "u8", ">::a", ";"},
    {"fn f(){let ", "(", "x", ")", "=1;}"},
    {"fn f(){let ", "&&", "x", "", "=1;}"},
    {"fn f(){let ", "a@", "x", "", "=1;}"},
    {"fn f(){let ", "A{a:", "x", "}", "=1;}"},
    {"", "mod m{", "", "}", ""},
    {"", "fn f(){", "", "}", ""},
    {"use ", "a::{", "b", "}", ";"},
    {"#[cfg(", "all(", "a", ")", ")] fn f(){}"},
    {"#[", "cfg_attr(a,", "a", ")", "] fn f(){}"},
    {"#[a", "(", "b", ")", "] fn f(){}"},
    {"fn f<T>() where ", "for<'a:", "", "", "T:X {}"},
    {"fn f<T:", "A<", "u8", ">", ">(){}"},
};

static void nest(const Nest *n, int times, StrBuf *out) {
  sb_puts(out, n->before);
  for (int i = 0; i < times; i++) sb_puts(out, n->open);
  sb_puts(out, n->middle);
  for (int i = 0; i < times; i++) sb_puts(out, n->close);
  sb_puts(out, n->after);
}

static void depth(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(nests); i++) {
    for (int deep = 0; deep < 2; deep++) {
      StrBuf text = {0};
      Parsed p;
      nest(&nests[i], deep ? 5000 : 50, &text);
      parse(&p, sb_str(&text), text.len);
      const Diag *d = diags_first(&p.diags);
      if (deep) {
        assert_non_null(d);
        assert_string_equal(d->text, "nesting is deeper than 256 levels");
      } else if (d && d->kind == DIAG_ERROR && !strstr(nests[i].open, "for<")) {
        fail_msg("%s: %s", sb_str(&text), d->text);
      }
      parsed_free(&p);
      sb_free(&text);
    }
  }
}

/* A tree that leans to the left inside parentheses inside such a tree..: the height adds up. */
static void height(void **state) {
  (void)state;
  StrBuf text = {0};
  Parsed p;
  sb_puts(&text, "fn f() { ");
  for (int i = 0; i < 100; i++) sb_putc(&text, '(');
  sb_putc(&text, 'x');
  for (int i = 0; i < 100; i++) sb_puts(&text, "+1+1+1+1)");
  sb_puts(&text, " }");
  parse(&p, sb_str(&text), text.len);
  assert_string_equal(diags_first(&p.diags)->text, "nesting is deeper than 256 levels");
  parsed_free(&p);
  sb_free(&text);
}

static void many_use_segments(void **state) {
  (void)state;
  StrBuf text = {0};
  Parsed p;
  sb_puts(&text, "use a");
  for (int i = 0; i < 1000; i++) sb_puts(&text, "::a");
  sb_puts(&text, "::{");
  for (int i = 0; i < 1000; i++) sb_puts(&text, "b,");
  sb_puts(&text, "};");
  parse(&p, sb_str(&text), text.len);
  assert_string_equal(diags_first(&p.diags)->text,
                      "the `use` declarations of this file are too large");
  parsed_free(&p);
  sb_free(&text);
}

/* ---- random input */

static const char *const samples[] = {
    "#![allow(unused)]\nuse std::{ptr::{self, addr_of}, mem as m};\n#[repr(C)] struct P<'a, T: "
    "Copy> "
    "{ x: &'a T, y: [u8; 4] }\nenum E { A, B(i32), C { x: u8 } = 1 << 3 }\nunion U { a: u32, b: "
    "f32 "
    "}\nimpl<T> P<'_, T> { fn new(mut self: Box<Self>, (a, b): (u8, u8)) -> Self { self } const K: "
    "u8 "
    "= 1; }\nextern \"C\" { fn abs(x: i32) -> i32; }\nstatic mut S: Vec<Vec<u8>>= vec![];\n",
    "fn main() {\n  let x @ (ref y | mut z) = 5 as usize >> 3;\n  if let Some(x) = a && x == S && "
    "let "
    "1..=5 = y { } else if z { 1 } else { 2 };\n  match x { 1 | 2 if y => {} -1..=0x10 => 5, 'a'.. "
    "=> "
    "{1} A::B(x, ..) => (), S { x, y: _, .. } => {}, [a, .., r @ ..] => {}, &&mut x => {}, };\n  "
    "'l: "
    "while let Some(_) = it.next::<u8>() { break 'l; continue }\n  (a, _, S { x, .. }) = y;\n}\n",
    "fn main() {\n  let c = |a: u8, (b, c)| -> u8 { a };\n  x.0.1.foo()[1](2)?.y = -*p as *mut u8 "
    "as "
    "usize + 3 * 4 << 2 & 1;\n  println!(\"{} {x}\", a, b = 3,);\n  std::ptr::addr_of!(x.y); &raw "
    "const x;\n  #[cfg(all(yes, not(no)))] let s = S { a, b: 1, 0: 3, ..d };\n  _ = "
    "foo::<Vec<Vec<u8>>>(b\"ab\\x00\\xff\", b'a', '\\u{1F600}', \"a\\\n   b\", r#\"x\"y\"#);\n  "
    "let "
    "Some(x) = y else { return };\n  /* a /* b */ c */ asm!(\"nop\", in(reg) x);\n  1.5e3; 0xFFu8; "
    "1_000i128 // end\n}\nmacro_rules! m { () => {} }\n",
};

typedef struct Random {
  u64 s;
} Random;

static u32 below(Random *r, u32 n) {
  r->s ^= r->s << 13;
  r->s ^= r->s >> 7;
  r->s ^= r->s << 17;
  return n ? (u32)((r->s >> 16) % n) : 0;
}

static void check_random(const StrBuf *text) {
  Parsed p;
  StrBuf out = {0};
  parse(&p, text->len ? text->at : "", text->len);
  if (p.ok) ast_print_crate(p.in, &p.crate, &out);
  diags_render(&p.diags, &out, false);
  parsed_free(&p);
  sb_free(&out);
}

static void put_range(StrBuf *out, const char *s, size_t from, size_t to) {
  if (to > from) sb_put(out, s + from, to - from);
}

/* One change: a byte, a piece removed, doubled, swapped in from another sample, or a token. */
static void mutate(Random *r, const StrBuf *in, StrBuf *out) {
  static const char *const pieces[] = {
      "(",      ")",    "{", "}",  "[",  "]",  "<",    ">", "::", "&",  "|",   "'",
      "\"",     "#",    "!", "..", "=",  "=>", ",",    ";", "r#", "/*", "\\",  "if ",
      "match ", "let ", "_", "-",  "->", "as", "\xC3", ".", "0x", "1e", "fn ", "#[cfg("};
  size_t n = in->len;
  size_t at = below(r, (u32)n + 1), end = at + below(r, 30);
  if (end > n) end = n;
  const char *other = samples[below(r, COUNT(samples))];
  size_t from = below(r, (u32)strlen(other)), len = below(r, 60);
  if (from + len > strlen(other)) len = strlen(other) - from;
  put_range(out, in->at, 0, at);
  switch (below(r, 5)) {
  case 0: sb_putc(out, (char)below(r, 256)); break;
  case 1: at = end; break;
  case 2: put_range(out, in->at, at, end); break;
  case 3: sb_put(out, other + from, len); break;
  default: sb_puts(out, pieces[below(r, COUNT(pieces))]); break;
  }
  put_range(out, in->at, at, n);
}

static void mutations(void **state) {
  (void)state;
  Random r = {0x9E3779B97F4A7C15u};
  for (int i = 0; i < 20000; i++) {
    StrBuf text = {0};
    sb_puts(&text, samples[below(&r, COUNT(samples))]);
    for (u32 n = below(&r, 4) + 1; n > 0; n--) {
      StrBuf next = {0};
      mutate(&r, &text, &next);
      sb_free(&text);
      text = next;
    }
    check_random(&text);
    sb_free(&text);
  }
}

static void random_bytes(void **state) {
  (void)state;
  static const char alphabet[] = "(){}[]<>&|'\"#!.=,;:-+*/_ \nabfnx019\\r";
  Random r = {42};
  for (int i = 0; i < 20000; i++) {
    StrBuf text = {0};
    bool any = below(&r, 4) == 0;
    for (u32 n = below(&r, 60); n > 0; n--)
      sb_putc(&text, any ? (char)below(&r, 256) : alphabet[below(&r, sizeof alphabet - 1)]);
    check_random(&text);
    sb_free(&text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(depth),
      cmocka_unit_test(height),
      cmocka_unit_test(many_use_segments),
      cmocka_unit_test(mutations),
      cmocka_unit_test(random_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
