/* macro_rules!: what a call expands to, as a tree, or the error and its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "tests/unit/parsed.h"

typedef struct Case {
  const char *rules, *call, *want;
} Case;

#define COUNT(cases) (sizeof cases / sizeof *cases)

static void show(const Parsed *p, StrBuf *out) {
  const Diag *d = diags_first(&p->diags);
  if (d)
    sb_printf(out, "%u:%u: %s", span_line(&p->sources, d->span), span_col(&p->sources, d->span),
              d->text);
  else
    ast_print_crate(p->in, &p->crate, out);
  while (out->len > 0 && out->at[out->len - 1] == '\n') out->at[--out->len] = 0;
}

/* macro_rules! m { rules }, then `before call after`; the tree of the macro itself is left out. */
static void run(const Case *cases, size_t n, const char *before, const char *after,
                const char *want_before, const char *want_after) {
  for (size_t i = 0; i < n; i++) {
    StrBuf text = {0}, want = {0}, got = {0};
    Parsed p;
    bool is_error =
        cases[i].want[0] >= '0' && cases[i].want[0] <= '9' && strstr(cases[i].want, ": ");
    sb_printf(&text, "macro_rules! m { %s }\n%s%s%s", cases[i].rules, before, cases[i].call, after);
    sb_printf(&want, "%s%s%s%s", is_error ? "" : "(macro-rules m)\n", is_error ? "" : want_before,
              cases[i].want, is_error ? "" : want_after);
    parse(&p, sb_str(&text), text.len);
    show(&p, &got);
    if (strcmp(sb_str(&got), sb_str(&want)) != 0) print_message("%s\n", sb_str(&text));
    assert_string_equal(sb_str(&got), sb_str(&want));
    parsed_free(&p);
    sb_free(&text);
    sb_free(&want);
    sb_free(&got);
  }
}

static void expressions(void **state) {
  (void)state;
  static const Case cases[] = {
      {"() => { 1 }", "m!()", "1"},
      {"() => ( 1 + 2 );", "m![]", "(paren (+ 1 2))"},
      {"($a:expr) => { $a * 2 }", "m!(1 + 1)", "(paren (* (paren (+ 1 1)) 2))"},
      {"($a:tt + $b:tt) => { ($b, $a) }", "m!((x) + [y])", "(paren (tuple (array y) (paren x)))"},
      {"($a:literal) => { $a.f() }", "m!(-1)", "(paren (method (paren (- 1)) f))"},
      {"($($a:expr),*) => { [$($a),*] }", "m!(1, 2)", "(paren (array 1 2))"},
      {"($($a:expr),* $(,)?) => { [$($a,)*] }", "m!(1, 2,)", "(paren (array 1 2))"},
      {"($($a:ident = [$($b:expr);*]),*) => { ($(($a, $($b),*)),*,) }", "m!(x = [1;2], y = [])",
       "(paren (tuple (tuple x 1 2) (tuple y)))"},
      {"($t:ty) => { <$t>::f(0 as $t) }", "m!(Vec<Vec<u8>>)",
       "(paren (call <Vec<Vec<u8>>>::f (as 0 Vec<Vec<u8>>)))"},
      {"(<$t:ty>) => { 0 as $t }", "m!(<Vec<u8>>)", "(paren (as 0 Vec<u8>))"},
      {"($p:path) => { $p(1) }", "m!(a::b<u8>)", "(paren (call a::b::<u8> 1))"},
      {"($l:lifetime $b:block) => { $l: loop $b }", "m!('a { break 'a })",
       "(paren (loop 'a (block (break 'a))))"},
      {"($p:pat => $e:expr) => { match 1 { $p => $e, _ => 0 } }", "m!(1 | 2 => 3)",
       "(paren (match 1 ((| 1 2) => 3) (_ => 0)))"},
      {"($v:vis $i:ident) => { stringify!($v $i) }", "m!(pub(crate) x)", "\"pub(crate) x\""},
      {"(fn) => { 1 }; ($i:ident) => { 2 }", "m!(fn)", "1"},
      {"(a) => { 1 }; ($i:ident) => { 2 }", "m!(b)", "2"},
      {"($e:expr) => { m!(; $e) }; (; $($t:tt)*) => { stringify!($($t)*) }", "m!(a  +  b)",
       "\"a + b\""},
      {"($a:expr, $b:expr) => { 1 }", "m!(1)",
       "2:18: unexpected end of the arguments of the macro `m!`"},
      {"($a:expr) => { 1 }", "m!(1 2)", "2:23: no rules of the macro `m!` expected `2`"},
      {"($a:expr) => { 1 }", "m!(1 +)",
       "2:24: expected an expression, found the end of the macro's arguments"},
      {"($a:expr) => { 1 2 }", "m!(1)",
       "2:18: the expansion of `m!` goes on behind the expression that is expected here"},
      {"($($a:expr),*) => { $a }", "m!(1)", "2:18: variable `a` is still repeating at this depth"},
      {"($a:expr) => { $($a)* }", "m!(1)",
       "2:18: attempted to repeat an expression containing no syntax variables matched as "
       "repeating "
       "at this depth"},
      {"($($a:ident)* $($b:ident)*) => { 1 }", "m!(x)",
       "2:18: local ambiguity when calling macro `m`: multiple parsing options: built-in NTs ident "
       "('a') or ident ('b')"},
      {"($($a:tt)*) => { m!($($a)* 1) }", "m!()",
       "2:18: recursion limit (128) reached while expanding `m!`"},
      {"($a:expr) => { ${count($a)} }", "m!(1)",
       "1:33: a metavariable expression is not supported yet"},
  };
  run(cases, COUNT(cases), "fn f() { let q = ", "; }", "(fn f () { (let q = ", ") })");
}

