/* Records: through the pipe and back, and in every format, whatever bytes they hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "litmus/report/human.h"
#include "litmus/report/machine.h"
#include "litmus/report/table.h"
#include "litmus/report/wire.h"

static void test_utf8(void **state) {
  (void)state;
  static const struct {
    const char *s;
    u32 len;
  } cases[] = {{"a", 1},
               {"\xc3\xa9", 2},
               {"\xe2\x82\xac", 3},
               {"\xf0\x9f\x98\x80", 4},
               {"\x80", 0},
               {"\xc0\xaf", 0},
               {"\xe0\x80\x80", 0},
               {"\xed\xa0\x80", 0},
               {"\xf4\x90\x80\x80", 0},
               {"\xf5\x80\x80\x80", 0},
               {"\xe2\x82", 0},
               {"\xff", 0}};
  for (u32 i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(utf8_sequence(cases[i].s, strlen(cases[i].s)), cases[i].len);
  assert_int_equal(utf8_sequence("", 0), 0);
}

static void test_json(void **state) {
  (void)state;
  StrBuf out = {0};
  Json j = json_start(&out);
  json_object(&j, NULL);
  json_text(&j, "a\"b", "x\0\n\x1b\xff\xc3\xa9\\", 8);
  json_str(&j, "none", NULL);
  json_array(&j, "list");
  json_int(&j, NULL, -1);
  json_uint(&j, NULL, UINT64_MAX);
  json_bool(&j, NULL, true);
  json_end_array(&j);
  json_array(&j, "empty");
  json_end_array(&j);
  json_seconds(&j, "t", 1500001);
  json_end_object(&j);
  assert_string_equal(
      sb_str(&out),
      "{\n  \"a\\\"b\": \"x\\u0000\\n\\u001b\\ufffd\xc3\xa9\\\\\",\n  \"none\": null,\n"
      "  \"list\": [\n    -1,\n    18446744073709551615,\n    true\n  ],\n"
      "  \"empty\": [],\n  \"t\": 1.500001\n}\n");
  sb_free(&out);
}

static BehaviourRec *sample_behaviour(Arena *a, BehaviourRec *b) {
  *b = (BehaviourRec){.end = END_UB, .code = "dangling", .reason = "bad \xff <&> \x01", .count = 3};
  b->at = (PlaceRec){"f.rs", 3, 5, 2, text_copy(a, "let x\ty;", 8), 4};
  *list_add(a, &b->notes) =
      (NoteRec){.role = NOTE_ORIGIN, .text = "`p` was allocated here", .at = b->at};
  b->out = text_copy(a, "a\0b\xff\n", 5);
  *list_add(a, &b->events) = (EventRec){EVENT_STDOUT, b->out, 2};
  *list_add(a, &b->allocs) = (AllocRec){0, "p", "stack", 4, 4, true, 0x1000, 2};
  *list_add(a, &b->choices) = (ChoiceRec){"p+1 == q", 9};
  *list_add(a, &b->inputs) = (InputRec){"x\x1b", "i32", "-65536", "0xffff0000", false, 3};
  *list_add(a, &b->inputs) = (InputRec){"flag", "bool", "true", NULL, true, 4};
  return b;
}

static void sample(Arena *a, ResultRec *r) {
  ExecRec *e = list_add(a, &r->execs);
  *e = (ExecRec){.file = "f.rs", .variant = "base", .model = "alloc", .limits = 3, .has_ub = true};
  sample_behaviour(a, list_add(a, &e->behaviours));
  CheckRec *k = list_add(a, &r->checks);
  *k = (CheckRec){.file = "f.rs",
                  .base = "base",
                  .opt = "opt",
                  .model = "flat",
                  .fn = "m::f",
                  .alias = "none",
                  .pointers = 3,
                  .kind = VERDICT_UNSOUND,
                  .rung = "equal"};
  sample_behaviour(a, list_add(a, &k->novel));
  sample_behaviour(a, list_add(a, &k->source));
  *list_add(a, &k->trace) =
      (TraceRec){.base = "prints \"a\\n\"", .opt = "prints \"a\\n\"", .same = true};
  *list_add(a, &k->trace) = (TraceRec){
      .base = "returns 0", .opt = NULL, .base_at = k->novel.at[0].at, .opt_at = k->novel.at[0].at};
  k->saved = text_copy(a, "fn main() {}\n", 13);
  k->save_error = "why";
  k->iterations = 16;
  TestRec *t = list_add(a, &r->tests);
  *t = (TestRec){.path = "f.rs", .title = "a # <title>\x1b", .status = TEST_FAILED, .us = 1234};
  FailRec *f = list_add(a, &t->fails);
  *f = (FailRec){.kind = FAIL_EXPECT,
                 .message = "not as \"expected\"\n",
                 .at = e->behaviours.at[0].at,
                 .model = "alloc"};
  *list_add(a, &f->outcomes) = (OutcomeRec){MARK_MISSING, "returns", 0};
  *list_add(a, &f->outcomes) = (OutcomeRec){MARK_UNEXPECTED, "ub", 3};
  *list_add(a, &f->diags) = (DiagRec){DIAG_NOTE, "note", e->behaviours.at[0].at};
  list_push(a, &f->unexpected, e->behaviours.at[0]);
  list_push(a, &f->check, *k);
  *list_add(a, &t->cells) = (CellRec){.base = "base",
                                      .opt = "opt",
                                      .model = "flat",
                                      .fn = "m::f",
                                      .alias = "any",
                                      .pointers = 2,
                                      .kind = VERDICT_UNSOUND,
                                      .failed = true,
                                      .line = 4};
  list_push(a, &t->changes, "changed");
  t->blessed = text_copy(a, "text", 4);
}

static void test_wire_round_trip(void **state) {
  (void)state;
  Arena *a = arena_create();
  ResultRec r = {.error = "e"}, back;
  sample(a, &r);
  StrBuf bytes = {0}, again = {0};
  result_encode(&r, &bytes);
  assert_true(result_decode(bytes.at, bytes.len, a, &back));
  result_encode(&back, &again);
  assert_int_equal(bytes.len, again.len);
  assert_memory_equal(bytes.at, again.at, bytes.len);
  const BehaviourRec *b = &back.execs.at[0].behaviours.at[0];
  assert_memory_equal(b->out.at, "a\0b\xff\n", 6);
  assert_string_equal(back.tests.at[0].fails.at[0].check.at[0].novel.at[0].choices.at[0].what,
                      "p+1 == q");
  assert_null(back.tests.at[0].fails.at[0].variant);
  assert_string_equal(back.checks.at[0].fn, "m::f");
  assert_string_equal(back.checks.at[0].alias, "none");
  assert_int_equal(back.checks.at[0].pointers, 3);
  assert_string_equal(back.tests.at[0].cells.at[0].fn, "m::f");
  const CheckRec *k = &back.checks.at[0];
  assert_string_equal(k->novel.at[0].inputs.at[0].hex, "0xffff0000");
  assert_true(k->novel.at[0].inputs.at[1].any);
  assert_string_equal(k->trace.at[1].base, "returns 0");
  assert_null(k->trace.at[1].opt);
  assert_int_equal(k->trace.at[1].base_at.line, 3);
  assert_string_equal(k->saved.at, "fn main() {}\n");
  assert_string_equal(k->save_error, "why");
  assert_int_equal(k->iterations, 16);
  sb_free(&bytes), sb_free(&again);
  arena_destroy(a);
}

/* Every truncation is refused; every damaged byte is refused or gives some record, never a crash.
 */
