/* The enumerating oracle: a search for a layout. Variables get values one after the other; for each
 * one a few candidates are tried, chosen relative to what is placed already:
 *
 *   - in the middle of each gap between placed allocations, below and above all of them: together
 *     these are all orders;
 *   - directly behind or in front of a placed allocation, or at its address (it may have been
 * freed);
 *   - where an equation of the conditions puts it, at constants of the conditions, at the ends of
 * the address space.
 *
 * As soon as all variables of a condition have values it is evaluated, and a false one ends this
 * try. So a YES has a witness, and the rest is a matter of effort, which is bounded. */
#include "engine/mach/oracle.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/base/vec.h"
#include "engine/mach/hints.h"

#define MAX_CANDIDATES 160
#define SMALL_WIDTH 6     /* variables up to here have all their values tried */
#define EFFORT_BRIEF 3000 /* evaluations, when somebody else can be asked afterwards */
#define EFFORT_THOROUGH 40000
#define EFFORT_LEAST 60
#define TYPICAL_SIZE 200 /* operators in the conditions of a question */

typedef struct Enumerator {
  Oracle oracle;
  Feasible if_none;
} Enumerator;

typedef u64 VarSet; /* bit k: variable number k */
_Static_assert(MAX_HINT_VARS <= 64, "a bit for each variable");

typedef struct Search {
  Terms *ts;
  Hints hints;
  const TermVar *var[MAX_HINT_VARS]; /* in the order of hints.vars */
  u128 value[MAX_HINT_VARS];
  VEC(Term) conds;              /* not constants, by the variable that is placed last */
  VEC(VarSet) about;            /* the variables of each */
  u32 ready[MAX_HINT_VARS + 1]; /* conds.at[ready[k] .. ready[k+1]) can be evaluated with k */
  u32 effort;
  bool wide;    /* try the less likely candidates too */
  bool patient; /* go back step by step: a candidate may depend on any variable placed before */
} Search;

typedef struct Candidates {
  u128 at[MAX_CANDIDATES];
  u32 n;
} Candidates;

static void propose(Candidates *c, const TermVar *v, u128 x) {
  x = u128_mask(x, v->width);
  if (!legal_value(v, x) || c->n == MAX_CANDIDATES) return;
  for (u32 i = 0; i < c->n; i++) {
    if (c->at[i] == x) return;
  }
  c->at[c->n++] = x;
}

static u128 top_of(const TermVar *v) { return u128_mask(~(u128)0, v->width); }

/* Where an equation puts the variable number k, if the other side has a value. `near` fills the
 * bits that the equation says nothing about. */
static void propose_equations(const Search *s, u32 k, u128 near, Candidates *out) {
  Term self = s->hints.vars[k];
  for (u32 i = 0; i < s->hints.nequations; i++) {
    const Equation *e = &s->hints.equations[i];
    if (e->var != self) continue;
    u128 x = e->offset;
    if (e->other) {
      u32 j = 0;
      while (j < k && s->hints.vars[j] != e->other) j++;
      if (j == k) continue;
      x += s->value[j];
    }
    u128 all = top_of(s->var[k]);
    bool whole = e->mask == all;
    x &= e->mask;
    if (!whole) x |= near & ~e->mask;
    propose(out, s->var[k], x);
    if (s->wide || !whole) {
      propose(out, s->var[k], align_down(s->var[k], x));
      propose(out, s->var[k], align_up(s->var[k], x + 1));
      propose(out, s->var[k], align_down(s->var[k], x - 1));
    }
  }
}

/* The numbers of the placed address variables of this width, by address. */
static u32 placed(const Search *s, u32 k, u32 *order) {
  u32 n = 0;
  for (u32 j = 0; j < k; j++) {
    if (!s->var[j]->address || s->var[j]->width != s->var[k]->width) continue;
    u32 i = n++;
    for (; i > 0 && s->value[order[i - 1]] > s->value[j]; i--) order[i] = order[i - 1];
    order[i] = j;
  }
  return n;
}

