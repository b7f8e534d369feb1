/* Oracles in a row: witnesses of earlier answers, then the order procedure (which only says
 * NO), then a quick oracle, then an exact one.
 *
 * A path asks about ever longer lists of conditions, and of a condition and its negation one is
 * true under the witness of the list so far. So most answers are an evaluation away. A witness
 * remembers the list that it last made true and is evaluated only on what is new in the next one.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/base/vec.h"
#include "engine/mach/exhaust.h"
#include "engine/mach/order.h"
#include "engine/mach/hints.h"
#include "engine/mach/oracle.h"

#define WITNESSES 12
#define MAX_VARS 256 /* questions about more variables are not remembered */
#define FEW_BITS 10  /* all their values are tried sooner than the exact oracle starts .. */
#define MANY_BITS 20 /* .. and sooner than nothing is known */

typedef struct Witness {
  VEC(Term) vars;
  VEC(u128) values;
  VEC(Term) makes_true; /* a list of conditions */
} Witness;

typedef struct Cached {
  Oracle oracle;
  Oracle *quick, *exact;
  OracleStats stats;
  const Terms *terms; /* what the witnesses are about */
  u32 nterms;
  Witness *recent[WITNESSES]; /* the last used one first */
  u32 n;
} Cached;

static void witness_free(Witness *w) {
  vec_free(&w->vars);
  vec_free(&w->values);
  vec_free(&w->makes_true);
  free(w);
}

static void forget_all(Cached *self) {
  for (u32 i = 0; i < self->n; i++) witness_free(self->recent[i]);
  self->n = 0;
}

/* Handles mean something only together with their table. */
static void use_terms(Cached *self, const Terms *ts) {
  if (self->terms != ts || terms_count(ts) < self->nterms) forget_all(self);
  self->terms = ts;
  self->nterms = terms_count(ts);
}

static void to_front(Cached *self, u32 i) {
  Witness *w = self->recent[i];
  memmove(self->recent + 1, self->recent, i * sizeof *self->recent);
  self->recent[0] = w;
}

/* A new, empty witness at the front; the one that was not used for longest makes room. */
static Witness *witness_new(Cached *self) {
  Witness *w;
  if (self->n < WITNESSES) {
    w = memory_alloc_zeroed(1, sizeof *w);
    self->recent[self->n++] = w;
  } else {
    w = self->recent[self->n - 1];
    vec_clear(&w->vars);
    vec_clear(&w->values);
    vec_clear(&w->makes_true);
  }
  to_front(self, self->n - 1);
  return w;
}

static u128 *witness_value(const Witness *w, Term var) {
  for (u32 i = 0; i < w->vars.len; i++) {
    if (w->vars.at[i] == var) return &w->values.at[i];
  }
  return NULL;
}

/* Gives `var` some value if it has none: an address apart from all others. */
static u128 witness_extend(Witness *w, const Terms *ts, Term var) {
  const u128 *have = witness_value(w, var);
  if (have) return *have;
  u128 x = value_apart(ts, var, w->vars.at, w->values.at, w->vars.len);
  vec_push(&w->vars, var);
  vec_push(&w->values, x);
  return x;
}

static bool satisfies(Witness *w, Terms *ts, Term cond) {
  u128 v;
  if (term_eval(ts, cond, w->vars.at, w->values.at, w->vars.len, &v)) return v;
  Term vars[MAX_VARS];
  u32 n = term_vars(ts, cond, vars, 0, MAX_VARS);
  for (u32 i = 0; i < n; i++) witness_extend(w, ts, vars[i]);
  return term_eval(ts, cond, w->vars.at, w->values.at, w->vars.len, &v) && v;
}

/* Does the witness, extended where it says nothing, make all conditions true? */
static bool witness_try(Witness *w, Terms *ts, const Term *conds, u32 n) {
  u32 nvars = w->vars.len, known = 0;
  while (known < n && known < w->makes_true.len && w->makes_true.at[known] == conds[known]) known++;
  for (u32 i = known; i < n; i++) {
    if (satisfies(w, ts, conds[i])) continue;
    w->vars.len = w->values.len = nvars;
    return false;
  }
  w->makes_true.len = known;
  for (u32 i = known; i < n; i++) vec_push(&w->makes_true, conds[i]);
  return true;
}

static Witness *find_witness(Cached *self, Terms *ts, const Term *conds, u32 n) {
  for (u32 i = 0; i < self->n; i++) {
    if (!witness_try(self->recent[i], ts, conds, n)) continue;
    to_front(self, i);
    return self->recent[0];
  }
  return NULL;
}

