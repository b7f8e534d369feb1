/* The ladder for one path of the target: is every run of it allowed by some run of the source?
 *
 *   for all x, tau with PC_t(x, tau):  exists s, sigma:  PC_s(x, sigma) and traces match
 *
 * where x are the inputs, tau and sigma the choices of target and source. Below, tau stands for
 * both x and tau, since both are given.
 *
 * Rung 1 compares terms. Rung 2 replaces the exists by instances (refine_instance.c), which leaves
 * one question without quantifiers: PC_t and no instance holds. If that has a solution tau, rung 3
 * asks whether the source has any layout with the same observation: if not, tau is a
 * counterexample; if so, its answer becomes a further instance, and the question is asked again.
 * Rung 4 gives the whole formula to Z3. What remains is open. */
#include "solver/refine_impl.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 32
#define MAX_QUESTIONS 5000
#define MAX_MATCHES 4000000
#define MAX_INSTANCES 512

static const char GAVE_UP[] = "the solver gave up within its resource limit";
static const char TOO_MANY[] = "too many paths to compare";

/* One climb. */
typedef struct Climb {
  Refiner *r;
  const Path *t;
  VEC(Candidate) candidates;
  VEC(Term) conds; /* PC_t, then the negated instances */
  u32 instances;
  const char *inexact; /* why some candidate's condition is only sufficient */
  u128 *tau;
  bool gave_up;    /* the solver did, somewhere */
  const char *why; /* why the last source question stayed open */
} Climb;

static bool may_ask(Climb *c) {
  const Refiner *r = c->r;
  if (!r->ask) return c->why = "no solver", false;
  if (r->questions >= MAX_QUESTIONS) return c->why = TOO_MANY, false;
  if (smt_stats(r->smt).spent < r->budget) return true;
  c->gave_up = true;
  c->why = GAVE_UP;
  return false;
}

static void note_unknown(Climb *c) {
  const char *why = smt_why_unknown(c->r->smt);
  c->gave_up = true;
  c->why = why ? arena_printf(c->r->result, "%s: %s", GAVE_UP, why) : GAVE_UP;
}

static Feasible ask(Climb *c, const char *purpose, const Term *conds, u32 n, const Term *wanted,
                    u32 nwanted, u128 *out) {
  Refiner *r = c->r;
  if (!may_ask(c)) return FEASIBLE_UNKNOWN;
  r->questions++;
  smt_purpose(r->smt, purpose);
  Feasible f = r->ask->values(r->ask, r->ts, conds, n, wanted, nwanted, out);
  smt_purpose(r->smt, NULL);
  if (f == FEASIBLE_UNKNOWN) note_unknown(c);
  return f;
}

static Decision allowed(Rung rung) { return (Decision){.kind = PATH_ALLOWED, .rung = rung}; }
static Decision open_path(Climb *c, Rung rung, const char *why) {
  return (Decision){.kind = PATH_OPEN, .rung = rung, .why = why, .solver = c->gave_up};
}

/* ---- rung 1 */

/* Finds the source paths that may stand for t. True: one of them does, whatever the layouts. */
static bool collect_candidates(Climb *c) {
  Refiner *r = c->r;
  for (u32 i = 0; i < r->src.paths.len; i++) {
    const Path *s = &r->src.paths.at[i];
    Candidate cand = {s, path_match(r, s, c->t, &c->t->trace)};
    if (term_is_true(r->ts, cand.match.cond) && s->feasible && !s->uses_inputs) return true;
    if (!cand.match.exact && !c->inexact) c->inexact = cand.match.why;
    if (cand.match.exact && term_is_false(r->ts, cand.match.cond)) continue;
    vec_push(&c->candidates, cand);
  }
  return false;
}

/* ---- rung 2 */

static bool holds_term(const Term *at, u32 n, Term t) {
  for (u32 i = 0; i < n; i++)
    if (at[i] == t) return true;
  return false;
}

/* Demands of tau that this instance does not hold. */
static void rule_out(Climb *c, Term inst) {
  Term not_inst = term_not(c->r->ts, inst);
  if (term_is_true(c->r->ts, not_inst) || holds_term(c->conds.at, c->conds.len, not_inst)) return;
  vec_push(&c->conds, not_inst);
  c->instances++;
}

static void add_instances(Climb *c, u32 first, u32 end) {
  for (u32 i = 0; i < c->candidates.len; i++) {
    const Candidate *cand = &c->candidates.at[i];
    if (term_is_false(c->r->ts, cand->match.cond)) continue;
    Term *map = arena_array(c->r->scratch, Term, cand->s->nvars);
    for (u32 k = first; k < end && c->instances < MAX_INSTANCES; k++)
      if (mapping(c->r, cand, c->t, k, map))
        rule_out(c, instance(c->r, cand, map));
      else if (!cand->s->nvars)
        break;
  }
}

