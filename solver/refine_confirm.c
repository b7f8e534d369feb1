/* A counterexample is claimed only after the machine has run it: the target under the layout that
 * the solver found must end as claimed, with the same trace, byte by byte. */
#include "solver/refine_impl.h"

#include <string.h>

#define MAX_GIVEN ((u32)1 << 20) /* a variable of a higher number is no allocation's, no input */

/* Makes room for number k in a list of `n`. */
#define ROOM(arena, at, n, k)                                      \
  do {                                                             \
    if ((k) < (n)) break;                                          \
    void *more = arena_array((arena), __typeof__(*(at)), (k) + 1); \
    if (n) memcpy(more, (at), (n) * sizeof *(at));                 \
    (at) = more;                                                   \
    (n) = (k) + 1;                                                 \
  } while (0)

typedef struct Values {
  u32 nbases, ninputs, nunknowns;
  u64 *bases;
  u128 *inputs, *unknowns;
} Values;

static void give(const Refiner *r, Values *g, Term var, u128 value, Arena *arena) {
  const TermVar *v = term_as_var(r->ts, var);
  u32 k = v->input ? v->id : alloc_index(&r->tgt, v, false);
  if (k >= MAX_GIVEN) return;
  if (v->input) {
    ROOM(arena, g->inputs, g->ninputs, k);
    g->inputs[k] = value;
  } else if (v->address) {
    ROOM(arena, g->bases, g->nbases, k);
    g->bases[k] = (u64)value;
  } else {
    ROOM(arena, g->unknowns, g->nunknowns, k);
    g->unknowns[k] = value;
  }
}

static Given given(const Values *g) {
  return (Given){.nbases = g->nbases,
                 .ninputs = g->ninputs,
                 .nunknowns = g->nunknowns,
                 .bases = g->bases,
                 .inputs = g->inputs,
                 .unknowns = g->unknowns};
}

static bool holds(const TermVec *v, Term t) {
  for (u32 i = 0; i < v->len; i++)
    if (v->at[i] == t) return true;
  return false;
}

/* What tau says about the target's path. Where both sides take an input of one number at different
 * widths, the path's own counts. */
static Values values_of_target(const Refiner *r, const Path *t, const u128 *tau, Arena *arena) {
  Values g = {0};
  TermVec own = {0};
  for (u32 i = 0; i < t->n; i++) termvec_add_vars(&own, r->ts, t->conds[i]);
  trace_vars(r->ts, &t->trace, &own);
  for (u32 mine = 0; mine < 2; mine++)
    for (u32 i = 0; i < t->nvars; i++)
      if (holds(&own, t->vars[i]) == (mine == 1)) give(r, &g, t->vars[i], tau[i], arena);
  vec_free(&own);
  return g;
}

/* What tau says about the source's inputs. */
static Values inputs_of_source(const Refiner *r, const Path *t, const u128 *tau, Arena *arena) {
  Values g = {0};
  for (u32 sources = 0; sources < 2; sources++)
    for (u32 i = 0; i < t->nvars; i++)
      if (term_as_var(r->ts, t->vars[i])->input && holds(&r->inputs, t->vars[i]) == (sources == 1))
        give(r, &g, t->vars[i], tau[i], arena);
  return g;
}

static Trace claimed_trace(const Refiner *r, const Path *t, const u128 *tau) {
  Term *values = arena_array(r->scratch, Term, t->nvars);
  for (u32 i = 0; i < t->nvars; i++)
    values[i] = term_const(r->ts, term_width(r->ts, t->vars[i]), tau[i]);
  return trace_subst(r->ts, &t->trace, t->vars, values, t->nvars, r->scratch);
}

static bool same_ending(const Behaviour *a, const Behaviour *b) {
  return a->end == b->end && (a->end != END_UB || a->ub == b->ub) &&
         (a->end != END_EXIT || a->exit_code == b->exit_code);
}

static bool shows(const Refiner *r, const Behaviours *all, const Behaviour *claim,
                  const Trace *trace) {
  for (u32 i = 0; i < all->at.len; i++) {
    const Behaviour *b = &all->at.at[i];
    if (!same_ending(b, claim)) continue;
    Trace seen = trace_make(r->ts, b->events, b->nevents, NULL, NULL, 0, r->scratch);
    if (trace_same(&seen, trace)) return true;
  }
  return false;
}

/* ---- the corresponding layout of the source */

/* The behaviour that knows the most allocations of a side. */
static const Behaviour *best_known(const Side *side) {
  const Behaviour *best = NULL;
  for (u32 i = 0; i < side->all->at.len; i++) {
    const Behaviour *b = &side->all->at.at[i];
    if (!best || b->nallocs > best->nallocs) best = b;
  }
  return best;
}

static bool alike(const AllocNote *a, const AllocNote *b) {
  bool same_name = a->name && b->name ? !strcmp(a->name, b->name) : a->name == b->name;
  return same_name && a->size == b->size && a->align == b->align;
}

