/* A transformation under a model: both variants compiled, the solver's verdict as a record. */
#include <string.h>

#include "litmus/run/convert.h"
#include "litmus/run/session.h"
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

static void convert_verdict(Session *s, Terms *ts, const Verdict *v, CheckRec *k) {
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
  for (u32 i = 0; v->source_replay && i < v->source_replay->at.len; i++)
    convert_behaviour(s->arena, &s->sources, ts, &v->source_replay->at.at[i], NULL,
                      list_add(s->arena, &k->source));
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

CheckRec *session_check(Session *s, const char *base, const char *opt, const Model *m) {
  const Compiled *source = session_compile(s, (CfgSet){&base, 1});
  const Compiled *target = session_compile(s, (CfgSet){&opt, 1});
  CheckRec *k = arena_new(s->arena, CheckRec);
  *k = (CheckRec){
      .file = s->sources.files[s->file].name, .base = base, .opt = opt, .model = m->name};
  k->kind = VERDICT_UNKNOWN;
  k->rung = rung_name(RUNG_NONE);
  if (!both_compile(s, source, target, k)) return k;

  const Explored *from = session_explore(s, source, m), *to = session_explore(s, target, m);
  StatsRec before = session_stats(s, &(StatsRec){0});
  Arena *scratch = arena_create();
  Verdict v = check_explored(&from->x, from->found, &to->x, to->found, s->smt, scratch);
  convert_verdict(s, s->terms, &v, k);
  arena_destroy(scratch);
  k->stats = session_stats(s, &before);
  k->stats.front_us = source->us + target->us;
#define X(field, help) k->stats.field += from->stats.field + to->stats.field;
  STATS(X)
#undef X
  return k;
}