/* A layout of the target that no instance so far allows. Where nothing of the source can match, the
 * layout is for people to read: the exploration's own oracle finds tidier ones. */
static Feasible find_layout(Climb *c) {
  const Path *t = c->t;
  Oracle *tidy = c->candidates.len ? NULL : c->r->tgt.x->oracle;
  if (tidy && c->r->ask &&
      tidy->values(tidy, c->r->ts, c->conds.at, c->conds.len, t->vars, t->nvars, c->tau) ==
          FEASIBLE_YES)
    return FEASIBLE_YES;
  return ask(c, "behaviour of the target not yet covered", c->conds.at, c->conds.len, t->vars,
             t->nvars, c->tau);
}

/* The same, with the less likely instances tried only where the likely ones leave something. */
static Feasible find_uncovered(Climb *c, bool first_time) {
  Feasible f = find_layout(c);
  u32 before = c->instances;
  if (f != FEASIBLE_YES || !first_time) return f;
  add_instances(c, MAPPING_PERMUTED, MAPPING_END);
  return c->instances > before ? find_layout(c) : f;
}

/* ---- rung 3 */

/* The values of tau as terms; those that may be anything stay variables. The source's variables are
 * inputs, which have values there, or its own, which are none of the target's. */
static const Term *known_values(Climb *c, const bool *any) {
  Refiner *r = c->r;
  Term *values = arena_array(r->scratch, Term, c->t->nvars);
  for (u32 i = 0; i < c->t->nvars; i++)
    values[i] = any && any[i] ? c->t->vars[i]
                              : term_const(r->ts, term_width(r->ts, c->t->vars[i]), c->tau[i]);
  return values;
}

static Trace shown_under(Climb *c, const Trace *trace, const Term *values) {
  return trace_subst(c->r->ts, trace, c->t->vars, values, c->t->nvars, c->r->scratch);
}

/* Which layout of candidate `cand` shows what the target shows under tau? */
static Feasible source_layout(Climb *c, const Candidate *cand, const Trace *shown,
                              const Term *values, u128 *sigma, const char **inexact) {
  Refiner *r = c->r;
  u32 n = cand->s->n;
  Term *conds = arena_array(r->scratch, Term, n + 1);
  for (u32 i = 0; i < n; i++) {
    conds[i] = term_subst(r->ts, cand->s->conds[i], c->t->vars, values, c->t->nvars);
    if (term_is_false(r->ts, conds[i])) return FEASIBLE_NO;
  }
  Path s = *cand->s;
  if (s.uses_inputs) s.trace = shown_under(c, &s.trace, values);
  TraceMatch m = path_match(r, &s, c->t, shown);
  if (!m.exact) *inexact = m.why;
  if (term_is_false(r->ts, m.cond)) return FEASIBLE_NO;
  conds[n] = m.cond;
  return ask(c, "the source under the target's inputs", conds, n + 1, cand->s->vars, cand->s->nvars,
             sigma);
}

/* YES: candidate *which does, with the values *sigma. NO: certainly none of them, whatever those
 * inputs are that may be anything. */
static Feasible some_source(Climb *c, const bool *any, const Candidate **which, u128 **sigma) {
  const Term *values = known_values(c, any);
  Trace shown = shown_under(c, &c->t->trace, values);
  const char *inexact = NULL;
  bool undecided = false;
  for (u32 i = 0; i < c->candidates.len; i++) {
    const Candidate *cand = &c->candidates.at[i];
    *sigma = arena_array(c->r->scratch, u128, cand->s->nvars);
    Feasible f = source_layout(c, cand, &shown, values, *sigma, &inexact);
    if (f == FEASIBLE_YES) return *which = cand, FEASIBLE_YES;
    undecided |= f == FEASIBLE_UNKNOWN;
  }
  if (undecided) return FEASIBLE_UNKNOWN;
  if (!inexact) return FEASIBLE_NO;
  c->why = inexact;
  return FEASIBLE_UNKNOWN;
}

static bool holds_under_tau(Climb *c, Term cond) {
  u128 v = 0;
  return term_eval(c->r->ts, cond, c->t->vars, c->tau, c->t->nvars, &v) && v == 1;
}

/* From an answer for tau to one for as many layouts as possible, tau at least. */
static void learn(Climb *c, const Candidate *cand, const u128 *sigma) {
  Refiner *r = c->r;
  Term *map = arena_array(r->scratch, Term, cand->s->nvars);
  mapping_from_values(r, cand, c->t, sigma, c->tau, map);
  Term inst = instance(r, cand, map);
  if (!holds_under_tau(c, inst)) {
    inst = term_bool(r->ts, true);
    for (u32 i = 0; i < c->t->nvars; i++) {
      Term value = term_const(r->ts, term_width(r->ts, c->t->vars[i]), c->tau[i]);
      inst = term_and(r->ts, inst, term_bin(r->ts, TERM_EQ, c->t->vars[i], value));
    }
  }
  rule_out(c, inst);
}

