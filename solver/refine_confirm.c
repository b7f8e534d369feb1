/* A counterexample is claimed only after the machine has run it: the target under the layout that
 * the solver found must end as claimed, with the same trace, byte by byte. */
#include "solver/refine_impl.h"

#include <string.h>

#define MAX_ALLOCS ((u32)1 << 20) /* a variable beyond is not an allocation's */

/* The claimed layout by allocation number; 0 where nobody looked. */
static u64 *bases_of(const Refiner *r, const Path *t, const u128 *tau, u32 *n, Arena *arena) {
  u32 *index = arena_array(r->scratch, u32, t->nvars);
  *n = 0;
  for (u32 i = 0; i < t->nvars; i++) {
    index[i] = alloc_index(&r->tgt, term_as_var(r->ts, t->vars[i]), false);
    if (index[i] < MAX_ALLOCS && index[i] >= *n) *n = index[i] + 1;
  }
  u64 *bases = arena_array(arena, u64, *n);
  for (u32 i = 0; i < t->nvars; i++)
    if (index[i] < MAX_ALLOCS) bases[index[i]] = (u64)tau[i];
  return bases;
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

static const Behaviours *replay_source(const Refiner *r, const Behaviour *t, const u64 *bases,
                                       u32 nbases, Arena *arena) {
  u32 n = 0;
  const u64 *mine = source_bases(r, t, bases, nbases, &n);
  const Behaviours *b = r->replay(r->src.x, mine, n, arena);
  /* The target's addresses may be no legal layout of the source: then any one will do. */
  return all_unsupported(b) ? r->replay(r->src.x, NULL, 0, arena) : b;
}

bool confirm(Refiner *r, const Path *t, const u128 *tau, Verdict *v, Arena *arena) {
  u32 n = 0;
  const u64 *bases = bases_of(r, t, tau, &n, arena);
  const Behaviours *again = r->replay(r->tgt.x, bases, n, arena);
  Trace trace = claimed_trace(r, t, tau);
  if (!shows(r, again, t->b, &trace)) return false;
  v->target = t->b;
  v->nbases = n;
  v->bases = bases;
  v->target_replay = again;
  v->source_replay = replay_source(r, t->b, bases, n, arena);
  return true;
}
