#include "litmus/run/session.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "litmus/run/convert.h"
#include "litmus/rust/front.h"
#include "solver/smt.h"

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
  return file;
}

void session_close(Session *s) { directives_free(&s->directives); }

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

static void take_stats(StatsRec *out, const Behaviours *b, const Terms *ts, const Oracle *o,
                       const Smt *smt) {
  OracleStats os = oracle_cached_stats(o);
  SmtStats ss = smt_stats(smt);
  out->paths = b->paths, out->steps = b->steps, out->terms = terms_count(ts);
  out->asked = os.asked, out->by_witness = os.by_witness, out->by_quick = os.by_quick;
  out->by_exact = os.by_exact, out->undecided = os.unknown;
  out->checks = ss.checks, out->sat = ss.sat, out->unsat = ss.unsat, out->unknown = ss.unknown;
}

static void explore_into(Session *s, const Program *program, const Model *m, ExecRec *e) {
  u64 start = clock_us();
  Limits limits = limits_from(&s->directives.limits, &s->options->limits);
  Arena *scratch = arena_create();
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, limits.rlimit);
  Oracle *oracle = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(smt));
  Exploration x = {.program = program, .model = m, .terms = ts, .oracle = oracle, .limits = limits};

  const Behaviours *found = explore(&x, scratch);
  e->limits = found->limits;
  e->has_ub = found->has_ub;
  for (u32 i = 0; i < found->at.len; i++)
    convert_behaviour(s->arena, &s->sources, ts, &found->at.at[i],
                      s->options->layouts ? oracle : NULL, list_add(s->arena, &e->behaviours));
  take_stats(&e->stats, found, ts, oracle, smt);
  if (s->options->smt2_dir) write_smt2(s, e, ts, found);

  oracle->destroy(oracle);
  smt_destroy(smt);
  terms_destroy(ts);
  arena_destroy(scratch);
  e->stats.explore_us = clock_us() - start;
}

ExecRec *session_exec(Session *s, CfgSet cfgs, const Model *m) {
  const Compiled *c = session_compile(s, cfgs);
  ExecRec *e = arena_new(s->arena, ExecRec);
  *e = (ExecRec){.file = s->sources.files[s->file].name, .variant = c->label, .model = m->name};
  e->stats.front_us = c->us;
  if (c->program)
    explore_into(s, c->program, m, e);
  else
    convert_diags(s->arena, c->diags, e);
  return e;
}

void session_diags(const Session *s, const Diags *diags, ResultRec *out) {
  for (u32 i = 0; i < diags->len; i++) {
    const Diag *d = &diags->at[i];
    *list_add(s->arena, &out->diags) = (DiagRec){d->kind, arena_strdup(s->arena, d->text),
                                                 place_of(s->arena, &s->sources, d->span)};
  }
}
