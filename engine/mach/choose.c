/* The one door of nondeterminism. Daemonic is the layout of memory, split by the conditions that
 * the program looks at. Angelic is the choice of provenance at integer-to-pointer casts. Among
 * allocations it never splits a path: the set of candidates is kept (Wildcard) and each use keeps
 * those that allow it, which is the exhaustive choice (access.c). Among the exposed tags of one
 * allocation the path splits at the first use, since the choice decides what an access does to the
 * others' permissions.
 *
 * A path is re-run from its start with a prefix of decisions (the trail). Each new decision asks
 * the oracle which alternatives are feasible once, and the trail remembers. */
#include <stdlib.h>
#include <string.h>

#include "engine/mach/machine.h"

enum { MAX_OBSERVED = 512, MAX_ELEMENT_BYTES = 4 };

Alloc *mach_alloc_of(const Machine *m, const TermVar *v) {
  if (!v->address) return NULL;
  if (v->input) return v->id < m->arguments.len ? m->arguments.at[v->id] : NULL;
  u32 index = v->id - m->x->var_base;
  return index < m->numbered.len ? m->numbered.at[index] : NULL;
}

/* The facts of the allocation join the path condition, and that it is apart from those that did so
 * before. */
static void become_relevant(Machine *m, Alloc *a) {
  a->relevant = true;
  if (!bits_known(a->base)) {
    Term facts[] = {layout_fact_aligned(m->ts, a), layout_fact_not_null(m->ts, a),
                    layout_fact_no_wrap(m->ts, a)};
    for (u32 k = 0; k < 3; k++)
      if (facts[k]) vec_push(&m->conds, facts[k]);
  }
  for (u32 k = 0; k < m->numbered.len; k++) {
    Alloc *b = m->numbered.at[k];
    bool known = bits_known(a->base) && bits_known(b->base);
    if (b == a || !b->relevant || known) continue;
    Term apart = layout_fact_disjoint(m->ts, a, b);
    if (apart) vec_push(&m->conds, apart);
  }
}

/* Conditions that the path condition lacks about the variables of `t`. What a caller points to is
 * where it is: nothing of the program's own can be there, whether the program looks at it or not.
 */
void mach_observe(Machine *m, Term t) {
  Term vars[MAX_OBSERVED];
  u32 n = term_vars(m->ts, t, vars, 0, MAX_OBSERVED);
  if (n == MAX_OBSERVED)
    mach_unsupported(m, "a condition over more than %d unknowns", MAX_OBSERVED - 1);
  for (u32 i = 0; i < n; i++) {
    Alloc *a = mach_alloc_of(m, term_as_var(m->ts, vars[i]));
    if (!a || a->relevant) continue;
    for (u32 k = 0; k < m->arguments.len && !a->is_argument; k++) {
      Alloc *b = m->arguments.at[k];
      if (!b->relevant) become_relevant(m, b);
    }
    become_relevant(m, a);
  }
}

/* From an equation taken to be true, `var + c == rest`, learns var := rest - c, so that later
 * conditions fold without a solver. */
static void learn_equation(Machine *m, Term cond) {
  if (term_op(m->ts, cond) != TERM_EQ) return;
  Term l = term_arg(m->ts, cond, 0), r = term_arg(m->ts, cond, 1);
  Term diff = term_bin(m->ts, TERM_SUB, l, r);
  for (int side = 0; side < 2; side++) {
    Term from = side ? r : l;
    Term vars[8];
    u32 n = term_vars(m->ts, from, vars, 0, 8);
    for (u32 i = 0; i < n; i++) {
      Term v = vars[i];
      if (term_width(m->ts, v) != term_width(m->ts, diff)) continue;
      /* var - (l - r) no longer contains var when its coefficient in l - r is 1; try -1 as well. */
      Term minus = term_bin(m->ts, TERM_SUB, v, diff), plus = term_bin(m->ts, TERM_ADD, v, diff);
      Term solutions[] = {minus, plus};
      for (int k = 0; k < 2; k++) {
        Term inside[8];
        u32 ni = term_vars(m->ts, solutions[k], inside, 0, 8);
        bool occurs = ni == 8;
        for (u32 j = 0; j < ni; j++) occurs |= inside[j] == v;
        if (occurs) continue;
        for (u32 j = 0; j < m->subst_to.len; j++)
          m->subst_to.at[j] = term_subst(m->ts, m->subst_to.at[j], &v, &solutions[k], 1);
        vec_push(&m->subst_from, v);
        vec_push(&m->subst_to, solutions[k]);
        return;
      }
    }
  }
}

