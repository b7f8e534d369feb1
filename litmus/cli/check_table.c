/* litmus check --models: the pairs of several files against models, as a table. */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "litmus/cli/check.h"
#include "litmus/report/human.h"

typedef struct CheckTable {
  const Options *options;
  CheckJob *jobs; /* by file */
  ResultRec *results;
  bool *died;
} CheckTable;

static void table_work(void *self, u32 i, Arena *arena, ResultRec *out) {
  CheckTable *t = self;
  check_work(&t->jobs[i], 0, arena, out);
}

static void table_done(void *self, const WorkerResult *w, Arena *arena) {
  CheckTable *t = self;
  t->results[w->job] = w->rec;
  t->died[w->job] = w->end != WORKER_DONE;
  if (w->end == WORKER_DONE) return;
  t->results[w->job] = (ResultRec){
      .error = arena_printf(arena, "%s: %s", t->jobs[w->job].path, w->why ? w->why : "no result")};
}

static int table_run(CheckTable *t, u32 n) {
  const Options *o = t->options;
  int caught = 0;
  WorkerPool pool = {.njobs = n,
                     .width = o->jobs ? (u32)o->jobs : workers_default_width(),
                     .limits = {o->timeout, o->memory_limit},
                     .self = t,
                     .work = table_work,
                     .done = table_done};
  if (!o->no_fork) {
    workers_run(&pool, o->arena, &caught);
    return caught;
  }
  for (u32 i = 0; i < n; i++) {
    WorkerResult w = {.job = i};
    table_work(t, i, o->arena, &w.rec);
    table_done(t, &w, o->arena);
  }
  return 0;
}

/* Why variants do not compile: the same under every model. */
static void print_pair_diags(const Options *o, const ResultRec *r) {
  for (u32 k = 0; k < r->checks.len; k++) {
    const CheckRec *c = &r->checks.at[k], *before = k ? c - 1 : NULL;
    if (!before || !check_name_equal(CHECK_NAME(before), CHECK_NAME(c)))
      print_diags(o, c->diags.at, c->diags.len);
  }
}

/* The worst of all files; messages on standard error unless they are in the JSON. */
static int table_status(const CheckTable *t, u32 n) {
  const Options *o = t->options;
  int status = EXIT_AS_EXPECTED;
  for (u32 i = 0; i < n; i++) {
    const ResultRec *r = &t->results[i];
    int s = smt2_status(r->smt2_error, check_status(r));
    if (r->error || r->diags.len) s = t->died[i] ? EXIT_UNKNOWN : EXIT_USAGE;
    if (r->error && !o->json) input_error(r->error);
    if (!o->json) print_diags(o, r->diags.at, r->diags.len), print_pair_diags(o, r);
    /* ORDER: usage outweighs unsound outweighs unknown */
    static const int weight[] = {
        [EXIT_AS_EXPECTED] = 0, [EXIT_UNKNOWN] = 1, [EXIT_NOT] = 2, [EXIT_USAGE] = 3};
    if (weight[s] > weight[status]) status = s;
  }
  return status;
}

/* The verdicts of each file as `run --table` has them. */
static void table_text(const CheckTable *t, u32 n, StrBuf *out) {
  const Options *o = t->options;
  bool colour = use_colour(o, STDOUT_FILENO);
  TestRec *rows = arena_array(o->arena, TestRec, n + 1);
  for (u32 i = 0; i < n; i++) {
    rows[i].path = t->jobs[i].path;
    for (u32 k = 0; k < t->results[i].checks.len; k++) {
      const CheckRec *c = &t->results[i].checks.at[k];
      list_push(o->arena, &rows[i].cells,
                ((CellRec){.fn = c->fn,
                           .alias = c->alias,
                           .pointers = c->pointers,
                           .base = c->base,
                           .opt = c->opt,
                           .model = c->model,
                           .kind = c->kind,
                           .vacuous = c->vacuous,
                           .limits = c->limits}));
      if (c->stories > rows[i].stories) rows[i].stories = c->stories;
    }
  }
  human_table(rows, n, colour, out);
  for (u32 i = 0; i < n; i++) human_reasons(t->results[i].checks.at, t->results[i].checks.len, out);
  StatsRec sum = {0};
  for (u32 i = 0; i < n; i++) {
#define X(field, help) sum.field += t->results[i].stats.field;
    STATS(X)
#undef X
  }
  if (stats_part(o)) human_stats(&sum, stats_part(o), colour, out);
}

static void table_json(const CheckTable *t, u32 n, StrBuf *out) {
  Json j = json_start(out);
  json_array(&j, NULL);
  for (u32 i = 0; i < n; i++) {
    const ResultRec *r = &t->results[i];
    if (r->error || r->diags.len) check_json_error(&j, t->jobs[i].path, r);
    for (u32 k = 0; k < r->checks.len; k++)
      json_check(&j, &r->checks.at[k], stats_part(t->options));
  }
  json_end_array(&j);
}

/* The operands are files, and the last one may be a pair. */
int check_table(const Options *o, CheckJob *job) {
  u32 nfiles = 0;
  while (nfiles < o->operands.len && !strstr(o->operands.at[nfiles], "=>")) nfiles++;
  if (nfiles == 0) return usage_error(o->command, "which FILE?");
  if (nfiles < o->operands.len && !check_parse_pair(o, nfiles, job))
    return usage_error(o->command, "the pair comes last, quoted for the shell: 'BASE => OPT'");
  if (!check_function_options(o, job)) return EXIT_USAGE;
  if (!chosen_models(o, NULL, &job->models) || !make_smt2_dir(o)) return EXIT_USAGE;
  job->session.smt2_skip = common_directory(o->operands.at, nfiles);
  CheckTable t = {.options = o,
                  .jobs = arena_array(o->arena, CheckJob, nfiles),
                  .results = arena_array(o->arena, ResultRec, nfiles),
                  .died = arena_array(o->arena, bool, nfiles)};
  for (u32 i = 0; i < nfiles; i++) {
    t.jobs[i] = *job;
    t.jobs[i].path = o->operands.at[i];
  }
  int caught = table_run(&t, nfiles);
  if (caught) {
    signal(caught, SIG_DFL);
    raise(caught);
  }
  StrBuf out = {0};
  int status = table_status(&t, nfiles);
  o->json ? table_json(&t, nfiles, &out) : table_text(&t, nfiles, &out);
  return finish_out(&out, status);
}