static void propose_gaps(const Search *s, u32 k, const u32 *order, u32 n, Candidates *out) {
  const TermVar *v = s->var[k];
  u128 end = 0; /* of what lies below the gap */
  for (u32 i = 0; i < n; i++) {
    u128 next = s->value[order[i]];
    if (next > end) propose(out, v, align_down(v, end + (next - end) / 2));
    u128 end_i = next + s->var[order[i]]->size;
    if (end_i > end) end = end_i;
  }
  u128 top = top_of(v);
  if (top - end > SPACING) propose(out, v, align_up(v, end + SPACING));
  if (top > end) propose(out, v, align_up(v, end + (top - end) / 2));
}

static void propose_neighbours(const Search *s, u32 k, const u32 *order, u32 n, Candidates *out) {
  const TermVar *v = s->var[k];
  for (u32 i = 0; i < n; i++) {
    u32 j = order[i];
    u128 begin = s->value[j], end = begin + s->var[j]->size;
    propose(out, v, align_up(v, end));
    if (begin > v->size) propose(out, v, align_down(v, begin - v->size));
    propose(out, v, begin);
    if (s->wide) propose(out, v, align_up(v, end + 1)); /* not quite a neighbour */
  }
}

/* Constants of the conditions: as addresses, and as distances from what is placed. */
static void propose_constants(const Search *s, u32 k, const u32 *order, u32 n, Candidates *out) {
  const TermVar *v = s->var[k];
  for (u32 i = 0; i < s->hints.nconstants; i++) {
    u128 c = s->hints.constants[i];
    propose(out, v, align_down(v, c));
    propose(out, v, align_up(v, c + 1));
    propose(out, v, align_down(v, c - 1));
    propose(out, v, align_down(v, c - v->size));
    for (u32 j = 0; j < n && j < 4; j++) {
      propose(out, v, align_down(v, s->value[order[j]] + c));
      propose(out, v, align_down(v, s->value[order[j]] - c));
    }
  }
}

static void propose_all(const TermVar *v, Candidates *out) {
  if (v->width > SMALL_WIDTH) return;
  for (u128 x = 0; x <= top_of(v); x++) propose(out, v, x);
}

static void propose_addresses(const Search *s, u32 k, Candidates *out) {
  const TermVar *v = s->var[k];
  u32 order[MAX_HINT_VARS], n = placed(s, k, order);
  u128 first = first_place(v);
  if (!n) propose(out, v, align_up(v, first));
  /* The most likely place: above everything else. */
  u128 above = n ? s->value[order[n - 1]] + s->var[order[n - 1]]->size + SPACING : first;
  propose(out, v, align_up(v, above));
  propose_equations(s, k, align_up(v, above), out);
  propose_gaps(s, k, order, n, out);
  propose_neighbours(s, k, order, n, out);
  if (!s->wide) return;
  u128 least = align_up(v, 1), greatest = align_down(v, top_of(v) - v->size);
  propose(out, v, least);
  propose(out, v, greatest);
  propose_constants(s, k, order, n, out);
  for (unsigned i = 1; i < 16; i++) { /* more alignment than was asked for, and less */
    propose(out, v, align_up(v, above) + i * align_up(v, 1));
  }
  propose(out, v, first << 1);
  propose(out, v, greatest / 2 + 1);
  propose_all(v, out);
}

static void propose_numbers(const Search *s, u32 k, Candidates *out) {
  const TermVar *v = s->var[k];
  propose(out, v, 0);
  propose(out, v, 1);
  propose_equations(s, k, 0, out);
  propose(out, v, top_of(v));
  for (u32 i = 0; i < s->hints.nconstants; i++) propose(out, v, s->hints.constants[i]);
  if (!s->wide) return;
  propose(out, v, (u128)1 << (v->width - 1));
  propose(out, v, ((u128)1 << (v->width - 1)) - 1);
  for (u32 i = 0; i < s->hints.nconstants; i++) {
    propose(out, v, s->hints.constants[i] + 1);
    propose(out, v, s->hints.constants[i] - 1);
  }
  for (u32 j = 0; j < k; j++) propose(out, v, s->value[j]);
  for (unsigned x = 2; x < 8; x++) propose(out, v, x);
  propose_all(v, out);
}

/* Do the conditions hold that mention variable k and only placed ones besides? If not, the
 * variables of the false one are added to *blame. */
