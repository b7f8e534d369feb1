/* The verdict: every path of the target is decided by the ladder, and what stood in the way of a
 * full answer - limits, unsupported constructs, a solver that gave up - is part of what is said.
 *
 * A counterexample counts only if the source was explored completely: a behaviour that the source
 * was not seen to have may be among those that were not seen. */
#include "solver/refine_impl.h"

#include <stdlib.h>

#define EFFORT 3 /* a whole refinement may cost so many questions that reach the limit */

const char *verdict_name(VerdictKind k) {
  static const char *const names[] = {"sound", "sound up to", "unsound", "unknown"};
  return names[k];
}

const char *rung_name(Rung r) {
  static const char *const names[] = {"none", "equal", "instantiated", "cegis", "quantified"};
  return names[r];
}

/* Nothing of the source is missing. Paths whose feasibility the solver left open were followed, so
 * they are among the candidates, and SOLVER alone hides nothing. */
static bool is_complete(const Side *s) {
  return !s->unsupported && !(s->limits & ~((u32)1 << LIMIT_SOLVER));
}

static const char *first_limit(u32 limits) {
  for (u32 i = 0; i < LIMIT_COUNT; i++)
    if (limits & ((u32)1 << i) & ~((u32)1 << LIMIT_SOLVER)) return limit_summary((LimitCode)i);
  return limit_summary(LIMIT_SOLVER);
}

static const char *why_incomplete(const Side *s, const char *side, Arena *arena) {
  if (s->unsupported) return arena_printf(arena, "%s: not supported: %s", side, s->unsupported);
  return arena_printf(arena, "%s not fully explored: %s", side, first_limit(s->limits));
}

static void set_unknown(Verdict *v, const char *why) {
  if (v->kind == VERDICT_UNKNOWN) return; /* the first reason stays */
  v->kind = VERDICT_UNKNOWN;
  v->why = why;
}

/* One path of the target; true when the verdict is final. */
static bool judge(Refiner *r, const Path *t, Verdict *v, Arena *arena) {
  Decision d = decide(r, t);
  switch (d.kind) {
  case PATH_ALLOWED:
    if (d.rung > v->rung) v->rung = d.rung;
    return false;
  case PATH_OPEN:
    if (d.solver) v->limits |= (u32)1 << LIMIT_SOLVER;
    set_unknown(v, d.why ? d.why : "not decided");
    return false;
  case PATH_NEW: break;
  }
  bool takes_inputs = r->inputs.len || t->uses_inputs; /* then only these inputs matter */
  if (!is_complete(&r->src) && !(takes_inputs && r->run.explore)) {
    set_unknown(v, why_incomplete(&r->src, "original", arena));
    return false;
  }
  const char *why = confirm(r, t, &d, v, arena);
  if (why) {
    set_unknown(v, is_complete(&r->src) ? why : why_incomplete(&r->src, "original", arena));
    return false;
  }
  v->kind = VERDICT_UNSOUND;
  v->rung = d.rung;
  v->why = NULL;
  return true;
}

static bool always_ub(const Side *s) {
  if (!s->all->at.len || s->limits || s->unsupported) return false;
  for (u32 i = 0; i < s->all->at.len; i++)
    if (s->all->at.at[i].end != END_UB && s->all->at.at[i].end != END_EXCLUDED) return false;
  return true;
}

/* The shortest counterexample is looked for first. */
static int by_length(const void *a, const void *b) {
  const Path *x = *(const Path *const *)a, *y = *(const Path *const *)b;
  if (x->b->steps != y->b->steps) return x->b->steps < y->b->steps ? -1 : 1;
  if (x->n != y->n) return x->n < y->n ? -1 : 1;
  return (x > y) - (x < y);
}

static void judge_all(Refiner *r, Verdict *v, Arena *arena) {
  u32 n = r->tgt.paths.len;
  const Path **paths = arena_array(r->scratch, const Path *, n + 1);
  for (u32 i = 0; i < n; i++) paths[i] = &r->tgt.paths.at[i];
  qsort(paths, n, sizeof *paths, by_length);
  for (u32 i = 0; i < n; i++)
    if (judge(r, paths[i], v, arena)) return;
  if (r->tgt.unsupported) set_unknown(v, why_incomplete(&r->tgt, "transformed", arena));
  if (r->src.unsupported) set_unknown(v, why_incomplete(&r->src, "original", arena));
  if (v->kind == VERDICT_SOUND && v->limits) v->kind = VERDICT_SOUND_UP_TO;
}

Verdict refine_replaying(const Exploration *xs, const Behaviours *src, const Exploration *xt,
                         const Behaviours *tgt, Smt *smt, Runner run, Arena *arena) {
  Refiner r = {.ts = xt->terms, .smt = smt, .run = run, .scratch = arena_create(), .result = arena};
  r.ask = smt ? oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(smt)) : NULL;
  r.budget = smt && smt_rlimit(smt) ? smt_stats(smt).spent + EFFORT * smt_rlimit(smt) : UINT64_MAX;
  side_build(&r, &r.src, xs, src, true);
  side_build(&r, &r.tgt, xt, tgt, false);
  side_index(&r);
  Verdict v = {.kind = VERDICT_SOUND, .limits = r.src.limits | r.tgt.limits};
  v.source_always_ub = always_ub(&r.src);
  judge_all(&r, &v, arena);
  if (smt) smt_count_above(smt, oracle_cached_stats(r.ask));
  if (r.ask) r.ask->destroy(r.ask);
  vec_free(&r.src.paths);
  vec_free(&r.tgt.paths);
  vec_free(&r.inputs);
  arena_destroy(r.scratch);
  return v;
}

Verdict refine(const Exploration *xs, const Behaviours *src, const Exploration *xt,
               const Behaviours *tgt, Smt *smt, Arena *arena) {
  return refine_replaying(xs, src, xt, tgt, smt, (Runner){replay, explore_given}, arena);
}
