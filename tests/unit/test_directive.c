/* Directives: the grammar, what is wrong where, and matching behaviours against outcomes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "litmus/run/match.h"
#include "litmus/run/scan.h"
#include "litmus/run/suggest.h"

typedef struct Fixture {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Directives d;
} Fixture;

static void parse(Fixture *f, const char *text) {
  f->arena = arena_create();
  source_init(&f->sources, f->arena);
  u16 file = source_add(&f->sources, "t.rs", text, strlen(text), false);
  diags_init(&f->diags, f->arena, &f->sources);
  directives_parse(&f->d, f->arena, &f->sources, file, &f->diags);
}

static void done(Fixture *f) {
  directives_free(&f->d);
  arena_destroy(f->arena);
}

/* The text has exactly one error, which says `message` at line:col. */
static void assert_error(const char *text, u32 line, u32 col, const char *message) {
  Fixture f;
  parse(&f, text);
  directives_require_test(&f.d, false);
  if (f.diags.nerrors != 1) print_error("%u errors in: %s\n", f.diags.nerrors, text);
  assert_int_equal(f.diags.nerrors, 1);
  const Diag *d = diags_first(&f.diags);
  if (!strstr(d->text, message)) print_error("got: %s\n", d->text);
  assert_non_null(strstr(d->text, message));
  assert_int_equal(span_line(&f.sources, d->span), line);
  assert_int_equal(span_col(&f.sources, d->span), col);
  done(&f);
}

static void test_headers(void **state) {
  (void)state;
  Fixture f;
  parse(&f, "//@ title: a title: with a colon\r\n//@from: RFC\n//@ from: more\n//@ teach: one\n"
            "fn main() {}\n//@ limits: max-loops=1_000, rlimit=5\n//@ expect: returns\n");
  assert_int_equal(f.diags.nerrors, 0);
  assert_string_equal(f.d.title, "a title: with a colon");
  assert_string_equal(f.d.from, "RFC\nmore");
  assert_string_equal(f.d.teach, "one");
  assert_int_equal(f.d.limits.value[LIMIT_INDEX_loops], 1000);
  assert_int_equal(f.d.limits.value[LIMIT_INDEX_rlimit], 5);
  assert_int_equal(f.d.limits.value[LIMIT_INDEX_paths], 0);
  assert_int_equal(f.d.last_line, 7);
  done(&f);
}

static void test_expect(void **state) {
  (void)state;
  Fixture f;
  parse(
      &f,
      "//@ expect base [alloc, strict]: prints \"a\\n\\x41\\u{e9}|\" | prints /x|\\/y/ then panics "
      "/p/ | "
      "ub(dangling) /z/ | exits -3 | aborts | limit paths | unsupported | errors /e/ | returns\n");
  assert_int_equal(f.diags.nerrors, 0);
  assert_int_equal(f.d.expects.len, 1);
  const Expect *e = &f.d.expects.at[0];
  assert_string_equal(e->variant, "base");
  assert_true(e->models.written);
  assert_int_equal(e->models.of.len, 2);
  assert_int_equal(e->outcomes.len, 9);
  const Outcome *o = e->outcomes.at;
  assert_true(o[0].has_output && o[0].end == END_RETURN);
  assert_string_equal(o[0].output.at, "a\nA\xc3\xa9|");
  assert_true(o[1].output_re && o[1].end == END_PANIC && o[1].re);
  assert_true(o[2].end == END_UB && o[2].ub == UB_DANGLING && o[2].re && !o[2].has_output);
  assert_true(o[3].end == END_EXIT && o[3].exit_code == -3);
  assert_true(o[4].end == END_ABORT);
  assert_true(o[5].end == END_LIMIT && o[5].limit == LIMIT_PATHS);
  assert_true(o[6].end == END_UNSUPPORTED && !o[6].re);
  assert_true(o[7].end == END_COMPILE_ERROR && o[7].re);
  assert_true(o[8].end == END_RETURN && o[8].has_output && o[8].output.len == 0);
  done(&f);
}