/* ---- a counterexample for people */

static bool all_hold(Climb *c, const u128 *tau) {
  for (u32 i = 0; i < c->conds.len; i++) {
    u128 v = 0;
    if (!term_eval(c->r->ts, c->conds.at[i], c->t->vars, tau, c->t->nvars, &v) || v != 1)
      return false;
  }
  return true;
}

/* A number among the inputs: addresses are as round as the oracle likes them. */
static bool is_input(Climb *c, u32 i) {
  const TermVar *v = term_as_var(c->r->ts, c->t->vars[i]);
  return v->input && !v->address;
}

/* Values that people like to see, the simplest first: 0 to 10, all ones, -2, of floats some with a
 * short name, powers of two, the greatest signed number, -3 to -10. False: there is no k-th one. */
static bool round_value(unsigned width, u32 k, u128 *v) {
  static const u32 narrow[] = {0x3f800000, 0xbf800000, 0x40000000, 0x3f000000, 0x7f800000};
  static const u64 wide[] = {0x3ff0000000000000, 0xbff0000000000000, 0x4000000000000000,
                             0x3fe0000000000000, 0x7ff0000000000000};
  u128 all = u128_mask(~(u128)0, width);
  if (k < 11) return *v = u128_mask(k, width), true;
  if (k < 13) return *v = all - (k - 11), true;
  k -= 13;
  if (width == 32 || width == 64) {
    if (k < 5) return *v = width == 32 ? narrow[k] : (u128)wide[k], true;
    k -= 5;
  }
  if (k < width) return *v = (u128)1 << (width - 1 - k), true;
  k -= width;
  if (k == 0) return *v = all >> 1, true;
  if (k < 9) return *v = u128_mask(-(u128)(k + 2), width), true;
  return false;
}

/* Each input becomes as simple as the others allow. */
static void simplify_values(Climb *c, u128 *tau) {
  for (u32 i = 0; i < c->t->nvars; i++) {
    if (!is_input(c, i)) continue;
    u128 kept = tau[i], v;
    for (u32 k = 0; round_value(term_width(c->r->ts, c->t->vars[i]), k, &v); k++) {
      tau[i] = v;
      if (v == kept || all_hold(c, tau)) break;
      tau[i] = kept;
    }
  }
}

/* Another solution with all inputs below a bound, if there is one: the solver's own pick is as
 * random as it likes. */
static bool find_small(Climb *c, u128 bound, u128 *tau) {
  Terms *ts = c->r->ts;
  u32 n = c->conds.len;
  for (u32 i = 0; i < c->t->nvars; i++) {
    unsigned width = term_width(ts, c->t->vars[i]);
    if (!is_input(c, i) || bound >= u128_mask(~(u128)0, width)) continue;
    Term small = term_bin(ts, TERM_ULE, c->t->vars[i], term_const(ts, width, bound));
    vec_push(&c->conds, small);
  }
  bool found = c->conds.len > n && ask(c, "a counterexample with small inputs", c->conds.at,
                                       c->conds.len, c->t->vars, c->t->nvars, tau) == FEASIBLE_YES;
  c->conds.len = n;
  return found;
}

/* Inputs without which the conditions are true all the same. These speak of some choices of the
 * source only, so that all of them must be asked about afterwards. */
static const bool *indifferent(Climb *c, const u128 *tau) {
  Terms *ts = c->r->ts;
  u32 n = c->t->nvars;
  bool *any = arena_array(c->r->scratch, bool, n);
  Term *values = arena_array(c->r->scratch, Term, n);
  for (u32 i = 0; i < n; i++) values[i] = term_const(ts, term_width(ts, c->t->vars[i]), tau[i]);
  for (u32 i = 0; i < n; i++) {
    if (!is_input(c, i)) continue;
    Term value = values[i];
    values[i] = c->t->vars[i];
    any[i] = true;
    for (u32 k = 0; k < c->conds.len && any[i]; k++)
      any[i] = term_is_true(ts, term_subst(ts, c->conds.at[k], c->t->vars, values, n));
    if (!any[i]) values[i] = value;
  }
  return any;
}

/* Makes the counterexample found as simple as the conditions allow that led to it, and asks once
 * more whether the source can do the same. */
