/* One assignment after the other. Where the choices that are quantified over are few and simple,
 * such as which NaN an operation gives, a handful of rounds settles what a solver's quantifiers
 * take seconds for. */
#include "solver/instances.h"

#include <stdlib.h>

#include "engine/base/memory.h"
#include "solver/termvec.h"

enum { ROUNDS = 40 };

typedef struct Rounds {
  Oracle *o;
  Terms *ts;
  TermVec conds; /* on the free variables */
  TermVec vars;  /* the free variables; those that are asked for come first */
  TermVec consts;
  u128 *vals, *bound_vals;
  Term body;
  const Term *bound;
  u32 nbound;
} Rounds;

static bool is_bound(const Rounds *r, Term var) {
  for (u32 i = 0; i < r->nbound; i++)
    if (r->bound[i] == var) return true;
  return false;
}

/* body with these variables replaced by numbers. */
static Term instance(Rounds *r, const Term *vars, const u128 *vals, u32 n) {
  vec_clear(&r->consts);
  for (u32 i = 0; i < n; i++)
    vec_push(&r->consts, term_const(r->ts, term_width(r->ts, vars[i]), vals[i]));
  return term_subst(r->ts, r->body, vars, r->consts.at, n);
}

/* One round: YES or NO settle the question, UNKNOWN with *go_on does not. */
static Feasible round_(Rounds *r, bool *go_on) {
  *go_on = false;
  Feasible some =
      r->o->values(r->o, r->ts, r->conds.at, r->conds.len, r->vars.at, r->vars.len, r->vals);
  if (some != FEASIBLE_YES) return some;
  Term helps = instance(r, r->vars.at, r->vals, r->vars.len);
  if (term_is_false(r->ts, helps)) return FEASIBLE_YES;
  Feasible helped = r->o->values(r->o, r->ts, &helps, 1, r->bound, r->nbound, r->bound_vals);
  if (helped == FEASIBLE_NO) return FEASIBLE_YES;
  if (helped == FEASIBLE_UNKNOWN) return FEASIBLE_UNKNOWN;
  vec_push(&r->conds, term_not(r->ts, instance(r, r->bound, r->bound_vals, r->nbound)));
  *go_on = true;
  return FEASIBLE_UNKNOWN;
}

Feasible instances_exists_forall(Oracle *o, Terms *ts, const Term *pre, u32 npre, Term body,
                                 const Term *freev, u32 nfree, const Term *bound, u32 nbound,
                                 u128 *values) {
  Rounds r = {.o = o, .ts = ts, .body = body, .bound = bound, .nbound = nbound};
  for (u32 i = 0; i < nfree; i++) vec_push(&r.vars, freev[i]);
  for (u32 i = 0; i < npre; i++) vec_push(&r.conds, pre[i]);
  TermVec more = {0};
  for (u32 i = 0; i < npre; i++) termvec_add_vars(&more, ts, pre[i]);
  termvec_add_vars(&more, ts, body);
  for (u32 i = 0; i < more.len; i++)
    if (!is_bound(&r, more.at[i])) termvec_add_vars(&r.vars, ts, more.at[i]);
  r.vals = memory_alloc_zeroed(r.vars.len + 1, sizeof *r.vals);
  r.bound_vals = memory_alloc_zeroed(nbound + 1, sizeof *r.bound_vals);
  Feasible answer = FEASIBLE_UNKNOWN;
  bool go_on = true;
  for (u32 i = 0; i < ROUNDS && go_on; i++) answer = round_(&r, &go_on);
  for (u32 i = 0; answer == FEASIBLE_YES && i < nfree; i++) values[i] = r.vals[i];
  vec_free(&more);
  vec_free(&r.vars);
  vec_free(&r.conds);
  vec_free(&r.consts);
  free(r.vals);
  free(r.bound_vals);
  return answer;
}
