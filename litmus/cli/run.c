/* litmus run: the tests in parallel, reported in their order whatever order they end in. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "litmus/cli/command.h"
#include "litmus/cli/select.h"
#include "litmus/report/human.h"
#include "litmus/report/machine.h"
#include "litmus/run/bless.h"

typedef struct Run {
  const Options *options;
  const PathList *tests;
  u32 format;
  SessionOptions session;
  JudgeOptions judge;
  TestRec *results; /* by test */
  bool *ready;
  u32 reported; /* tests before this one are reported */
  u32 ended, failed;
  u64 shown; /* when the progress line was drawn last */
  bool colour, progress;
  const u32 *again; /* second pass of --bless: the tests to repeat */
} Run;

/* ---- in the worker */

static void run_work(void *self, u32 i, Arena *arena, ResultRec *out) {
  const Run *r = self;
  TestRec *t = list_add(arena, &out->tests);
  test_run(arena, r->tests->at[r->again ? r->again[i] : i], &r->session, &r->judge, t);
}

/* ---- progress: one line on standard error, redrawn in place */

static void progress_clear(const Run *r) {
  if (r->progress) fputs("\r\x1b[K", stderr);
}

static void progress_draw(Run *r, const char *path) {
  u64 now = clock_us();
  if (!r->progress || now - r->shown < 50000) return;
  r->shown = now;
  StrBuf name = {0};
  text_put(&name, path, false);
  fprintf(stderr, "\r\x1b[K[%u/%u] %u failed  %.60s", r->ended, r->tests->len, r->failed,
          sb_str(&name));
  sb_free(&name);
}

/* ---- results */

static TestRec died(const WorkerResult *w, const char *path, Arena *a) {
  static const FailKind kinds[] = {[WORKER_CRASHED] = FAIL_CRASH,
                                   [WORKER_TIMEOUT] = FAIL_TIMEOUT,
                                   [WORKER_MEMORY] = FAIL_MEMORY};
  TestRec t = {.path = path, .status = TEST_FAILED};
  FailRec *f = list_add(a, &t.fails);
  *f = (FailRec){.kind = w->end == WORKER_DONE ? FAIL_CRASH : kinds[w->end]};
  f->message = w->why ? w->why : "the worker sent no result";
  if (w->log && f->kind == FAIL_CRASH) f->message = arena_printf(a, "%s\n%s", f->message, w->log);
  return t;
}

/* Two tests of one title cannot be told apart in a report; the later one fails. */
static void check_title(Run *r, u32 i) {
  TestRec *t = &r->results[i];
  for (u32 k = 0; t->title && k < i; k++) {
    const char *other = r->results[k].title;
    if (!other || strcmp(other, t->title) != 0) continue;
    FailRec *f = list_add(r->options->arena, &t->fails);
    *f = (FailRec){.kind = FAIL_TITLE};
    f->message = arena_printf(r->options->arena, "the title is also that of %s: %s",
                              r->results[k].path, t->title);
    t->status = TEST_FAILED;
    return;
  }
}

static void report(Run *r, u32 i) {
  StrBuf out = {0};
  if (r->format == FORMAT_TAP)
    tap_test(&r->results[i], i + 1, &out);
  else if (r->format == FORMAT_HUMAN && !r->options->table)
    human_test(&r->results[i], r->colour, &out);
  if (out.len) progress_clear(r);
  put_out(&out);
}

static void report_in_order(Run *r) {
  while (r->reported < r->tests->len && r->ready[r->reported]) {
    check_title(r, r->reported);
    report(r, r->reported++);
  }
}

static void run_done(void *self, const WorkerResult *w, Arena *arena) {
  Run *r = self;
  u32 i = r->again ? r->again[w->job] : w->job;
  r->results[i] = w->end == WORKER_DONE && w->rec.tests.len ? w->rec.tests.at[0]
                                                            : died(w, r->tests->at[i], arena);
  if (!r->again) r->ended++;
  r->failed += r->results[i].status == TEST_FAILED;
  r->ready[i] = true;
  if (!r->judge.bless) report_in_order(r); /* blessed tests are run again first */
  progress_draw(r, r->tests->at[i]);
}

/* ---- passes */

static int one_pass(Run *r, u32 njobs) {
  const Options *o = r->options;
  int caught = 0;
  WorkerPool pool = {.njobs = njobs,
                     .width = o->jobs ? (u32)o->jobs : workers_default_width(),
                     .limits = {o->timeout, o->memory_limit},
                     .self = r,
                     .work = run_work,
                     .done = run_done};
  if (!o->no_fork) {
    workers_run(&pool, o->arena, &caught);
    return caught;
  }
  for (u32 i = 0; i < njobs; i++) {
    WorkerResult w = {.job = i};
    run_work(r, i, o->arena, &w.rec);
    run_done(r, &w, o->arena);
  }
  return 0;
}

/* Written beside the file and renamed, so that no one ever sees half a test. */
static bool replace_file(const char *path, Text text, Arena *a) {
  struct stat st;
  const char *beside = arena_printf(a, "%s.blessed", path);
  FILE *f = fopen(beside, "wx");
  bool ok = f && fwrite(text.at, 1, text.len, f) == text.len;
  if (f && stat(path, &st) == 0) (void)fchmod(fileno(f), st.st_mode & 07777);
  if (f && fclose(f) != 0) ok = false;
  char *target = ok ? realpath(path, NULL) : NULL; /* a link stays a link */
  ok = ok && rename(beside, target ? target : path) == 0;
  free(target);
  if (f && !ok) remove(beside);
  if (!ok) input_error(arena_printf(a, "%s: cannot be rewritten", path));
  return ok;
}