static void test_specific_beats_general(void **state) {
  (void)state;
  Fixture f;
  parse(
      &f,
      "//@ expect: returns\n//@ expect [flat allocation/strict/none]: ub\n//@ check a => b: sound\n"
      "//@ check a => b [flat]: unsound\n");
  assert_int_equal(f.diags.nerrors, 0);
  const Model *flat = model_by_name("flat"), *alloc = model_by_name("alloc");
  assert_ptr_equal(expect_for(&f.d, "", flat), &f.d.expects.at[1]);
  assert_ptr_equal(expect_for(&f.d, "", alloc), &f.d.expects.at[0]);
  assert_null(expect_for(&f.d, "base", alloc));
  assert_ptr_equal(expect_for(&f.d, "", f.d.expects.at[1].models.of.at[1]), &f.d.expects.at[1]);
  assert_false(check_applies(&f.d, &f.d.checks.at[0], flat));
  assert_true(check_applies(&f.d, &f.d.checks.at[0], alloc));
  assert_true(check_applies(&f.d, &f.d.checks.at[1], flat));
  assert_false(check_applies(&f.d, &f.d.checks.at[1], alloc));
  done(&f);
}

static void test_check(void **state) {
  (void)state;
  Fixture f;
  parse(&f, "//@ check a=>b [flat]: sound vacuous\n//@ check a => b [alloc]: sound up to loops\n"
            "//@ check a => b [strict]: unsound /x\"/\n//@ check b => a: unknown /y/\n");
  assert_int_equal(f.diags.nerrors, 0);
  assert_int_equal(f.d.checks.len, 4);
  const Check *k = f.d.checks.at;
  assert_true(k[0].want == VERDICT_SOUND && k[0].vacuous);
  assert_true(k[1].want == VERDICT_SOUND_UP_TO && k[1].limits == 1u << LIMIT_LOOPS &&
              !k[1].iterations);
  assert_true(k[2].want == VERDICT_UNSOUND && k[2].re);
  assert_true(k[3].want == VERDICT_UNKNOWN && k[3].re && !k[3].models.written);
  assert_string_equal(k[0].base, "a");
  assert_string_equal(k[0].opt, "b");
  done(&f);
}

static void test_check_limits(void **state) {
  (void)state;
  Fixture f;
  parse(&f, "//@ check a => b [flat]: sound up to 16 iterations\n"
            "//@ check a => b [alloc]: sound up to iterations, solver\n"
            "//@ check a => b [sb]: sound up to paths, 5 iterations\n");
  assert_int_equal(f.diags.nerrors, 0);
  const Check *k = f.d.checks.at;
  assert_true(k[0].limits == 1u << LIMIT_UNROLL && k[0].iterations == 16);
  assert_true(k[1].limits == (1u << LIMIT_UNROLL | 1u << LIMIT_SOLVER) && !k[1].iterations);
  assert_true(k[2].limits == (1u << LIMIT_UNROLL | 1u << LIMIT_PATHS) && k[2].iterations == 5);
  done(&f);
  parse(&f, "//@ check a => b: sound up to 16 paths\n//@ check a => b [sb]: sound up to\n"
            "//@ check a => b [tb]: sound up to iterations,\n");
  assert_int_equal(f.diags.nerrors, 3);
  done(&f);
}

static void test_function_check(void **state) {
  (void)state;
  Fixture f;
  parse(&f, "//@ check fn f: a => b: sound\n//@ check fn m::T::f, alias any: a => b [tb]: sound\n"
            "//@ check fn f (alias: none) : a=>b [sb]: unknown\n//@ alias: any\n"
            "//@ check a => b: sound\n//@ check fn f (alias:none): a => b: sound\n");
  assert_int_equal(f.diags.nerrors, 0);
  const Check *k = f.d.checks.at;
  assert_int_equal(f.d.checks.len, 5);
  assert_string_equal(k[0].fn, "f");
  assert_int_equal(k[0].fn_span.lo, 13);
  assert_int_equal(k[0].fn_span.hi, 14);
  assert_true(k[0].alias_any); /* as the file says, wherever it says it */
  assert_string_equal(k[1].fn, "m::T::f");
  assert_int_equal(k[1].fn_span.hi - k[1].fn_span.lo, 7);
  assert_true(k[1].alias_any);
  assert_string_equal(k[2].base, "a");
  assert_true(!k[2].alias_any && k[2].want == VERDICT_UNKNOWN);
  assert_null(k[3].fn);
  const Model *sb = model_by_name("sb"), *tb = model_by_name("tb");
  assert_true(check_applies(&f.d, &k[4], tb));
  assert_false(check_applies(&f.d, &k[4], sb)); /* the one that names sb is the same question */
  assert_true(check_applies(&f.d, &k[0], sb));  /* that one is another */
  done(&f);
}