/* The condition under what the path condition's equations say. */
static Term simplify(Machine *m, Term cond) {
  if (!m->subst_from.len || term_is_const(m->ts, cond, NULL)) return cond;
  return term_subst(m->ts, cond, m->subst_from.at, m->subst_to.at, m->subst_from.len);
}

bool mach_is_known(Machine *m, Term cond) { return term_is_const(m->ts, simplify(m, cond), NULL); }

static Feasible feasible_with(Machine *m, Term cond) {
  vec_push(&m->conds, cond);
  Feasible f = m->x->oracle->feasible(m->x->oracle, m->ts, m->conds.at, m->conds.len);
  m->conds.len--;
  return f;
}

/* Asks which of the alternatives are feasible and appends the decision to the trail. */
static void new_decision(Machine *m, const Term *alts, const Term *simple, u32 n) {
  TrailEntry e = {0};
  u32 cap = 0;
  u32 open = 0;
  for (u32 i = 0; i < n; i++) open += !term_is_false(m->ts, simple[i]);
  for (u32 i = 0; i < n; i++) {
    if (term_is_false(m->ts, simple[i])) continue;
    /* The path is feasible and one alternative holds: the last one needs no question if no other
     * can. */
    Feasible f = --open == 0 && e.nfeasible == 0 ? FEASIBLE_YES : feasible_with(m, alts[i]);
    if (f == FEASIBLE_NO) continue;
    if (f == FEASIBLE_UNKNOWN) e.doubtful = true;
    if (e.nfeasible == cap)
      e.feasible = vec_grow(e.feasible, &cap, e.nfeasible + 1, sizeof *e.feasible);
    e.feasible[e.nfeasible++] = i;
  }
  vec_push(&m->trail, e);
  if (!e.nfeasible) mach_unsupported(m, "internal: no alternative of a choice is feasible");
}

static bool has_input(const Machine *m, Term t) {
  Term vars[MAX_OBSERVED];
  u32 n = term_vars(m->ts, t, vars, 0, MAX_OBSERVED);
  for (u32 i = 0; i < n; i++)
    if (term_as_var(m->ts, vars[i])->input) return true;
  return false;
}

static bool below_angel(const Machine *m) {
  for (u32 i = 0; i < m->trail_pos; i++)
    if (m->trail.at[i].is_angelic) return true;
  return false;
}

static void count_fork(Machine *m, Frame *f) {
  if (f->forked) return;
  f->forked = true;
  if (!f->forks) {
    u32 cap = 0;
    f->forks = vec_grow(NULL, &cap, f->fn->blocks.len, sizeof *f->forks);
    memset(f->forks, 0, cap * sizeof *f->forks);
  }
  if (++f->forks[f->block] > m->x->limits.unroll) mach_limit(m, LIMIT_UNROLL);
}

/* A choice that depends on inputs has split the path. A loop around it would go on splitting, in
 * this frame or in one that calls it, and so would a recursion: both are followed for a while. */
static void forked(Machine *m, Term cond) {
  if (!has_input(m, cond)) return;
  if (below_angel(m)) m->limits |= 1u << LIMIT_ANGEL;
  u32 depth = 0;
  if (!m->frames.len) return;
  const Function *innermost = vec_last(&m->frames).fn;
  for (u32 i = 0; i < m->frames.len; i++) depth += m->frames.at[i].fn == innermost;
  if (depth > m->x->limits.unroll) mach_limit(m, LIMIT_UNROLL);
  for (u32 i = 0; i < m->frames.len; i++) count_fork(m, &m->frames.at[i]);
}

/* Conditions that this path has taken to be true, the latest of each slot: a loop that asks the
 * same thing again and again asks no oracle. */
