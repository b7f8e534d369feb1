#include "litmus/run/session.h"

#include <string.h>
#include <time.h>

#include "litmus/run/convert.h"
#include "litmus/rust/front.h"

u64 clock_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (u64)t.tv_sec * 1000000 + (u64)t.tv_nsec / 1000;
}

Loaded session_open(Session *s, Arena *arena, const char *path, const SessionOptions *options) {
  Loaded file = source_load(arena, path);
  if (file.status == LOAD_OK) session_open_text(s, arena, path, &file, options);
  return file;
}

void session_open_text(Session *s, Arena *arena, const char *path, const Loaded *file,
                       const SessionOptions *options) {
  *s = (Session){.arena = arena, .path = path, .options = options};
  source_init(&s->sources, arena);
  s->file =
      source_add(&s->sources, strcmp(path, "-") ? path : "<stdin>", file->text, file->len, false);
  diags_init(&s->diags, arena, &s->sources);
  directives_parse(&s->directives, arena, &s->sources, s->file, &s->diags);
  s->limits = limits_from(&s->directives.limits, &options->limits);
  u32 skip = options->smt2_skip ? options->smt2_skip : common_directory(&path, 1);
  questions_init(&s->questions, arena, options->smt2_dir, path, skip);
}

void session_close(Session *s) {
  for (u32 i = 0; i < s->explored.len; i++) arena_destroy(s->explored.at[i]->arena);
  if (s->terms) {
    s->oracle->destroy(s->oracle);
    smt_destroy(s->smt);
    terms_destroy(s->terms);
  }
  directives_free(&s->directives);
}

static const char *label_of(Arena *a, CfgSet cfgs) {
  StrBuf b = {0};
  for (u32 i = 0; i < cfgs.n; i++) sb_printf(&b, "%s%s", i ? "," : "", cfgs.at[i]);
  const char *label = arena_strdup(a, sb_str(&b));
  sb_free(&b);
  return label;
}

void session_add_entry(Session *s, const char *path) {
  StrBuf text = {0};
  sb_puts(&text, "--fn ");
  u32 lo = (u32)text.len;
  sb_puts(&text, path);
  u16 file = source_add(&s->sources, "<command line>", sb_str(&text), text.len, false);
  Span span = {.lo = lo, .hi = (u32)text.len, .file = file};
  list_push(s->arena, &s->entries, ((EntryPath){arena_strdup(s->arena, path), span, false}));
  sb_free(&text);
}

/* The functions that any check of the variant is about. Those of other variants' checks are in its
 * program, too, where it has them. */
static EntryPaths entries_of(Session *s, const char *label) {
  EntryPaths out = {0};
  for (u32 i = 0; i < s->entries.len; i++) list_push(s->arena, &out, s->entries.at[i]);
  const Directives *d = &s->directives;
  for (u32 i = 0; i < d->checks.len; i++) {
    const Check *k = &d->checks.at[i];
    if (!k->fn) continue;
    bool may_lack = strcmp(k->base, label) != 0 && strcmp(k->opt, label) != 0;
    u32 known = 0;
    while (known < out.len && strcmp(out.at[known].path, k->fn) != 0) known++;
    if (known == out.len)
      list_push(s->arena, &out, ((EntryPath){k->fn, k->fn_span, may_lack}));
    else if (!may_lack && out.at[known].may_lack)
      out.at[known] = (EntryPath){k->fn, k->fn_span, false};
  }
  return out;
}

const Compiled *session_compile(Session *s, CfgSet cfgs) {
  const char *label = label_of(s->arena, cfgs);
  for (u32 i = 0; i < s->compiled.len; i++)
    if (!strcmp(s->compiled.at[i]->label, label)) return s->compiled.at[i];
  Compiled *c = arena_new(s->arena, Compiled);
  u64 start = clock_us();
  c->label = label;
  c->number = s->compiled.len;
  c->diags = arena_new(s->arena, Diags);
  diags_init(c->diags, s->arena, &s->sources);
  EntryPaths entries = entries_of(s, label);
  c->program = rust_compile_entries(s->arena, &s->sources, s->file, cfgs.at, cfgs.n, entries.at,
                                    entries.len, c->diags);
  c->us = clock_us() - start;
  list_push(s->arena, &s->compiled, c);
  return c;
}