static void test_line_ub(void **state) {
  (void)state;
  Fixture f;
  parse(&f, "x; //~ ub\ny; //~ ub [alloc] (dangling) /a b/\n\n//~^^[flat] ub /q/\nz //~ base ub\n");
  assert_int_equal(f.diags.nerrors, 0);
  assert_int_equal(f.d.line_ubs.len, 4);
  const LineUb *u = f.d.line_ubs.at;
  assert_true(u[0].line == 1 && !u[0].models.written && !u[0].re && !u[0].variant);
  assert_true(u[1].line == 2 && u[1].ub == UB_DANGLING && u[1].re && u[1].models.of.len == 1);
  assert_true(u[2].line == 2 && u[2].models.written);
  assert_true(u[3].line == 5);
  assert_string_equal(u[3].variant, "base");
  done(&f);
}

static void test_errors(void **state) {
  (void)state;
  assert_error("fn main() {}\n", 1, 1, "no directives");
  assert_error("//@ title: x\n", 1, 1, "no expectation");
  assert_error("//@ expekt: returns\n", 1, 5, "did you mean `expect`");
  assert_error("//@ xyzzyx: returns\n", 1, 5, "there are title");
  assert_error("//@ expect:\n", 1, 5, "empty expectation");
  assert_error("//@ expect: returns |\n", 1, 22, "expected an outcome");
  assert_error("//@ expect: retruns\n", 1, 13, "did you mean `returns`");
  assert_error("//@ expect [aloc]: ub\n", 1, 13, "did you mean `alloc`");
  assert_error("//@ expect []: ub\n", 1, 12, "no models");
  assert_error("//@ expect [alloc alloc]: ub\n", 1, 19, "named twice");
  assert_error("//@ expect [alloc: ub\n", 1, 18, "expected");
  assert_error("//@ expect: prints \"a\n", 1, 20, "unterminated string");
  assert_error("//@ expect: prints \"a\\\n", 1, 22, "escape");
  assert_error("//@ expect: prints \"\\q\"\n", 1, 21, "escape");
  assert_error("//@ expect: prints \"\\u{d800}\"\n", 1, 21, "escape");
  assert_error("//@ expect: prints\n", 1, 19, "what is printed");
  assert_error("//@ expect: prints /a(b/\n", 1, 24, "parenthesis");
  assert_error("//@ expect: ub /ab\n", 1, 16, "unterminated pattern");
  assert_error("//@ expect: ub /ab\\\n", 1, 16, "unterminated pattern");
  assert_error("//@ expect: ub(dangli)\n", 1, 16, "did you mean `dangling`");
  assert_error("//@ expect: prints \"\" then returns\n", 1, 28, "after `then`");
  assert_error("//@ expect: prints \"\" then\n", 1, 27, "expected an outcome");
  assert_error("//@ expect: returns ub\n", 1, 21, "unexpected text");
  assert_error("//@ expect: exits\n", 1, 18, "number");
  assert_error("//@ expect: limit step\n", 1, 19, "did you mean `steps`");
  assert_error("//@ check a: sound\n", 1, 12, "expected `=>`");
  assert_error("//@ check a: b => c: sound\n", 1, 12, "`check fn a: BASE => OPT`");
  assert_error("//@ check fn: a => b: sound\n", 1, 13, "expected the name of a function");
  assert_error("//@ check fn m::: a => b: sound\n", 1, 17, "expected the name of a function");
  assert_error("//@ check fn f::<u8>: a => b: sound\n", 1, 17, "generic arguments");
  assert_error("//@ check fn f a => b: sound\n", 1, 16, "expected `:`");
  assert_error("//@ check fn f, alas any: a => b: sound\n", 1, 17, "expected `alias any`");
  assert_error("//@ check fn f, alias: a => b: sound\n", 1, 22, "expected `any` or `none`");
  assert_error("//@ check fn f, alias ani: a => b: sound\n", 1, 23, "did you mean `any`");
  assert_error("//@ check fn f (alias any): a => b: sound\n", 1, 23, "expected `:`");
  assert_error("//@ alias any\n//@ expect: ub\n", 1, 11, "expected `:`");
  assert_error("//@ alias:\n//@ expect: ub\n", 1, 11, "expected `any` or `none`");
  assert_error("//@ alias: any none\n//@ expect: ub\n", 1, 16, "unexpected text");
  assert_error("//@ alias: any\n//@ alias: any\n//@ expect: ub\n", 2, 5, "a second `alias`");
  assert_error("//@ alias: none\n//@ check fn f: a => b: sound\n"
               "//@ check fn f, alias none: a => b: sound\n#[cfg(a)] x; #[cfg(b)] x;",
               3, 5, "a second check of the same function");
  assert_error("//@ expect: returns\n//@ expect: ub\n", 2, 5, "second expectation");
  assert_error("//@ title: a\n//@ title: b\n//@ expect: ub\n", 2, 5, "second title");
  assert_error("//@ limits: max-lops=3\n//@ expect: ub\n", 1, 13, "did you mean `max-loops`");
  assert_error("//@ limits: max-loops=99999999999999999999\n//@ expect: ub\n", 1, 23, "number");
  assert_error("x; //~ oops\n//@ expect: ub\n", 1, 12, "expected `ub`");
  assert_error("//~^ ub\n", 1, 4, "no such line");
  assert_error("//@ expect opt: ub\n#[cfg(op)] fn f() {}\n", 1, 5, "`opt` is mentioned in no");
}