static bool holds(Search *s, u32 k, VarSet *blame) {
  for (u32 i = s->ready[k]; i < s->ready[k + 1]; i++) {
    u128 v;
    if (s->effort) s->effort--;
    if (term_eval(s->ts, s->conds.at[i], s->hints.vars, s->value, k + 1, &v) && v) continue;
    *blame |= s->about.at[i];
    return false;
  }
  return true;
}

/* Places variables k and following. If that fails, *blame gets the variables before k that had part
 * in it. */
static bool place(Search *s, u32 k, VarSet *blame) {
  if (k == s->hints.nvars) return true;
  Candidates c;
  c.n = 0;
  if (s->var[k]->address) {
    propose_addresses(s, k, &c);
  } else {
    propose_numbers(s, k, &c);
  }
  VarSet self = (VarSet)1 << k, mine = 0;
  for (u32 i = 0; i < c.n && s->effort; i++) {
    s->effort--;
    s->value[k] = c.at[i];
    if (!holds(s, k, &mine)) continue;
    VarSet later = 0;
    if (place(s, k + 1, &later)) return true;
    if (!(later & self) && !s->patient) { /* another value here would not help */
      *blame |= later;
      return false;
    }
    mine |= later;
  }
  *blame |= mine & ~self;
  return false;
}

static u32 number_of(const Search *s, Term var) {
  u32 k = 0;
  while (k < s->hints.nvars && s->hints.vars[k] != var) k++;
  return k;
}

static VarSet variables_of(Search *s, Term t) {
  Term vars[MAX_HINT_VARS];
  u32 n = term_vars(s->ts, t, vars, 0, MAX_HINT_VARS);
  VarSet set = 0;
  for (u32 i = 0; i < n; i++) set |= (VarSet)1 << number_of(s, vars[i]);
  return set;
}

/* The variable of the set that is placed last. */
static u32 last_of(VarSet set) { return 63 - (u32)__builtin_clzll(set); }

/* Renumbers the variables so that each one, when it is placed, has as many conditions as possible
 * in common with those before it: mistakes then show early. Disjointness says little, so it counts
 * little. `about` holds the variables of each condition. */
static void order_variables(Search *s, const Term *conds, VarSet *about, u32 n) {
  u32 nvars = s->hints.nvars, weight[MAX_HINT_VARS] = {0}, number[MAX_HINT_VARS];
  Term vars[MAX_HINT_VARS];
  VarSet done = 0;
  for (u32 k = 0; k < nvars; k++) {
    u32 best = nvars;
    for (u32 v = 0; v < nvars; v++) {
      if (!(done >> v & 1) && (best == nvars || weight[v] > weight[best])) best = v;
    }
    vars[k] = s->hints.vars[best];
    number[best] = k;
    done |= (VarSet)1 << best;
    for (u32 i = 0; i < n; i++) {
      if (!(about[i] >> best & 1)) continue;
      u32 more = term_op(s->ts, conds[i]) == TERM_OR ? 1 : 100;
      for (VarSet set = about[i]; set; set &= set - 1) weight[__builtin_ctzll(set)] += more;
    }
  }
  memcpy(s->hints.vars, vars, nvars * sizeof *vars);
  for (u32 i = 0; i < n; i++) {
    VarSet renamed = 0;
    for (VarSet set = about[i]; set; set &= set - 1) {
      renamed |= (VarSet)1 << number[__builtin_ctzll(set)];
    }
    about[i] = renamed;
  }
}

/* Sorts the conditions that are not constants by their last variable. Disjunctions come last: they
 * are mostly the disjointness of two allocations, and where something else fails too, that is the
 * better reason to go back. */
static void sort_conditions(Search *s, const Term *conds, const VarSet *about, u32 n) {
  u32 next[MAX_HINT_VARS + 1] = {0};
  for (u32 i = 0; i < n; i++) {
    if (about[i]) next[last_of(about[i]) + 1]++;
  }
  for (u32 k = 0; k < MAX_HINT_VARS; k++) next[k + 1] += next[k];
  memcpy(s->ready, next, sizeof next);
  vec_reserve(&s->conds, n);
  vec_reserve(&s->about, n);
  for (int disjunctions = 0; disjunctions < 2; disjunctions++) {
    for (u32 i = 0; i < n; i++) {
      if (!about[i] || (term_op(s->ts, conds[i]) == TERM_OR) != disjunctions) continue;
      u32 slot = next[last_of(about[i])]++;
      s->conds.at[slot] = conds[i];
      s->about.at[slot] = about[i];
    }
  }
}

