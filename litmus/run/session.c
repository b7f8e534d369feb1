#include "litmus/run/session.h"

#include <stdio.h>
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
  *s = (Session){.arena = arena, .path = path, .options = options};
  Loaded file = source_load(arena, path);
  if (file.status != LOAD_OK) return file;
  source_init(&s->sources, arena);
  s->file =
      source_add(&s->sources, strcmp(path, "-") ? path : "<stdin>", file.text, file.len, false);
  diags_init(&s->diags, arena, &s->sources);
  directives_parse(&s->directives, arena, &s->sources, s->file, &s->diags);
  s->limits = limits_from(&s->directives.limits, &options->limits);
  return file;
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
  c->program = rust_compile(s->arena, &s->sources, s->file, cfgs.at, cfgs.n, c->diags);
  c->us = clock_us() - start;
  list_push(s->arena, &s->compiled, c);
  return c;
}

/* ---- SMT-LIB files: one per behaviour that depends on conditions */

static void put_file_part(StrBuf *b, const char *s) {
  for (; *s; s++) {
    bool plain = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9');
    sb_putc(b, plain || *s == '_' ? *s : '-');
  }
}

static void write_smt2(const Session *s, const ExecRec *e, Terms *ts, const Behaviours *all) {
  const char *stem = strrchr(s->path, '/');
  for (u32 i = 0; i < all->at.len; i++) {
    const Behaviour *b = &all->at.at[i];
    if (b->nconds == 0) continue;
    StrBuf path = {0}, text = {0};
    sb_printf(&path, "%s/", s->options->smt2_dir);
    put_file_part(&path, stem ? stem + 1 : s->path);
    if (*e->variant) sb_putc(&path, '.'), put_file_part(&path, e->variant);
    sb_putc(&path, '.'), put_file_part(&path, e->model);
    sb_printf(&path, ".%u.smt2", i + 1);
    smtlib_dump(ts, b->conds, b->nconds, &text);
    FILE *f = fopen(sb_str(&path), "w");
    bool ok = f && fwrite(text.at, 1, text.len, f) == text.len;
    if (f && fclose(f) != 0) ok = false;
    if (!ok) fprintf(stderr, "litmus: cannot write %s\n", sb_str(&path));
    sb_free(&path), sb_free(&text);
  }
}

/* ---- exploration */

StatsRec session_stats(const Session *s, const StatsRec *before) {
  OracleStats os = oracle_cached_stats(s->oracle);
  SmtStats ss = smt_stats(s->smt);
  StatsRec now = {.terms = terms_count(s->terms),
                  .asked = os.asked,
                  .by_witness = os.by_witness,
                  .by_order = os.by_order,
                  .by_quick = os.by_quick,
                  .by_exact = os.by_exact,
                  .undecided = os.unknown,
                  .checks = ss.checks,
                  .sat = ss.sat,
                  .unsat = ss.unsat,
                  .unknown = ss.unknown,
                  .explore_us = clock_us()};
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
}

enum { VARS_OF_PROGRAM = 1 << 20 }; /* more allocations than any path can make */

const Explored *session_explore(Session *s, const Compiled *c, const Model *m) {
  for (u32 i = 0; i < s->explored.len; i++)
    if (s->explored.at[i]->program == c && !strcmp(s->explored.at[i]->model->name, m->name))
      return s->explored.at[i];
  start_solvers(s);
  StatsRec before = session_stats(s, &(StatsRec){0});
  Explored *e = arena_new(s->arena, Explored);
  *e = (Explored){.program = c, .model = m, .arena = arena_create()};
  e->x = (Exploration){.program = c->program,
                       .model = m,
                       .terms = s->terms,
                       .oracle = s->oracle,
                       .limits = s->limits,
                       .var_base = c->number * VARS_OF_PROGRAM};
  e->found = explore(&e->x, e->arena);
  e->stats = session_stats(s, &before);
  e->stats.paths = e->found->paths;
  e->stats.steps = e->found->steps;
  list_push(s->arena, &s->explored, e);
  return e;
}

ExecRec *session_exec(Session *s, CfgSet cfgs, const Model *m) {
  const Compiled *c = session_compile(s, cfgs);
  ExecRec *e = arena_new(s->arena, ExecRec);
  *e = (ExecRec){.file = s->sources.files[s->file].name, .variant = c->label, .model = m->name};
  if (!c->program) {
    convert_diags(s->arena, c->diags, e);
    return e;
  }
  const Explored *x = session_explore(s, c, m);
  e->stats = x->stats;
  e->stats.front_us = c->us;
  e->limits = x->found->limits;
  e->has_ub = x->found->has_ub;
  e->stories = c->program->nstories;
  for (u32 i = 0; i < x->found->at.len; i++)
    convert_behaviour(s->arena, &s->sources, s->terms, &x->found->at.at[i],
                      s->options->layouts ? s->oracle : NULL, list_add(s->arena, &e->behaviours));
  if (s->options->smt2_dir) write_smt2(s, e, s->terms, x->found);
  return e;
}

void session_diags(const Session *s, const Diags *diags, ResultRec *out) {
  for (u32 i = 0; i < diags->len; i++) {
    const Diag *d = &diags->at[i];
    *list_add(s->arena, &out->diags) = (DiagRec){d->kind, arena_strdup(s->arena, d->text),
                                                 place_of(s->arena, &s->sources, d->span)};
  }
}
