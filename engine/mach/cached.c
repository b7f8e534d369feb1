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
#include "engine/mach/parts.h"

#define WITNESSES 12
#define MAX_VARS PARTS_MAX_VARS /* questions about more variables are not remembered */
#define FEW_BITS 10  /* all their values are tried sooner than the exact oracle starts .. */
#define SOME_BITS 16 /* .. and where products and quotients make it hard for that .. */
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

/* ---- parts */

/* The values that an earlier answer has for the variables, if they make the conditions true. */
static bool known_values(Cached *self, Terms *ts, const Term *conds, u32 n, const Term *vars,
                         u32 nvars, u128 *out) {
  for (u32 i = 0; i < self->n; i++) {
    const Witness *w = self->recent[i];
    bool ok = true;
    for (u32 k = 0; k < nvars && ok; k++) {
      const u128 *v = witness_value(w, vars[k]);
      ok = v != NULL;
      if (v) out[k] = *v;
    }
    for (u32 k = 0; k < n && ok; k++) {
      u128 v;
      ok = term_eval(ts, conds[k], vars, out, nvars, &v) && v;
    }
    if (ok) return true;
  }
  return false;
}

/* Products and quotients of unknowns, as far as a short walk meets any. */
static bool is_hard(Terms *ts, const Term *conds, u32 n) {
  enum { STEPS = 400 };
  Term todo[STEPS + 3];
  u32 ntodo = 0, steps = 0;
  for (u32 i = n; i-- > 0 && steps < STEPS;) { /* the latest first */
    todo[ntodo++] = conds[i];
    while (ntodo && steps++ < STEPS) {
      Term t = todo[--ntodo];
      TermOp op = term_op(ts, t);
      if (op == TERM_MUL || op == TERM_UDIV || op == TERM_UREM || op == TERM_SDIV ||
          op == TERM_SREM)
        return true;
      for (unsigned k = 0; k < term_op_arity(op) && ntodo < STEPS; k++)
        todo[ntodo++] = term_arg(ts, t, k);
    }
    ntodo = 0;
  }
  return false;
}

typedef enum Stage { STAGE_KNOWN, STAGE_QUICK, STAGE_EXACT } Stage;

/* One part: earlier answers, the quick oracle, all values of few bits, the exact oracle, all values
 * of more bits. */
static Feasible ask_part(Cached *self, Terms *ts, const Term *conds, u32 n, const Term *vars,
                         u32 nvars, u128 *out, Stage *stage) {
  if (known_values(self, ts, conds, n, vars, nvars, out)) return FEASIBLE_YES;
  const struct {
    Oracle *oracle;
    unsigned bits; /* to be tried exhaustively */
    Stage stage;
  } order[] = {{self->quick, 0, STAGE_QUICK},
               {NULL, is_hard(ts, conds, n) ? SOME_BITS : FEW_BITS, STAGE_QUICK},
               {self->exact, 0, STAGE_EXACT},
               {NULL, MANY_BITS, STAGE_QUICK}};
  for (u32 i = 0; i < sizeof order / sizeof *order; i++) {
    Oracle *o = order[i].oracle;
    if (!o && !order[i].bits) continue;
    Feasible f = o ? o->values(o, ts, conds, n, vars, nvars, out)
                   : exhaust(ts, conds, n, vars, nvars, order[i].bits, out);
    if (f == FEASIBLE_UNKNOWN) continue;
    if (order[i].stage > *stage) *stage = order[i].stage;
    return f;
  }
  return FEASIBLE_UNKNOWN;
}