/* ---- exploration */

/* The session's own oracle, and those that refinements made for themselves. */
StatsRec session_stats(const Session *s, const StatsRec *before) {
  OracleStats os = oracle_cached_stats(s->oracle);
  SmtStats ss = smt_stats(s->smt);
  StatsRec now = {.terms = terms_count(s->terms),
                  .asked = os.asked + ss.above.asked,
                  .by_witness = os.by_witness + ss.above.by_witness,
                  .by_order = os.by_order + ss.above.by_order,
                  .by_quick = os.by_quick + ss.above.by_quick,
                  .by_exact = os.by_exact + ss.above.by_exact,
                  .undecided = os.unknown + ss.above.unknown,
                  .checks = ss.checks,
                  .sat = ss.sat,
                  .unsat = ss.unsat,
                  .unknown = ss.unknown,
                  .plain = ss.plain,
                  .by_plain = ss.by_plain,
                  .quantified = ss.quantified,
                  .by_quantified = ss.by_quantified,
                  .by_expansion = ss.by_expansion,
                  .spent = ss.spent,
                  .solver_us = ss.us,
                  .explore_us = clock_us()};
#define X(code, key) now.by_##key = ss.by_method[METHOD_##code];
#define M(X, code, key, name, quantified, logic, tactics, seed) X(code, key)
  SMT_METHODS(M, X)
#undef M
#undef X
#define X(field, help) now.field -= before->field;
  STATS(X)
#undef X
  return now;
}

static void start_solvers(Session *s) {
  if (s->terms) return;
  s->terms = terms_create();
  s->smt = smt_create(s->terms, s->limits.rlimit);
  s->oracle = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(s->smt));
  if (s->questions.dir) smt_observe(s->smt, questions_observe, &s->questions);
}

StatsRec session_total(const Session *s) {
  StatsRec total = {0};
  for (u32 i = 0; i < s->explored.len; i++) {
    total.paths += s->explored.at[i]->stats.paths;
    total.steps += s->explored.at[i]->stats.steps;
  }
  if (!s->terms) return total;
  StatsRec none = {0}, all = session_stats(s, &none);
  all.paths = total.paths, all.steps = total.steps;
  all.explore_us = 0;
  return all;
}

enum { VARS_OF_PROGRAM = 1 << 20 }; /* more allocations than any path can make */

/* What is explored, for the questions about it: "opt", "opt fn sum, alias any". */
static const char *explored_name(Session *s, const Compiled *c, FuncId entry, bool alias_any) {
  for (u32 i = 0; i < c->program->nentries; i++)
    if (c->program->entries[i].fn == entry)
      return arena_printf(s->arena, "%s fn %s, alias %s", c->label, c->program->entries[i].name,
                          alias_name(alias_any));
  return c->label;
}

static bool takes_inputs(const Behaviours *b) {
  for (u32 i = 0; i < b->at.len; i++)
    if (b->at.at[i].ninputs) return true;
  return false;
}

/* Explored before, in the same way or in one that makes no difference: only branches on inputs are
 * joined. */
static const Explored *explored_before(Session *s, const Exploration *x, const Compiled *c) {
  for (u32 i = 0; i < s->explored.len; i++) {
    const Explored *e = s->explored.at[i];
    if (e->program == c && e->x.entry == x->entry && e->x.alias_any == x->alias_any &&
        !strcmp(e->model->name, x->model->name) &&
        (e->x.joins == x->joins || !takes_inputs(e->found)))
      return e;
  }
  return NULL;
}

