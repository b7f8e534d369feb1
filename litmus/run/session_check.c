/* A transformation under a model: both variants compiled, the solver's verdict as a record. */
#include <assert.h>
#include <string.h>

#include "litmus/run/convert.h"
#include "litmus/run/inputs.h"
#include "litmus/run/save.h"
#include "litmus/run/session.h"
#include "litmus/run/sides.h"
#include "litmus/run/signature.h"
#include "solver/check.h"

/* The layout of the counterexample, onto the allocations as the target's path names them. Where
 * nobody looked at an address the replay picked one; it is left out, any would do. */
static void put_layout(BehaviourRec *b, const Verdict *v) {
  for (u32 i = 0; i < b->allocs.len; i++) {
    AllocRec *a = &b->allocs.at[i];
    a->address = a->number < v->nbases ? v->bases[a->number] : 0;
    a->has_address = a->address != 0;
  }
}

/* Does the path's condition hold where the k-th allocation lies as in the replay? */
static bool holds_in_replay(Terms *ts, const Behaviour *b, const Behaviour *replayed, Term *vars,
                            u128 *values) {
  u32 n = 0;
  for (u32 i = 0; i < b->nallocs && i < replayed->nallocs; i++) {
    u128 base;
    Term at = replayed->allocs[i].base;
    if (!b->allocs[i].base || !at || !term_is_const(ts, at, &base)) continue;
    vars[n] = b->allocs[i].base;
    values[n++] = base;
  }
  for (u32 i = 0; i < b->nconds; i++) {
    u128 v;
    if (!term_eval(ts, b->conds[i], vars, values, n, &v) || !v) return false;
  }
  return true;
}

/* A replay decides nothing, it knows all addresses. Its path is that of the explored behaviour
 * whose condition its layout satisfies (the first path of it; of others the choices are not kept).
 */
static void put_path(Session *s, Terms *ts, const Behaviours *explored, const Behaviour *replayed,
                     BehaviourRec *out) {
  for (u32 i = 0; i < explored->at.len; i++) {
    const Behaviour *b = &explored->at.at[i];
    Term *vars = arena_array(s->arena, Term, b->nallocs + 1);
    u128 *values = arena_array(s->arena, u128, b->nallocs + 1);
    if (b->end != replayed->end || !holds_in_replay(ts, b, replayed, vars, values)) continue;
    convert_choices(s->arena, &s->sources, b, out);
    return;
  }
}

/* The behaviour among a replay's that ends as it should. */
static const Behaviour *replayed_as(const Behaviours *replayed, const Behaviour *claimed) {
  for (u32 i = 0; replayed && i < replayed->at.len; i++) {
    const Behaviour *b = &replayed->at.at[i];
    if (b->end == claimed->end && b->ub == claimed->ub) return b;
  }
  return NULL;
}

/* Of programs that take inputs, and of functions by themselves, the replay is shown: numbers where
 * the explored behaviour has terms. */
static void put_replay(Session *s, const Verdict *v, const Exploration *from, const Exploration *to,
                       CheckRec *k) {
  Arena *a = s->arena;
  const Behaviour *b = replayed_as(v->target_replay, v->target);
  if (!b || (!k->fn && !b->ninputs)) return;
  BehaviourRec *novel = &k->novel.at[0];
  convert_observed(a, &s->sources, s->terms, b, novel);
  if (b->reason) novel->reason = arena_strdup(a, b->reason);
  convert_inputs(a, &s->sources, s->terms, b, v->input_is_any, v->ninputs, novel);
  if (!v->source_replay || v->source_replay->at.len == 0) return;
  const Behaviour *other = &v->source_replay->at.at[0];
  compare_memory(other, &k->source.at[0], b, novel);
  convert_trace(a, &s->sources, (Run){from, other}, (Run){to, b}, k);
}

static void convert_verdict(Session *s, const Verdict *v, const Explored *from, const Explored *to,
                            CheckRec *k) {
  Terms *ts = s->terms;
  k->kind = v->kind;
  k->vacuous = v->source_always_ub;
  k->rung = rung_name(v->rung);
  k->limits = v->limits;
  k->why = v->why ? arena_strdup(s->arena, v->why) : NULL;
  k->internal = v->why && !strncmp(v->why, "internal:", 9);
  if (v->kind != VERDICT_UNSOUND || !v->target) return;
  BehaviourRec *novel = list_add(s->arena, &k->novel);
  convert_behaviour(s->arena, &s->sources, ts, v->target, NULL, novel);
  put_layout(novel, v);
  for (u32 i = 0; v->source_replay && i < v->source_replay->at.len; i++) {
    const Behaviour *replayed = &v->source_replay->at.at[i];
    BehaviourRec *b = list_add(s->arena, &k->source);
    convert_behaviour(s->arena, &s->sources, ts, replayed, NULL, b);
    convert_inputs(s->arena, &s->sources, ts, replayed, NULL, 0, b);
    put_path(s, ts, from->found, replayed, b);
  }
  put_replay(s, v, &from->x, &to->x, k);
}