/* The variables of the conditions and the wanted ones; MAX_VARS of them if there are too many. */
static u32 all_variables(Terms *ts, const Term *conds, u32 n, const Term *wanted, u32 nwanted,
                         Term *out) {
  u32 count = 0;
  for (u32 i = 0; i < n; i++) count = term_vars(ts, conds[i], out, count, MAX_VARS);
  for (u32 i = 0; i < nwanted; i++) count = term_vars(ts, wanted[i], out, count, MAX_VARS);
  return count;
}

/* Asks `o`, or tries all values of up to `bits` bits, for values of all variables and remembers
 * them. A witness that does not make the conditions true would be a mistake in one of us two: then
 * nothing is known. */
static Feasible ask(Cached *self, Oracle *o, unsigned bits, Terms *ts, const Term *conds, u32 n,
                    const Term *vars, u32 nvars) {
  u128 values[MAX_VARS];
  Feasible f = o ? o->values(o, ts, conds, n, vars, nvars, values)
                 : exhaust(ts, conds, n, vars, nvars, bits, values);
  if (f != FEASIBLE_YES) return f;
  Witness *w = witness_new(self);
  for (u32 i = 0; i < nvars; i++) {
    vec_push(&w->vars, vars[i]);
    vec_push(&w->values, values[i]);
  }
  if (witness_try(w, ts, conds, n)) return FEASIBLE_YES;
  vec_clear(&w->vars);
  vec_clear(&w->values);
  return FEASIBLE_UNKNOWN;
}

/* The answer for more variables than a witness is made for; `out` may be NULL. */
static Feasible ask_without_witness(Oracle *o, Terms *ts, const Term *conds, u32 n,
                                    const Term *wanted, u32 nwanted, u128 *out) {
  return nwanted ? o->values(o, ts, conds, n, wanted, nwanted, out) : o->feasible(o, ts, conds, n);
}

/* Counts who answered. The quick oracle says NO only if it may be believed. */
static Feasible answer(Cached *self, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                       u32 nwanted, u128 *out) {
  use_terms(self, ts);
  self->stats.asked++;
  Witness *w = find_witness(self, ts, conds, n);
  if (w) self->stats.by_witness++;
  if (!w && order_contradiction(ts, conds, n)) {
    self->stats.by_order++;
    return FEASIBLE_NO;
  }
  Term vars[MAX_VARS];
  u32 nvars = w ? 0 : all_variables(ts, conds, n, wanted, nwanted, vars);
  const struct {
    Oracle *oracle;
    unsigned bits; /* to be tried exhaustively */
    u64 *count;
  } order[] = {{self->quick, 0, &self->stats.by_quick},
               {NULL, FEW_BITS, &self->stats.by_quick},
               {self->exact, 0, &self->stats.by_exact},
               {NULL, MANY_BITS, &self->stats.by_quick}};
  bool many = nvars == MAX_VARS;
  for (u32 i = 0; i < sizeof order / sizeof *order && !w; i++) {
    Oracle *o = order[i].oracle;
    if (!o && (!order[i].bits || many)) continue;
    Feasible f = many ? ask_without_witness(o, ts, conds, n, wanted, nwanted, out)
                      : ask(self, o, order[i].bits, ts, conds, n, vars, nvars);
    if (f == FEASIBLE_UNKNOWN) continue;
    ++*order[i].count;
    if (f == FEASIBLE_NO || many) return f;
    w = self->recent[0];
  }
  if (!w) {
    self->stats.unknown++;
    return FEASIBLE_UNKNOWN;
  }
  for (u32 i = 0; i < nwanted; i++) out[i] = witness_extend(w, ts, wanted[i]);
  return FEASIBLE_YES;
}

static Feasible cached_feasible(Oracle *o, Terms *ts, const Term *conds, u32 n) {
  return answer(o->self, ts, conds, n, NULL, 0, NULL);
}

static Feasible cached_values(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                              u32 nwanted, u128 *out) {
  return answer(o->self, ts, conds, n, wanted, nwanted, out);
}

static void cached_destroy(Oracle *o) {
  Cached *self = o->self;
  forget_all(self);
  if (self->quick && self->quick->destroy) self->quick->destroy(self->quick);
  if (self->exact && self->exact->destroy) self->exact->destroy(self->exact);
  free(self);
}

Oracle *oracle_cached(Oracle *quick, Oracle *exact) {
  Cached *self = memory_alloc_zeroed(1, sizeof *self);
  self->quick = quick;
  self->exact = exact;
  self->oracle = (Oracle){.self = self,
                          .name = "cached",
                          .feasible = cached_feasible,
                          .values = cached_values,
                          .destroy = cached_destroy};
  return &self->oracle;
}

OracleStats oracle_cached_stats(const Oracle *o) { return ((const Cached *)o->self)->stats; }