static void schedule(Search *s, const Term *conds, u32 n) {
  VEC(VarSet) about = {0};
  for (u32 i = 0; i < n; i++) {
    VarSet set = variables_of(s, conds[i]);
    vec_push(&about, set);
  }
  order_variables(s, conds, about.at, n);
  sort_conditions(s, conds, about.at, n);
  for (u32 k = 0; k < s->hints.nvars; k++) s->var[k] = term_as_var(s->ts, s->hints.vars[k]);
  vec_free(&about);
}

static bool attempt(Search *s, bool wide, bool patient, u32 effort) {
  VarSet blame = 0;
  s->wide = wide;
  s->patient = patient;
  s->effort = effort;
  return place(s, 0, &blame);
}

/* Evaluations worth their time: fewer where the conditions are large, and somebody else is asked
 * afterwards. */
static u32 brief_effort(Terms *ts, const Term *conds, u32 n) {
  u64 size = 1;
  for (u32 i = 0; i < n; i++) size += term_size(ts, conds[i]);
  u64 effort = (u64)EFFORT_BRIEF * TYPICAL_SIZE / size;
  return effort > EFFORT_BRIEF ? EFFORT_BRIEF : effort < EFFORT_LEAST ? EFFORT_LEAST : (u32)effort;
}

static bool search(Search *s, bool thorough, u32 brief) {
  u32 effort = thorough ? EFFORT_THOROUGH : brief;
  return attempt(s, false, false, effort / 3) || attempt(s, true, false, effort) ||
         (thorough && attempt(s, true, true, effort));
}

/* Gives the wanted variables their values; those that no condition mentions are put apart. */
static void fill(const Search *s, const Term *wanted, u32 nwanted, u128 *out) {
  VEC(Term) vars = {0};
  VEC(u128) values = {0};
  for (u32 k = 0; k < s->hints.nvars; k++) {
    vec_push(&vars, s->hints.vars[k]);
    vec_push(&values, s->value[k]);
  }
  for (u32 i = 0; i < nwanted; i++) {
    u32 k = 0;
    while (k < vars.len && vars.at[k] != wanted[i]) k++;
    if (k == vars.len) {
      u128 x = value_apart(s->ts, wanted[i], vars.at, values.at, vars.len);
      vec_push(&vars, wanted[i]);
      vec_push(&values, x);
    }
    out[i] = values.at[k];
  }
  vec_free(&vars);
  vec_free(&values);
}

static Feasible enumerate_values(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                                 u32 nwanted, u128 *out) {
  const Enumerator *self = o->self;
  for (u32 i = 0; i < n; i++) {
    if (term_is_false(ts, conds[i])) return FEASIBLE_NO;
  }
  Search s;
  s.ts = ts;
  hints_collect(&s.hints, ts, conds, n);
  if (s.hints.too_many_vars) return FEASIBLE_UNKNOWN;
  memset(&s.conds, 0, sizeof s.conds);
  memset(&s.about, 0, sizeof s.about);
  schedule(&s, conds, n);
  bool found = search(&s, self->if_none == FEASIBLE_NO, brief_effort(ts, conds, n));
  if (found) fill(&s, wanted, nwanted, out);
  vec_free(&s.conds);
  vec_free(&s.about);
  return found ? FEASIBLE_YES : self->if_none;
}

static Feasible enumerate_feasible(Oracle *o, Terms *ts, const Term *conds, u32 n) {
  return enumerate_values(o, ts, conds, n, NULL, 0, NULL);
}

static void enumerate_destroy(Oracle *o) { free(o->self); }

Oracle *oracle_enumerate(Feasible if_none) {
  Enumerator *self = memory_alloc_zeroed(1, sizeof *self);
  self->if_none = if_none;
  self->oracle = (Oracle){.self = self,
                          .name = "enumerate",
                          .feasible = enumerate_feasible,
                          .values = enumerate_values,
                          .destroy = enumerate_destroy};
  return &self->oracle;
}