static void test_wire_damage(void **state) {
  (void)state;
  Arena *a = arena_create();
  ResultRec r = {0}, back;
  sample(a, &r);
  StrBuf bytes = {0};
  result_encode(&r, &bytes);
  for (size_t n = 0; n < bytes.len; n++) assert_false(result_decode(bytes.at, n, a, &back));
  for (size_t i = 0; i < bytes.len; i++) {
    Arena *scratch = arena_create();
    char old = bytes.at[i];
    for (u32 k = 0; k < 3; k++) {
      bytes.at[i] = (char)(k == 0 ? ~old : k == 1 ? old + 1 : 0x7f);
      (void)result_decode(bytes.at, bytes.len, scratch, &back);
    }
    bytes.at[i] = old;
    arena_destroy(scratch);
  }
  sb_free(&bytes);
  arena_destroy(a);
}

static void assert_outcome(BehaviourRec b, const char *want) {
  StrBuf text = {0};
  outcome_text(&b, &text);
  assert_string_equal(sb_str(&text), want);
  sb_free(&text);
}

static void test_outcome_text(void **state) {
  (void)state;
  Text out = {"1\n", 2}, none = {"", 0};
  assert_outcome((BehaviourRec){.end = END_RETURN, .out = none}, "returns");
  assert_outcome((BehaviourRec){.end = END_RETURN, .out = out}, "prints \"1\\n\"");
  assert_outcome((BehaviourRec){.end = END_UB, .code = "null", .reason = "r", .out = out},
                 "prints \"1\\n\" then ub(null): r");
  assert_outcome((BehaviourRec){.end = END_EXIT, .exit_code = (u32)-2, .out = none}, "exits -2");
  assert_outcome((BehaviourRec){.end = END_PANIC, .reason = "boom", .out = none}, "panics: boom");
  assert_outcome((BehaviourRec){.end = END_LIMIT, .code = "paths", .out = none}, "limit paths");
  assert_outcome((BehaviourRec){.end = END_COMPILE_ERROR, .reason = "e", .out = none}, "errors: e");
}