static Decision new_behaviour(Climb *c, Rung rung) {
  u32 n = c->t->nvars;
  u128 *found = c->tau, *tau = arena_copy(c->r->scratch, found, sizeof *tau * n);
  bool has_inputs = false;
  for (u32 i = 0; i < n; i++) has_inputs |= is_input(c, i);
  Decision d = {.kind = PATH_NEW, .rung = rung, .tau = found};
  if (!has_inputs) return d;
  if (!find_small(c, 1, tau) && !find_small(c, 16, tau) && !find_small(c, 255, tau))
    memcpy(tau, found, sizeof *tau * n);
  simplify_values(c, tau);
  const bool *any = indifferent(c, tau);
  const Candidate *which = NULL;
  u128 *sigma = NULL;
  c->tau = tau;
  if (some_source(c, any, &which, &sigma) == FEASIBLE_NO)
    d.tau = tau, d.any = any;
  else if (some_source(c, NULL, &which, &sigma) == FEASIBLE_NO)
    d.tau = tau;
  c->tau = found;
  return d;
}

/* ---- rung 4 */

/* Some source path runs under its variables and shows what t shows. */
static Term some_run(Climb *c) {
  Refiner *r = c->r;
  Term any = term_bool(r->ts, false);
  for (u32 i = 0; i < c->candidates.len; i++) {
    const Candidate *cand = &c->candidates.at[i];
    Term run = cand->match.cond;
    for (u32 k = 0; k < cand->s->n; k++) run = term_and(r->ts, run, cand->s->conds[k]);
    any = term_or(r->ts, any, run);
  }
  return any;
}

static Feasible ask_quantified(Climb *c) {
  Refiner *r = c->r;
  u32 room = 0, nbound = 0;
  for (u32 i = 0; i < c->candidates.len; i++) room += c->candidates.at[i].s->nvars;
  Term *bound = arena_array(r->scratch, Term, room);
  for (u32 i = 0; i < c->candidates.len; i++) {
    const Path *s = c->candidates.at[i].s;
    for (u32 k = 0; k < s->nvars; k++)
      if (!holds_term(bound, nbound, s->vars[k])) bound[nbound++] = s->vars[k];
  }
  r->questions++;
  Feasible f = smt_exists_forall(r->smt, c->conds.at, c->conds.len, some_run(c), c->t->vars,
                                 c->t->nvars, bound, nbound, c->tau);
  if (f == FEASIBLE_UNKNOWN) note_unknown(c);
  return f;
}

static Decision decide_quantified(Climb *c) {
  const Candidate *which = NULL;
  u128 *sigma = NULL;
  switch (ask_quantified(c)) {
  case FEASIBLE_NO: return allowed(RUNG_QUANTIFIED);
  case FEASIBLE_YES:
    switch (some_source(c, NULL, &which, &sigma)) {
    case FEASIBLE_NO: return new_behaviour(c, RUNG_QUANTIFIED);
    case FEASIBLE_YES: c->why = c->inexact ? c->inexact : "the layouts do not line up"; break;
    case FEASIBLE_UNKNOWN: break;
    }
    break;
  case FEASIBLE_UNKNOWN: break;
  }
  return open_path(c, RUNG_QUANTIFIED, c->inexact ? c->inexact : c->why);
}

/* ---- the climb */

static Decision climb(Climb *c) {
  if (collect_candidates(c)) return allowed(RUNG_EQUAL);
  if (c->t->n) {
    vec_reserve(&c->conds, c->t->n);
    memcpy(c->conds.at, c->t->conds, sizeof(Term) * c->t->n);
    c->conds.len = c->t->n;
  }
  add_instances(c, 0, MAPPING_PERMUTED);
  for (u32 round = 0; round < ROUNDS; round++) {
    Rung rung = !c->candidates.len ? RUNG_EQUAL : round ? RUNG_CEGIS : RUNG_INSTANTIATED;
    Feasible layout = find_uncovered(c, round == 0);
    if (layout == FEASIBLE_NO) return allowed(rung);
    if (layout == FEASIBLE_UNKNOWN) break;
    const Candidate *which = NULL;
    u128 *sigma = NULL;
    Feasible source = some_source(c, NULL, &which, &sigma);
    if (source == FEASIBLE_NO) return new_behaviour(c, c->candidates.len ? RUNG_CEGIS : rung);
    if (source == FEASIBLE_UNKNOWN) break;
    /* What it shows depends on nothing. */
    if (!c->t->trace.symbolic && !c->t->uses_inputs && !c->r->inputs.len)
      return allowed(RUNG_CEGIS);
    learn(c, which, sigma);
  }
  if (!may_ask(c)) return open_path(c, RUNG_CEGIS, c->why);
  return decide_quantified(c);
}

Decision decide(Refiner *r, const Path *t) {
  if (path_equal(r, t)) return allowed(RUNG_EQUAL);
  Climb c = {.r = r, .t = t};
  if (r->matches > MAX_MATCHES) return open_path(&c, RUNG_EQUAL, TOO_MANY);
  c.tau = arena_array(r->scratch, u128, t->nvars);
  Decision d = climb(&c);
  vec_free(&c.candidates);
  vec_free(&c.conds);
  return d;
}