/* Each of the source's allocations takes the address of the target's of the same number, or else of
 * the same name and size, each of which is used once. */
static u64 *source_bases(const Refiner *r, const Behaviour *t, const u64 *bases, u32 nbases,
                         u32 *n) {
  const Behaviour *s = best_known(&r->src);
  *n = s ? s->nallocs : 0;
  u64 *out = arena_array(r->scratch, u64, *n);
  bool *used = arena_array(r->scratch, bool, nbases);
  u32 known = nbases < t->nallocs ? nbases : t->nallocs;
  for (u32 i = 0; i < *n && i < known; i++)
    if (alike(&s->allocs[i], &t->allocs[i])) out[i] = bases[i], used[i] = true;
  for (u32 i = 0; i < *n; i++)
    for (u32 k = 0; k < known && !out[i]; k++)
      if (!used[k] && alike(&s->allocs[i], &t->allocs[k])) out[i] = bases[k], used[k] = true;
  return out;
}

static bool all_unsupported(const Behaviours *b) {
  for (u32 i = 0; i < b->at.len; i++)
    if (b->at.at[i].end != END_UNSUPPORTED) return false;
  return true;
}

static const Behaviours *replay_source(const Refiner *r, const Behaviour *t, const Values *target,
                                       const Values *inputs, Arena *arena) {
  Values g = *inputs;
  g.bases = source_bases(r, t, target->bases, target->nbases, &g.nbases);
  g.nunknowns = target->nunknowns;
  g.unknowns = target->unknowns;
  Given all = given(&g), some = given(inputs);
  const Behaviours *b = r->run.replay(r->src.x, &all, arena);
  /* The target's addresses may be no legal layout of the source: then any one will do. */
  return all_unsupported(b) ? r->run.replay(r->src.x, &some, arena) : b;
}

/* ---- the source under the same inputs */

static bool is_complete(const Behaviours *b) {
  if (b->limits & ~((u32)1 << LIMIT_SOLVER)) return false;
  for (u32 i = 0; i < b->at.len; i++)
    if (b->at.at[i].end == END_UNSUPPORTED || b->at.at[i].end == END_LIMIT) return false;
  return true;
}

/* Whatever stood in the way of exploring the source for all inputs, for these it must be explored
 * completely, and show nothing that allows what the target shows. */
static const char *source_allows(const Refiner *r, const Path *t, const Trace *shown,
                                 const Values *inputs, Arena *arena) {
  Given g = given(inputs);
  const Behaviours *all = r->run.explore(r->src.x, &g, arena);
  if (!is_complete(all)) return "the original is not fully explored under the inputs in question";
  Refiner under = {.ts = r->ts, .smt = r->smt, .ask = r->ask, .run = r->run, .scratch = r->scratch};
  under.tgt = r->tgt;
  under.budget = r->budget;
  side_build(&under, &under.src, r->src.x, all, true);
  side_index(&under);
  Path claim = *t;
  claim.n = claim.ncanon = claim.nvars = 0;
  claim.uses_inputs = false;
  claim.trace = claim.canon_trace = *shown;
  claim.trace_key = claim.key = trace_hash(shown);
  Decision d = decide(&under, &claim);
  vec_free(&under.src.paths);
  vec_free(&under.inputs);
  if (d.kind == PATH_NEW) return NULL;
  return d.kind == PATH_OPEN ? d.why : "internal: the original allows the counterexample";
}

const char *confirm(Refiner *r, const Path *t, const Decision *d, Verdict *v, Arena *arena) {
  Values values = values_of_target(r, t, d->tau, arena);
  Values inputs = inputs_of_source(r, t, d->tau, arena);
  Given g = given(&values);
  const Behaviours *again = r->run.replay(r->tgt.x, &g, arena);
  Trace trace = claimed_trace(r, t, d->tau);
  if (!shows(r, again, t->b, &trace)) return "internal: counterexample did not replay";
  if (r->run.explore && (r->inputs.len || t->uses_inputs)) {
    const char *why = source_allows(r, t, &trace, &inputs, arena);
    if (why) return why;
  }
  v->target = t->b;
  v->nbases = values.nbases;
  v->bases = values.bases;
  v->ninputs = values.ninputs > t->b->ninputs ? values.ninputs : t->b->ninputs;
  bool *any = arena_array(arena, bool, v->ninputs + 1);
  for (u32 i = 0; i < v->ninputs; i++) any[i] = true; /* unless a condition or trace mentions it */
  for (u32 i = 0; i < t->nvars; i++) {
    const TermVar *var = term_as_var(r->ts, t->vars[i]);
    if (var->input && var->id < v->ninputs) any[var->id] &= d->any && d->any[i];
  }
  v->input_is_any = any;
  v->target_replay = again;
  v->source_replay = replay_source(r, t->b, &values, &inputs, arena);
  return NULL;
}