/* What a function does: its result, and memory unless the other side leaves the same. */
static void test_outcome_of_function(void **state) {
  (void)state;
  Text out = {"1\n", 2}, none = {"", 0};
  MemoryRec memory[] = {{"*p", "7", false, 1}, {"*q", "8", true, 1}, {"S", "9", false, 1}};
  BehaviourRec b = {.end = END_RETURN, .out = none, .result = "-1"};
  assert_outcome(b, "returns -1");
  b.out = out;
  assert_outcome(b, "prints \"1\\n\" then returns -1");
  b.memory.at = memory, b.memory.len = 3;
  assert_outcome(b, "prints \"1\\n\" then returns -1, then *p = 7, then S = 9");
  b.result = NULL;
  assert_outcome(b, "prints \"1\\n\" then returns, then *p = 7, then S = 9");
  b.end = END_PANIC, b.reason = "boom", b.out = none;
  assert_outcome(b, "panics: boom, then *p = 7, then S = 9");
  memory[0].same = memory[2].same = true;
  b.end = END_RETURN, b.out = out;
  assert_outcome(b, "prints \"1\\n\"");
}

static void assert_verdict(u32 limits, u64 iterations, const char *want) {
  StrBuf text = {0};
  verdict_text(VERDICT_SOUND_UP_TO, false, limits, iterations, &text);
  assert_string_equal(sb_str(&text), want);
  sb_free(&text);
}

static void test_limits(void **state) {
  (void)state;
  u32 unroll = 1u << LIMIT_UNROLL, solver = 1u << LIMIT_SOLVER;
  assert_verdict(unroll, 16, "sound up to 16 iterations");
  assert_verdict(unroll, 0, "sound up to iterations");
  assert_verdict(unroll | solver, 5, "sound up to 5 iterations, solver");
  assert_verdict(solver, 5, "sound up to solver");
}

