#define _GNU_SOURCE
#include "tests/fuzz/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/mach/explore.h"
#include "litmus/run/judge.h"
#include "litmus/run/signature.h"
#include "litmus/rust/front.h"
#include "solver/refine.h"

/* Small enough that no input takes long under the sanitizers, large enough to see loops, recursion
 * and several layouts. */
static Limits small_limits(void) {
  Limits l = limits_default();
  l.steps = 20000;
  l.total_steps = 60000;
  l.paths = 40;
  l.recursion = 60;
  l.loops = 5000;
  l.memory = 1 << 20;
  l.output = 4096;
  l.rlimit = 100000;
  return l;
}

/* ---- as a test: directives, patterns, expectations, blessing */

static LimitSettings small_settings(void) {
  LimitSettings s = {{0}};
  Limits l = small_limits();
#define LIMIT_OPTION(field, flag, value_, help) s.value[LIMIT_INDEX_##field] = l.field;
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
  return s;
}

static void run_as_test(const char *text, u32 len) {
  char path[] = "/tmp/litmus-fuzz-XXXXXX";
  int fd = mkstemp(path);
  if (fd < 0 || write(fd, text, len) != (ssize_t)len) {
    perror("fuzz: a temporary file");
    _exit(2);
  }
  close(fd);
  Arena *arena = arena_create();
  SessionOptions options = {.limits = small_settings(), .layouts = true};
  JudgeOptions judging = {.bless = len % 2};
  TestRec result;
  test_run(arena, path, &options, &judging, &result);
  arena_destroy(arena);
  unlink(path);
}

/* ---- as a program: whatever its directives say, it is compiled and explored */

typedef struct Trial {
  Arena *arena;
  Terms *terms;
  Smt *smt;
  Oracle *oracle;
  const Model *model;
  bool alias_any;
  FuzzStats *stats;
} Trial;

static Exploration exploration(const Trial *s, const Program *p, FuncId entry, u32 var_base) {
  return (Exploration){.program = p,
                       .model = s->model,
                       .terms = s->terms,
                       .oracle = s->oracle,
                       .limits = small_limits(),
                       .entry = entry,
                       .alias_any = s->alias_any,
                       .var_base = var_base};
}

/* Everything that reports say about behaviours is asked for once. */
static void look_at(const Trial *s, const Behaviours *found) {
  StrBuf text = {0};
  for (u32 i = 0; i < found->at.len; i++) {
    const Behaviour *b = &found->at.at[i];
    behaviour_output(s->terms, b, EVENT_STDOUT, &text);
    behaviour_output(s->terms, b, EVENT_STDERR, &text);
    for (u32 c = 0; c < b->nconds; c++) behaviour_term(s->terms, b, b->conds[c], &text);
  }
  sb_free(&text);
  s->stats->explored++;
  s->stats->with_ub += found->has_ub;
}

/* `from` and `to`: the functions to compare; NO_FUNC: main. */
static void explore_and_refine(Trial *s, const Program *base, FuncId from, const Program *opt,
                               FuncId to) {
  s->terms = terms_create();
  s->smt = smt_create(s->terms, small_limits().rlimit);
  s->oracle = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(s->smt));
  Exploration xb = exploration(s, base, from, 0);
  Behaviours *source = explore(&xb, s->arena);
  look_at(s, source);
  if (opt != NULL) {
    Exploration xo = exploration(s, opt, to, 1u << 20);
    Behaviours *target = explore(&xo, s->arena);
    look_at(s, target);
    refine(&xb, source, &xo, target, s->smt, s->arena);
    s->stats->refined++;
  }
  s->oracle->destroy(s->oracle);
  smt_destroy(s->smt);
  terms_destroy(s->terms);
}

static Program *compile(Trial *s, const char *text, u32 len, const char *cfg) {
  SourceMap *sources = arena_new(s->arena, SourceMap);
  source_init(sources, s->arena);
  u16 file = source_add(sources, "fuzz.rs", text, len, false);
  Diags diags;
  diags_init(&diags, s->arena, sources);
  Directives d;
  directives_parse(&d, s->arena, sources, file, &diags);
  EntryPaths entries = {0};
  for (u32 i = 0; i < d.checks.len; i++)
    if (d.checks.at[i].fn)
      list_push(s->arena, &entries, ((EntryPath){d.checks.at[i].fn, d.checks.at[i].fn_span, true}));
  directives_free(&d);
  diags_init(&diags, s->arena, sources); /* whatever they say */
  Program *p =
      rust_compile_entries(s->arena, sources, file, &cfg, 1, entries.at, entries.len, &diags);
  StrBuf out = {0};
  diags_render(&diags, &out, false);
  if (p != NULL) {
    ir_print(p, true, &out);
    s->stats->compiled++;
  }
  sb_free(&out);
  return p;
}

static void compare_all(Trial *s, const Program *base, const Program *opt) {
  bool runs = base->main != NO_FUNC;
  const Program *other = opt && opt->main != NO_FUNC ? opt : NULL;
  if (runs) explore_and_refine(s, base, NO_FUNC, other, NO_FUNC);
  for (u32 i = 0; i < base->nentries; i++) {
    const Entry *from = &base->entries[i], *to = opt ? program_entry(opt, from->name) : NULL;
    bool same = to && same_signature(base, from->fn, opt, to->fn);
    s->alias_any = i % 2;
    explore_and_refine(s, base, from->fn, same ? opt : NULL, same ? to->fn : NO_FUNC);
  }
}

static void run_as_program(const char *text, u32 len, FuzzStats *stats) {
  Trial s = {.arena = arena_create(), .stats = stats};
  Program *base = compile(&s, text, len, "base");
  if (base != NULL) {
    Program *opt = compile(&s, text, len, "opt");
    u32 n;
    const Model *all = models(&n);
    for (u32 i = 0; i < n; i++) {
      s.model = &all[i];
      compare_all(&s, base, opt);
    }
  }
  arena_destroy(s.arena);
}

void fuzz_run(const char *text, u32 len, FuzzStats *stats) {
  stats->inputs++;
  run_as_program(text, len, stats);
  run_as_test(text, len);
}