static u32 slot_of(Term t) { return t * 0x9e3779b1u >> (32 - TAKEN_BITS); }

u32 mach_choose(Machine *m, const Term *alts, u32 n) {
  Term local[8];
  Term *simple = n <= 8 ? local : arena_array(m->arena, Term, n);
  for (u32 i = 0; i < n; i++) {
    simple[i] = simplify(m, alts[i]);
    if (term_is_true(m->ts, simple[i]) || m->taken[slot_of(alts[i])] == alts[i]) return i;
  }
  if (m->join) mach_give_up(m);
  if (m->constant) mach_unsupported(m, "a constant depends on the address of an allocation");
  if (m->concrete) mach_unsupported(m, "internal: a replay met an open choice");
  for (u32 i = 0; i < n; i++)
    if (!term_is_const(m->ts, alts[i], NULL)) mach_observe(m, alts[i]);
  if (m->trail_pos == m->trail.len) new_decision(m, alts, simple, n);
  TrailEntry *e = &m->trail.at[m->trail_pos++];
  u32 pick = e->feasible[e->taken];
  if (e->doubtful) m->doubtful = true, m->limits |= 1u << LIMIT_SOLVER;
  vec_push(&m->conds, alts[pick]);
  m->taken[slot_of(alts[pick])] = alts[pick];
  learn_equation(m, alts[pick]);
  if (e->nfeasible > 1) {
    vec_push(&m->choices, ((ChoiceNote){mach_blame(m), alts[pick], mach_term_text(m, alts[pick])}));
    forked(m, alts[pick]);
  }
  return pick;
}

u32 mach_choose_angelically(Machine *m, u32 n) {
  if (n == 1) return 0;
  if (m->join) mach_give_up(m);
  if (m->constant) mach_unsupported(m, "a constant depends on the choice of a provenance");
  if (m->trail_pos == m->trail.len) {
    TrailEntry e = {.is_angelic = true, .nfeasible = n};
    u32 cap = 0;
    e.feasible = vec_grow(NULL, &cap, n, sizeof *e.feasible);
    for (u32 i = 0; i < n; i++) e.feasible[i] = i;
    e.results = e.alternative = m->nresults;
    vec_push(&m->trail, e);
  }
  const TrailEntry *e = &m->trail.at[m->trail_pos++];
  return e->feasible[e->taken];
}

bool mach_decide(Machine *m, Bits cond) {
  if (bits_known(cond)) return cond.c & 1;
  Term alts[2] = {cond.t, term_not(m->ts, cond.t)};
  return mach_choose(m, alts, 2) == 0;
}

u64 mach_concretise(Machine *m, Bits b, u64 max, u64 step) {
  if (bits_known(b)) return (u64)b.c;
  u64 n = max / step + 1;
  if (n > 4096) mach_unsupported(m, "an unknown offset into more than 4096 elements");
  Term *alts = arena_array(m->arena, Term, n);
  unsigned width = term_width(m->ts, b.t);
  for (u64 i = 0; i < n; i++)
    alts[i] = term_bin(m->ts, TERM_EQ, b.t, term_const(m->ts, width, i * step));
  return mach_choose(m, alts, (u32)n) * step;
}

u64 mach_small(Machine *m, Bits b) {
  u128 v;
  if (bits_known(b)) return (u64)b.c;
  if (term_is_const(m->ts, simplify(m, b.t), &v)) return (u64)v;
  u32 n = (u32)m->x->limits.unroll * MAX_ELEMENT_BYTES + 1;
  Term *alts = arena_array(m->arena, Term, n + 1);
  unsigned width = term_width(m->ts, b.t);
  for (u32 i = 0; i < n; i++)
    alts[i] = term_bin(m->ts, TERM_EQ, b.t, term_const(m->ts, width, u128_mask(i, width)));
  alts[n] = term_bin(m->ts, TERM_ULT, term_const(m->ts, width, u128_mask(n - 1, width)), b.t);
  u32 pick = mach_choose(m, alts, n + 1);
  if (pick == n) mach_limit(m, LIMIT_SIZES);
  return pick;
}