static void test_variants(void **state) {
  (void)state;
  static const struct {
    const char *text;
    u32 errors;
  } cases[] = {
      {"//@ check base => opt: sound\n#[cfg(not(opt))] x;\n#[cfg(opt)] y;\n", 0},
      {"//@ check base => opt: sound\nif cfg!(any(base, opt)) {}\n", 0},
      {"//@ check bse => opt: sound\n#[cfg(not(opt))] x;\n", 1},
      {"//@ check base => opt: sound\n// #[cfg(opt)]\n/* cfg(base) */ \"cfg(opt)\"\n", 2},
      {"//@ expect base: ub\n#[cfg_attr(base, inline)] fn f() {}\n", 0},
      {"//@ expect: ub\n", 0},
  };
  for (u32 i = 0; i < sizeof cases / sizeof *cases; i++) {
    Fixture f;
    parse(&f, cases[i].text);
    directives_require_test(&f.d, false);
    assert_int_equal(f.diags.nerrors, cases[i].errors);
    done(&f);
  }
}

static void test_scan(void **state) {
  (void)state;
  static const char text[] =
      "let a = '\"'; \"//no\"; r#\"//no\"#; /* //no /* */ //no */ 'a: loop { b'\\''; }//yes\n//end";
  Scan s = {.text = text, .len = sizeof text - 1};
  ScanItem one = scan_next(&s), two = scan_next(&s), end = scan_next(&s);
  assert_int_equal(one.kind, SCAN_COMMENT);
  assert_memory_equal(text + one.lo, "//yes", 5);
  assert_int_equal(two.kind, SCAN_COMMENT);
  assert_memory_equal(text + two.lo, "//end", 5);
  assert_int_equal(end.kind, SCAN_END);
}

static void test_scan_any_bytes(void **state) {
  (void)state;
  u32 seed = 1;
  static const char alphabet[] = "/@~*\"'r#\\\n ()cfg!a=|[]^:ub";
  for (u32 round = 0; round < 2000; round++) {
    char text[200];
    u32 n = round % (sizeof text - 1);
    for (u32 i = 0; i < n; i++) {
      seed = seed * 1664525 + 1013904223;
      text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
    }
    text[n] = '\0';
    Fixture f;
    parse(&f, text);
    directives_require_test(&f.d, round % 2);
    done(&f);
  }
}

static BehaviourRec behaviour(EndKind end, const char *code, const char *reason, const char *out) {
  return (BehaviourRec){.end = end,
                        .code = code,
                        .reason = reason,
                        .out = {out, (u32)strlen(out)},
                        .at = {.file = "t.rs", .line = 7}};
}