/* Side by side where there is room, else one below the other; without control characters. */
static void test_sides(void **state) {
  (void)state;
  Arena *a = arena_create();
  ResultRec r = {0};
  sample(a, &r);
  StrBuf out = {0};
  human_counterexample(&r.checks.at[0], 80, false, &out);
  const char *s = sb_str(&out);
  assert_non_null(
      strstr(s, "    x\xe2\x90\x9b    i32   -65536 (0xffff0000)\n    flag  bool  any\n"));
  assert_non_null(strstr(s, "        base         | opt\n"));
  assert_non_null(strstr(s, "     =  prints \"a\\n\" | prints \"a\\n\"\n"));
  assert_non_null(strstr(s, "    <>  returns 0    | (nothing more)\n"));
  assert_non_null(strstr(s, "  new: prints "));
  assert_non_null(strstr(s, "  in `base`\n  --> f.rs:3:5\n"));
  assert_null(strstr(s, "  in `opt`\n")); /* it is where the undefined behaviour is */
  assert_null(strchr(s, '\x1b'));
  sb_clear(&out);
  human_counterexample(&r.checks.at[0], 30, false, &out);
  s = sb_str(&out);
  assert_non_null(strstr(s, "     =  prints \"a\\n\"\n"));
  assert_non_null(strstr(s, "    <>  `base`: returns 0\n        `opt`: (nothing more)\n"));
  sb_clear(&out);
  human_counterexample(&r.checks.at[0], 80, true, &out);
  assert_non_null(strstr(sb_str(&out), "\x1b["));
  sb_clear(&out);
  Json j = json_start(&out);
  json_check(&j, &r.checks.at[0], false);
  s = sb_str(&out);
  assert_non_null(strstr(s, "\"hex\": \"0xffff0000\""));
  assert_non_null(strstr(s, "\"any\": true"));
  assert_non_null(strstr(s, "\"opt\": null"));
  sb_free(&out);
  arena_destroy(a);
}

static void test_exec_verdict(void **state) {
  (void)state;
  Arena *a = arena_create();
  ExecRec e = {0};
  assert_string_equal(exec_verdict(&e), "ok");
  e.limits = 1;
  assert_string_equal(exec_verdict(&e), "limit");
  *list_add(a, &e.behaviours) = (BehaviourRec){.end = END_UNSUPPORTED};
  assert_string_equal(exec_verdict(&e), "unsupported");
  *list_add(a, &e.behaviours) = (BehaviourRec){.end = END_UB};
  assert_string_equal(exec_verdict(&e), "ub");
  arena_destroy(a);
}

static void assert_no_controls(const char *s, size_t n, bool colour) {
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    assert_true(c >= 0x20 || c == '\n' || (colour && c == 0x1b));
  }
}

static void test_formats(void **state) {
  (void)state;
  Arena *a = arena_create();
  ResultRec r = {0};
  sample(a, &r);
  SummaryRec s = {.failed = 1, .us = 5};
  StrBuf out = {0};

  human_exec(&r.execs.at[0], true, false, &out);
  human_checks(r.checks.at, 1, true, 80, false, &out);
  human_test(&r.tests.at[0], false, &out);
  human_table(r.tests.at, 1, false, &out);
  assert_no_controls(out.at, out.len, false);
  assert_non_null(strstr(sb_str(&out), "verdict: ub (undefined behaviour in 3 of 3 executions)"));
  assert_non_null(strstr(sb_str(&out), "0x1000  p (stack, 4 bytes, align 4, line 2)"));
  assert_non_null(strstr(sb_str(&out), "line 9: p+1 == q"));
  assert_non_null(strstr(sb_str(&out), "f.rs: fn m::f: base => opt\n"));
  assert_non_null(strstr(sb_str(&out), "  arguments: taken as non-aliasing\n"));
  assert_non_null(strstr(sb_str(&out), "fn m::f, alias any: base => opt"));
  assert_non_null(strstr(sb_str(&out), "expected, not seen    returns"));

  sb_clear(&out);
  human_exec(&r.execs.at[0], false, true, &out);
  assert_non_null(strstr(sb_str(&out), "\x1b["));

  sb_clear(&out);
  junit_run(r.tests.at, 1, &s, &out);
  assert_no_controls(out.at, out.len, false);
  assert_non_null(strstr(sb_str(&out), "tests=\"1\" failures=\"1\""));
  assert_non_null(strstr(sb_str(&out), "name=\"a # &lt;title&gt;\xef\xbf\xbd (fn m::f)\""));

  sb_clear(&out);
  tap_begin(1, &out);
  tap_test(&r.tests.at[0], 1, &out);
  assert_non_null(strstr(sb_str(&out), "TAP version 13\n1..1\nnot ok 1 - f.rs: a \\# <title>"));
  assert_non_null(strstr(sb_str(&out), " (fn m::f)\n"));
  for (const char *line = strchr(strstr(sb_str(&out), "not ok"), '\n'); line && line[1];
       line = strchr(line + 1, '\n'))
    assert_int_equal(line[1], '#');

  sb_clear(&out);
  json_run(r.tests.at, 1, &s, &out);
  assert_non_null(strstr(sb_str(&out), "\"function\": \"m::f\""));
  assert_non_null(strstr(sb_str(&out), "\"arguments\": \"any\""));
  for (size_t i = 0; i < out.len; i += utf8_sequence(out.at + i, out.len - i))
    assert_int_not_equal(utf8_sequence(out.at + i, out.len - i), 0);
  sb_free(&out);
  arena_destroy(a);
}