static const Explored *explore_as(Session *s, const Compiled *c, Exploration x) {
  const Explored *before_this = explored_before(s, &x, c);
  if (before_this) return before_this;
  start_solvers(s);
  StatsRec before = session_stats(s, &(StatsRec){0});
  Explored *e = arena_new(s->arena, Explored);
  *e = (Explored){.program = c, .model = x.model, .arena = arena_create(), .x = x};
  e->x.program = c->program;
  e->x.terms = s->terms;
  e->x.oracle = s->oracle;
  e->x.limits = s->limits;
  e->x.var_base = c->number * VARS_OF_PROGRAM;
  questions_about(&s->questions, explored_name(s, c, x.entry, x.alias_any), x.model->name,
                  "path feasibility");
  e->found = explore(&e->x, e->arena);
  e->stats = session_stats(s, &before);
  e->stats.paths = e->found->paths;
  e->stats.steps = e->found->steps;
  list_push(s->arena, &s->explored, e);
  return e;
}

const Explored *session_explore(Session *s, const Compiled *c, const Model *m) {
  return explore_as(s, c, (Exploration){.model = m, .entry = NO_FUNC});
}

const Explored *session_explore_for_check(Session *s, const Compiled *c, FuncId entry,
                                          bool alias_any, const Model *m) {
  return explore_as(
      s, c, (Exploration){.model = m, .entry = entry, .alias_any = alias_any, .joins = true});
}

/* Why a program cannot be run as a whole; NULL: it can. */
const char *session_no_main(Session *s, const Compiled *c) {
  if (c->program->main != NO_FUNC) return NULL;
  return arena_printf(s->arena,
                      "there is no `main` function to run: this file has only functions that are "
                      "checked by themselves");
}

ExecRec *session_exec(Session *s, CfgSet cfgs, const Model *m) {
  const Compiled *c = session_compile(s, cfgs);
  ExecRec *e = arena_new(s->arena, ExecRec);
  *e = (ExecRec){.file = s->sources.files[s->file].name, .variant = c->label, .model = m->name};
  if (!c->program) {
    convert_diags(s->arena, c->diags, e);
    return e;
  }
  const char *no_main = session_no_main(s, c);
  if (no_main) {
    Diags diags;
    diags_init(&diags, s->arena, &s->sources);
    diag_add(&diags, DIAG_ERROR, (Span){.lo = 0, .hi = 0, .file = s->file}, "%s", no_main);
    convert_diags(s->arena, &diags, e);
    return e;
  }
  const Explored *x = session_explore(s, c, m);
  e->stats = x->stats;
  e->stats.front_us = c->us;
  e->limits = x->found->limits;
  e->iterations = s->limits.unroll;
  e->has_ub = x->found->has_ub;
  e->stories = c->program->nstories;
  questions_about(&s->questions, c->label, m->name, "a layout of an outcome");
  for (u32 i = 0; i < x->found->at.len; i++)
    if (x->found->at.at[i].end == END_EXCLUDED)
      e->excluded += x->found->at.at[i].count;
    else
      convert_behaviour(s->arena, &s->sources, s->terms, &x->found->at.at[i],
                        s->options->layouts ? s->oracle : NULL, list_add(s->arena, &e->behaviours));
  for (u32 i = 0; s->options->smt2_outcomes && i < x->found->at.len; i++) {
    const Behaviour *b = &x->found->at.at[i];
    if (b->nconds) questions_outcome(&s->questions, s->terms, b->conds, b->nconds, i + 1);
  }
  return e;
}

void session_diags(const Session *s, const Diags *diags, ResultRec *out) {
  for (u32 i = 0; i < diags->len; i++) {
    const Diag *d = &diags->at[i];
    *list_add(s->arena, &out->diags) = (DiagRec){d->kind, arena_strdup(s->arena, d->text),
                                                 place_of(s->arena, &s->sources, d->span)};
  }
}
