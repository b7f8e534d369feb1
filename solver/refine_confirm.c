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

/* What tau says: about inputs, for both sides; about the target's choices. */
typedef struct Values {
  u32 nexact, nbases, nunknowns;
  Exact *exact;
  u64 *bases;
  u128 *unknowns;
} Values;

static Values values_of(const Refiner *r, const Path *t, const u128 *tau, Arena *arena) {
  Values g = {.exact = arena_array(arena, Exact, t->nvars + 1)};
  for (u32 i = 0; i < t->nvars; i++) {
    const TermVar *v = term_as_var(r->ts, t->vars[i]);
    u32 k = alloc_index(&r->tgt, v, false);
    if (v->input) {
      g.exact[g.nexact++] = (Exact){*v, tau[i]};
    } else if (k >= MAX_GIVEN) {
      continue;
    } else if (v->address) {
      ROOM(arena, g.bases, g.nbases, k);
      g.bases[k] = (u64)tau[i];
    } else {
      ROOM(arena, g.unknowns, g.nunknowns, k);
      g.unknowns[k] = tau[i];
    }
  }
  return g;
}

static Given given(const Values *g) {
  return (Given){.nexact = g->nexact,
                 .exact = g->exact,
                 .nbases = g->nbases,
                 .nunknowns = g->nunknowns,
                 .bases = g->bases,
                 .unknowns = g->unknowns};
}

static Given inputs_only(const Values *g) {
  return (Given){.nexact = g->nexact, .exact = g->exact};
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
                                       Arena *arena) {
  Values g = *target;
  g.bases = source_bases(r, t, target->bases, target->nbases, &g.nbases);
  Given all = given(&g), some = inputs_only(target);
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
                                 const Values *values, Arena *arena) {
  Given g = inputs_only(values);
  const Behaviours *all = r->run.explore(r->src.x, &g, arena);
  if (!is_complete(all)) return "the original is not fully explored under the inputs in question";
  Refiner under = {.ts = r->ts,
                   .smt = r->smt,
                   .ask = r->ask,
                   .run = r->run,
                   .scratch = r->scratch,
                   .result = r->result};
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
  Values values = values_of(r, t, d->tau, arena);
  Given g = given(&values);
  const Behaviours *again = r->run.replay(r->tgt.x, &g, arena);
  Trace trace = claimed_trace(r, t, d->tau);
  if (!shows(r, again, t->b, &trace)) return "internal: counterexample did not replay";
  if (r->run.explore && (r->inputs.len || t->uses_inputs)) {
    const char *why = source_allows(r, t, &trace, &values, arena);
    if (why) return why;
  }
  for (u32 i = 0; i < t->b->nallocs; i++) { /* for people, all addresses in one list */
    Term base = t->b->allocs[i].base;
    for (u32 k = 0; base && k < t->nvars; k++) {
      if (t->vars[k] != base || !term_as_var(r->ts, base)->input) continue;
      ROOM(arena, values.bases, values.nbases, i);
      values.bases[i] = (u64)d->tau[k];
    }
  }
  v->target = t->b;
  v->nbases = values.nbases;
  v->bases = values.bases;
  v->ninputs = t->b->ninputs;
  bool *any = arena_array(arena, bool, v->ninputs + 1);
  for (u32 i = 0; i < v->ninputs; i++) {
    any[i] = true; /* unless a condition or trace mentions it */
    for (u32 k = 0; k < t->nvars; k++)
      if (t->vars[k] == t->b->inputs[i].var) any[i] &= d->any && d->any[k];
  }
  v->input_is_any = any;
  v->target_replay = again;
  v->source_replay = replay_source(r, t->b, &values, arena);
  return NULL;
}