static void statements(void **state) {
  (void)state;
  static const Case cases[] = {
      {"() => { let x = 1; x }", "m!();", "(let x = 1) (; x)"},
      {"() => { let x = 1; x }", "m!{}", "(let x = 1) x"},
      {"() => { let x = 1; }", "m!{} 2", "(let x = 1) 2"},
      {"() => { let x = 1 }", "m!();", "(let x = 1)"},
      {"($($s:stmt;)*) => { $($s;)* }", "m!(let x = 1; x = 2;);", "(let x = 1) (; (= x 2))"},
      {"() => {}", "m!(); 1", "1"},
      {"() => { 1 }", "m!() + 1", "(+ 1 1)"},
      {"() => { 1 }", "m!{}.f()", "(method 1 f)"},
      {"() => { fn g() {} }", "m!();", "(fn g () { })"},
  };
  run(cases, COUNT(cases), "fn f() { ", " }", "(fn f () { ", " })");
}

static void items(void **state) {
  (void)state;
  static const Case cases[] = {
      {"($($i:ident)*) => { $(fn $i() {})* }", "m!(a b);", "(fn a () { })\n(fn b () { })"},
      {"($i:item) => { $i }", "m!{ struct S; }", "(struct S unit)"},
      {"($(#[$a:meta])* $v:vis struct $n:ident) => { $(#[$a])* $v struct $n; }",
       "m!{ #[repr(C)] #[inline] pub struct S }", "(struct #repr(C) #inline S unit)"},
      {"($f:ident) => { fn $f(&self) {} }", "impl S { m!(a); m!{b} }",
       "(impl S (fn a (self:ref self: &Self) { }) (fn b (self:ref self: &Self) { }))"},
      {"($t:ty) => { *const $t }", "type T = m!(u8);", "(type T *const u8)"},
      {"($a:ident) => { macro_rules! $a { () => { struct S; } } }", "m!(n); n!();",
       "(macro-rules n)\n(struct S unit)"},
  };
  run(cases, COUNT(cases), "", "", "", "");
}

static void definitions(void **state) {
  (void)state;
  static const Case cases[] = {
      {"", "", "1:14: macros must contain at least one rule"},
      {"($a) => {}", "", "1:20: missing fragment specifier"},
      {"($a:foo) => {}", "", "1:22: invalid fragment specifier `foo`"},
      {"($a:tt $a:tt) => {}", "", "1:26: duplicate matcher binding"},
      {"($()*) => {}", "", "1:20: repetition matches empty token tree"},
      {"($($a:vis)*) => {}", "", "1:20: repetition matches empty token tree"},
      {"($(a),?) => {}", "", "1:24: the `?` macro repetition operator does not take a separator"},
      {"($(a)) => {}", "", "1:22: expected one of: `*`, `+`, or `?`"},
      {"() = {}", "", "1:21: expected `=>` behind the matcher of a macro rule"},
      {"() => 1", "", "1:24: expected the template of a macro rule in `(`, `[` or `{`"},
      {"() => {} () => {}", "", "1:27: expected `;` between the rules of a macro"},
  };
  run(cases, COUNT(cases), "", "", "", "");
}

/* Text of a macro keeps its place, and knows the call. */
static void contexts(void **state) {
  (void)state;
  static const char text[] = "macro_rules! m { ($a:expr) => { $a + 1 } }\nfn f() { m!(2); }";
  Parsed p;
  parse(&p, text, sizeof text - 1);
  assert_true(p.ok);
  const AstItem *f = p.crate.items.at[1];
  const AstExpr *sum = f->body->stmts.at[0].expr;
  while (sum->kind == AST_PAREN) sum = sum->a;
  assert_int_equal(sum->kind, AST_BINARY);
  assert_int_equal(sum->a->span.ctx, 0);
  assert_int_equal(span_line(&p.sources, sum->a->span), 2);
  assert_int_equal(span_line(&p.sources, sum->b->span), 1);
  const Expansion *e = expansion_of(&p.sources, sum->b->span.ctx);
  assert_non_null(e);
  assert_string_equal(e->name, "m");
  assert_int_equal(span_line(&p.sources, span_root(&p.sources, sum->b->span)), 2);
  assert_null(expansion_of(&p.sources, 0));
  assert_null(expansion_of(&p.sources, 999));
  parsed_free(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(expressions), cmocka_unit_test(statements), cmocka_unit_test(items),
      cmocka_unit_test(definitions), cmocka_unit_test(contexts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