static int bless_pass(Run *r) {
  u32 *again = arena_array(r->options->arena, u32, r->tests->len), n = 0;
  StrBuf out = {0};
  for (u32 i = 0; i < r->tests->len; i++) {
    TestRec *t = &r->results[i];
    if (!t->blessed.at || !replace_file(t->path, t->blessed, r->options->arena)) continue;
    again[n++] = i;
    for (u32 k = 0; k < t->changes.len; k++) {
      sb_puts(&out, "blessed ");
      text_put(&out, t->changes.at[k], false);
      sb_putc(&out, '\n');
    }
  }
  progress_clear(r);
  if (r->format == FORMAT_HUMAN)
    put_out(&out);
  else
    sb_free(&out);
  r->judge.bless = false;
  r->reported = 0;
  r->again = again;
  for (u32 i = 0; i < n; i++) r->ready[again[i]] = false;
  int caught = one_pass(r, n);
  report_in_order(r);
  return caught;
}

static SummaryRec summarize(const Run *r, u64 start) {
  SummaryRec s = {.us = clock_us() - start, .stats_part = stats_part(r->options)};
  for (u32 i = 0; i < r->reported; i++) {
    s.passed += r->results[i].status == TEST_PASSED;
    s.failed += r->results[i].status == TEST_FAILED;
    s.skipped += r->results[i].status == TEST_SKIPPED;
    s.with_stories += r->results[i].stories > 0;
#define X(field, help) s.stats.field += r->results[i].stats.field;
    STATS(X)
#undef X
  }
  return s;
}

static bool write_end(Run *r, const SummaryRec *s) {
  StrBuf out = {0};
  switch (r->format) {
  case FORMAT_JSON: json_run(r->results, r->reported, s, &out); break;
  case FORMAT_JUNIT: junit_run(r->results, r->reported, s, &out); break;
  case FORMAT_TAP: break;
  default:
    if (r->options->table) {
      human_table(r->results, r->reported, r->colour, &out);
      sb_putc(&out, '\n');
      for (u32 i = 0; i < r->reported; i++) human_test(&r->results[i], r->colour, &out);
    }
    human_summary(s, r->colour, &out);
  }
  return put_out(&out);
}

static int run_tests(const Options *o, const PathList *tests, const ModelChoice *chosen) {
  Run r = {.options = o, .tests = tests, .format = o->json ? FORMAT_JSON : o->format};
  r.session = (SessionOptions){.limits = o->limits,
                               .smt2_dir = o->smt2,
                               .smt2_skip = common_directory(tests->at, tests->len)};
  r.judge.bless = o->bless;
  const char **names = arena_array(o->arena, const char *, chosen->len + 1);
  for (u32 i = 0; i < chosen->len; i++) names[i] = chosen->at[i]->name;
  r.judge.models = names;
  r.judge.nmodels = chosen->len;
  r.results = arena_array(o->arena, TestRec, tests->len + 1);
  r.ready = arena_array(o->arena, bool, tests->len + 1);
  r.colour = use_colour(o, STDOUT_FILENO);
  r.progress = r.format == FORMAT_HUMAN && isatty(STDERR_FILENO);
  u64 start = clock_us();
  StrBuf head = {0};
  if (r.format == FORMAT_TAP) tap_begin(tests->len, &head);
  put_out(&head);

  int caught = one_pass(&r, tests->len);
  if (!caught && o->bless) caught = bless_pass(&r);
  progress_clear(&r);
  SummaryRec s = summarize(&r, start);
  if (caught) fprintf(stderr, "litmus: interrupted after %u of %u tests\n", r.reported, tests->len);
  bool written = write_end(&r, &s);
  if (caught) {
    signal(caught, SIG_DFL);
    raise(caught);
  }
  const char *smt2_error = NULL;
  for (u32 i = 0; i < r.reported && !smt2_error; i++) smt2_error = r.results[i].smt2_error;
  return smt2_status(smt2_error, !written ? EXIT_USAGE : s.failed ? EXIT_NOT : EXIT_AS_EXPECTED);
}

int command_run(const Options *o) {
  ModelChoice chosen = {0};
  if (o->models.len && !chosen_models(o, NULL, &chosen)) return EXIT_USAGE;
  if (o->bless && o->models.len)
    return usage_error(o->command,
                       "--bless needs all models: --model would bless half of an expectation");
  if (o->json && o->format != FORMAT_HUMAN && o->format != FORMAT_JSON)
    return usage_error(o->command, "--json and --format contradict each other");
  if (o->solver_stats && (o->format == FORMAT_JUNIT || o->format == FORMAT_TAP))
    return usage_error(o->command, "--format junit and tap have no place for --solver-stats");
  PathList tests = {0};
  int status = select_tests(o, &tests);
  if (status == EXIT_AS_EXPECTED && o->list) {
    StrBuf out = {0};
    list_tests(o, &tests, &out);
    status = finish_out(&out, status);
  } else if (status == EXIT_AS_EXPECTED) {
    status = make_smt2_dir(o) ? run_tests(o, &tests, &chosen) : EXIT_USAGE;
  }
  vec_free(&tests);
  return status;
}