static void test_summary(void **state) {
  (void)state;
  StrBuf out = {0};
  human_summary(&(SummaryRec){.passed = 3}, false, &out);
  human_summary(&(SummaryRec){.passed = 3, .failed = 1, .skipped = 2}, false, &out);
  assert_string_equal(sb_str(&out), "3 passed, 0 failed\n3 passed, 1 failed, 2 skipped\n");
  sb_free(&out);
}

static void test_table(void **state) {
  (void)state;
  StrBuf out = {0};
  Table t = {.arena = arena_create(), .ncols = 3, .right_first = true};
  static const char *const cells[] = {"n", "what", "", "10", "\xc3\xa9", "x"};
  for (u32 i = 0; i < 6; i++) table_cell(&t, PAINT_NONE, cells[i]);
  table_print(&t, " ", false, &out);
  assert_string_equal(sb_str(&out), "  n  what\n 10  \xc3\xa9     x\n");
  table_free(&t);
  arena_destroy(t.arena);
  sb_free(&out);
}

/* A place in a line of a megabyte keeps a window of it. */
static void test_place(void **state) {
  (void)state;
  Arena *a = arena_create();
  SourceMap sm;
  source_init(&sm, a);
  char *text = arena_alloc(a, 1 << 20);
  memset(text, 'x', (1 << 20) - 1);
  u16 file = source_add(&sm, "big.rs", text, (1 << 20) - 1, false);
  PlaceRec p = place_of(a, &sm, (Span){.lo = 500000, .hi = 500010, .file = file});
  assert_int_equal(p.line, 1);
  assert_int_equal(p.col, 500001);
  assert_int_equal(p.width, 10);
  assert_true(p.text.len <= 2000 && p.indent + p.width <= p.text.len);
  p = place_of(a, &sm, (Span){.lo = 5, .hi = 2, .file = 9}); /* no such file */
  assert_int_equal(p.line, 0);
  p = place_of(a, &sm, (Span){.lo = UINT32_MAX, .hi = 0, .file = file});
  assert_int_equal(p.width, 1);
  arena_destroy(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_utf8),
      cmocka_unit_test(test_json),
      cmocka_unit_test(test_wire_round_trip),
      cmocka_unit_test(test_wire_damage),
      cmocka_unit_test(test_outcome_text),
      cmocka_unit_test(test_outcome_of_function),
      cmocka_unit_test(test_limits),
      cmocka_unit_test(test_sides),
      cmocka_unit_test(test_exec_verdict),
      cmocka_unit_test(test_formats),
      cmocka_unit_test(test_summary),
      cmocka_unit_test(test_table),
      cmocka_unit_test(test_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