static void assert_match(const char *outcome, BehaviourRec b, PatternMatch want) {
  Fixture f;
  char text[300];
  snprintf(text, sizeof text, "//@ expect: %s\n", outcome);
  parse(&f, text);
  assert_int_equal(f.diags.nerrors, 0);
  PatternMatch got = outcome_match(&f.d.expects.at[0].outcomes.at[0], &b, NULL);
  if (got != want) print_error("%s\n", outcome);
  assert_int_equal(got, want);
  done(&f);
}

static void test_matching(void **state) {
  (void)state;
  BehaviourRec returns = behaviour(END_RETURN, "", NULL, ""),
               prints = behaviour(END_RETURN, "", NULL, "10\n");
  BehaviourRec ub = behaviour(END_UB, "dangling", "`p` was freed", "x");
  BehaviourRec panic = behaviour(END_PANIC, "", "boom", "hi");
  assert_match("returns", returns, PATTERN_YES);
  assert_match("prints \"\"", returns, PATTERN_YES);
  assert_match("returns", prints, PATTERN_NO);
  assert_match("prints \"10\\n\"", prints, PATTERN_YES);
  assert_match("prints \"10\"", prints, PATTERN_NO);
  assert_match("prints /^\\d+$/", prints, PATTERN_YES);
  assert_match("prints /^\\d+$/ then ub", prints, PATTERN_NO);
  assert_match("ub", ub, PATTERN_YES);
  assert_match("ub /^dangling: .p. was/", ub, PATTERN_YES);
  assert_match("ub /other/", ub, PATTERN_NO);
  assert_match("ub(dangling) /freed/", ub, PATTERN_YES);
  assert_match("ub(null)", ub, PATTERN_NO);
  assert_match("prints \"x\" then ub", ub, PATTERN_YES);
  assert_match("prints \"y\" then ub", ub, PATTERN_NO);
  assert_match("panics", panic, PATTERN_YES);
  assert_match("prints /h/ then panics /oo/", panic, PATTERN_YES);
  assert_match("panics /nope/", panic, PATTERN_NO);
  static char long_text[4000];
  memset(long_text, 'a', sizeof long_text - 2);
  assert_match("prints /(a+)+$b/", behaviour(END_RETURN, "", NULL, long_text), PATTERN_NO);
  long_text[100] = '!', long_text[101] = 0;
  assert_match("prints /^(a+)+[xy]/", behaviour(END_RETURN, "", NULL, long_text), PATTERN_GAVE_UP);
}

/* What blessing writes is read back and matches. */
static void test_bless_matches(void **state) {
  (void)state;
  BehaviourRec all[] = {behaviour(END_RETURN, "", NULL, ""),
                        behaviour(END_RETURN, "", NULL, "a\"b\\c\n\t\x01"),
                        behaviour(END_UB, "dangling", "r", "x"),
                        behaviour(END_PANIC, "", "index /a/ [0] \\ {x}? a+b|c (d)", "x"),
                        behaviour(END_ABORT, "", NULL, "x"),
                        behaviour(END_LIMIT, "paths", NULL, "x"),
                        behaviour(END_UNSUPPORTED, "", "a.b*c", "")};
  for (u32 i = 0; i < sizeof all / sizeof *all; i++) {
    StrBuf text = {0};
    outcome_bless(&all[i], &text);
    assert_match(sb_str(&text), all[i], PATTERN_YES);
    sb_free(&text);
  }
}

static void test_suggest(void **state) {
  (void)state;
  static const char *const names[] = {"run", "exec", "check", "dump", "models"};
  assert_string_equal(closest_name("rnu", names, 5), "run");
  assert_string_equal(closest_name("chek", names, 5), "check");
  assert_string_equal(closest_name("mod", names, 5), "models");
  assert_null(closest_name("zzzzzz", names, 5));
  assert_null(closest_name("", names, 5));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_headers),
      cmocka_unit_test(test_expect),
      cmocka_unit_test(test_specific_beats_general),
      cmocka_unit_test(test_check),
      cmocka_unit_test(test_check_limits),
      cmocka_unit_test(test_function_check),
      cmocka_unit_test(test_line_ub),
      cmocka_unit_test(test_errors),
      cmocka_unit_test(test_variants),
      cmocka_unit_test(test_scan),
      cmocka_unit_test(test_scan_any_bytes),
      cmocka_unit_test(test_matching),
      cmocka_unit_test(test_bless_matches),
      cmocka_unit_test(test_suggest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