static Feasible ask_parts(Cached *self, Terms *ts, const Term *conds, u32 n, Parts *p,
                          Stage *stage) {
  parts_split(p, ts, conds, n);
  VEC(Term) some = {0};
  Feasible all = FEASIBLE_YES;
  for (u32 r = 0; r < p->nvars && all != FEASIBLE_NO; r++) {
    if (parts_of(p, r) != r) continue;
    Term vars[MAX_VARS];
    u128 values[MAX_VARS];
    u32 nvars = 0;
    vec_clear(&some);
    for (u32 i = 0; i < n; i++)
      if (p->part.at[i] == r) vec_push(&some, conds[i]);
    for (u32 i = 0; i < p->nvars; i++)
      if (parts_of(p, i) == r) vars[nvars++] = p->vars[i];
    Feasible f = ask_part(self, ts, some.at, some.len, vars, nvars, values, stage);
    if (f != FEASIBLE_YES) {
      all = f;
      continue; /* another part may still say no */
    }
    for (u32 i = 0; i < nvars; i++) p->value[parts_index(p, vars[i])] = values[i];
  }
  vec_free(&some);
  return all;
}

/* Remembers the values. A witness that does not make the conditions true would be a mistake in one
 * of us: then nothing is known. */
static Witness *remember(Cached *self, Terms *ts, const Term *conds, u32 n, const Parts *p) {
  Witness *w = witness_new(self);
  for (u32 i = 0; i < p->nvars; i++) {
    vec_push(&w->vars, p->vars[i]);
    vec_push(&w->values, p->value[i]);
  }
  if (witness_try(w, ts, conds, n)) return w;
  vec_clear(&w->vars);
  vec_clear(&w->values);
  return NULL;
}

/* The answer for more variables than a witness is made for; `out` may be NULL. */
static Feasible ask_without_witness(Cached *self, Terms *ts, const Term *conds, u32 n,
                                    const Term *wanted, u32 nwanted, u128 *out) {
  Oracle *both[] = {self->quick, self->exact};
  u64 *counts[] = {&self->stats.by_quick, &self->stats.by_exact};
  for (u32 i = 0; i < 2; i++) {
    Oracle *o = both[i];
    if (!o) continue;
    Feasible f =
        nwanted ? o->values(o, ts, conds, n, wanted, nwanted, out) : o->feasible(o, ts, conds, n);
    if (f == FEASIBLE_UNKNOWN) continue;
    ++*counts[i];
    return f;
  }
  self->stats.unknown++;
  return FEASIBLE_UNKNOWN;
}

static Feasible give(Witness *w, Terms *ts, const Term *wanted, u32 nwanted, u128 *out) {
  for (u32 i = 0; i < nwanted; i++) out[i] = witness_extend(w, ts, wanted[i]);
  return FEASIBLE_YES;
}

/* Counts who answered. The quick oracle says NO only if it may be believed. */
static Feasible answer(Cached *self, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                       u32 nwanted, u128 *out) {
  use_terms(self, ts);
  self->stats.asked++;
  Witness *w = find_witness(self, ts, conds, n);
  if (w) {
    self->stats.by_witness++;
    return give(w, ts, wanted, nwanted, out);
  }
  if (order_contradiction(ts, conds, n)) {
    self->stats.by_order++;
    return FEASIBLE_NO;
  }
  for (u32 i = 0; i < n; i++)
    if (term_is_false(ts, conds[i])) return self->stats.by_quick++, FEASIBLE_NO;
  Parts p = {0};
  if (!parts_variables(&p, ts, conds, n))
    return ask_without_witness(self, ts, conds, n, wanted, nwanted, out);
  Stage stage = STAGE_KNOWN;
  Feasible f = ask_parts(self, ts, conds, n, &p, &stage);
  if (f == FEASIBLE_YES && !(w = remember(self, ts, conds, n, &p))) f = FEASIBLE_UNKNOWN;
  vec_free(&p.part);
  if (f == FEASIBLE_UNKNOWN)
    self->stats.unknown++;
  else
    ++*(stage == STAGE_EXACT   ? &self->stats.by_exact
        : stage == STAGE_QUICK ? &self->stats.by_quick
                               : &self->stats.by_witness);
  return f == FEASIBLE_YES ? give(w, ts, wanted, nwanted, out) : f;
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