static bool both_compile(Session *s, const Compiled *base, const Compiled *opt, CheckRec *k) {
  const Compiled *sides[] = {base, opt};
  for (u32 i = 0; i < 2; i++) {
    if (sides[i]->program) continue;
    ExecRec failed = {0};
    convert_diags(s->arena, sides[i]->diags, &failed);
    for (u32 d = 0; d < failed.diags.len; d++) list_push(s->arena, &k->diags, failed.diags.at[d]);
    const BehaviourRec *b = &failed.behaviours.at[0];
    k->why = arena_printf(s->arena, "%s does not compile: %s", sides[i]->label, b->reason);
    k->compile_failed = true;
    k->compile_unsupported = b->end == END_UNSUPPORTED;
    return false;
  }
  return true;
}

/* A variant that compiles and still has nothing to compare. */
static bool cannot_compare(Session *s, CheckRec *k, Span at, const char *why) {
  k->why = why;
  k->compile_failed = true;
  *list_add(s->arena, &k->diags) = (DiagRec){DIAG_ERROR, why, place_of(s->arena, &s->sources, at)};
  return false;
}

/* What a check explores of each variant; false: there is nothing to compare. */
static bool both_have(Session *s, const Compiled *const sides[2], CheckRec *k, FuncId entries[2]) {
  for (u32 i = 0; i < 2; i++) {
    entries[i] = NO_FUNC;
    const char *no_main = k->fn ? NULL : session_no_main(s, sides[i]);
    if (no_main)
      return cannot_compare(s, k, (Span){.lo = 0, .hi = 0, .file = s->file},
                            arena_printf(s->arena, "%s: %s", sides[i]->label, no_main));
    if (!k->fn) continue;
    const Entry *e = program_entry(sides[i]->program, k->fn);
    assert(e); /* else it does not compile */
    entries[i] = e->fn;
    u32 n = e->npointers;
    for (StaticId id = 0; n && id < sides[i]->program->statics.len; id++)
      n += program_static_changes(sides[i]->program, id);
    if (n > k->pointers) k->pointers = n;
  }
  if (!k->fn || same_signature(sides[0]->program, entries[0], sides[1]->program, entries[1]))
    return true;
  return cannot_compare(
      s, k, program_entry(sides[1]->program, k->fn)->span,
      arena_printf(s->arena, "`%s` has another signature in variant `%s` than in variant `%s`",
                   k->fn, sides[1]->label, sides[0]->label));
}

CheckRec *session_check(Session *s, const char *fn, bool alias_any, const char *base,
                        const char *opt, const Model *m) {
  const Compiled *source = session_compile(s, (CfgSet){&base, 1});
  const Compiled *target = session_compile(s, (CfgSet){&opt, 1});
  CheckRec *k = arena_new(s->arena, CheckRec);
  *k = (CheckRec){.file = s->sources.files[s->file].name,
                  .fn = fn,
                  .alias = fn ? alias_name(alias_any) : NULL,
                  .base = base,
                  .opt = opt,
                  .model = m->name};
  k->kind = VERDICT_UNKNOWN;
  k->rung = rung_name(RUNG_NONE);
  k->iterations = s->limits.unroll;
  if (!both_compile(s, source, target, k)) return k;
  FuncId entries[2];
  if (!both_have(s, (const Compiled *[]){source, target}, k, entries)) return k;
  k->stories = source->program->nstories + target->program->nstories;

  StrBuf about = {0};
  check_name_text(CHECK_NAME(k), &about);
  const char *name = arena_strdup(s->arena, sb_str(&about));
  sb_free(&about);
  const Explored *from = session_explore_for_check(s, source, entries[0], fn && alias_any, m);
  const Explored *to = session_explore_for_check(s, target, entries[1], fn && alias_any, m);
  questions_about(&s->questions, name, m->name,
                  "refinement: uncovered target behaviour, or source layout that covers it");
  StatsRec before = session_stats(s, &(StatsRec){0});
  Arena *scratch = arena_create();
  Verdict v = check_explored(&from->x, from->found, &to->x, to->found, s->smt, scratch);
  convert_verdict(s, &v, from, to, k);
  if (s->options->save && !s->saved && k->novel.len) {
    const Behaviour *source =
        v.source_replay && v.source_replay->at.len ? &v.source_replay->at.at[0] : NULL;
    Replays r = {&from->x, &to->x, source, replayed_as(v.target_replay, v.target)};
    save_counterexample(s, &r, m, k);
    s->saved = k->saved.at != NULL;
  }
  arena_destroy(scratch);
  k->stats = session_stats(s, &before);
  k->stats.front_us = source->us + target->us;
#define X(field, help) k->stats.field += from->stats.field + to->stats.field;
  STATS(X)
#undef X
  return k;
}
