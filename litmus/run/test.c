/* One test from its path to its record. */
#include <string.h>

#include "litmus/run/bless.h"

static void fail_to_load(Arena *a, TestRec *t, const char *error) {
  *list_add(a, &t->fails) = (FailRec){.kind = FAIL_LOAD, .message = arena_strdup(a, error)};
  t->status = TEST_FAILED;
}

static void fail_directives(Session *s, TestRec *t) {
  FailRec *f = list_add(s->arena, &t->fails);
  *f = (FailRec){.kind = FAIL_DIRECTIVE, .message = "the directives are wrong"};
  ResultRec r = {0};
  session_diags(s, &s->diags, &r);
  for (u32 i = 0; i < r.diags.len; i++) list_push(s->arena, &f->diags, r.diags.at[i]);
  if (r.diags.len) f->at = r.diags.at[0].at;
  t->status = TEST_FAILED;
}

void test_run(Arena *a, const char *path, const SessionOptions *so, const JudgeOptions *jo,
              TestRec *out) {
  u64 start = clock_us();
  *out = (TestRec){.path = arena_strdup(a, path), .status = TEST_PASSED};
  Session s;
  Loaded file = session_open(&s, a, path, so);
  if (file.status != LOAD_OK) {
    fail_to_load(a, out, file.error);
  } else {
    directives_require_test(&s.directives, jo->bless);
    out->title = s.directives.title;
    if (s.diags.nerrors) {
      fail_directives(&s, out);
    } else {
      Judgement j;
      judge(&s, jo, &j);
      judgement_report(&s, &j, out);
      if (jo->bless) bless(&s, &j, out);
    }
    out->stats = session_total(&s);
    out->smt2_error = s.questions.error;
    session_close(&s);
  }
  out->us = clock_us() - start;
}
