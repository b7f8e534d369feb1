/* Allocations of which a path only knows that they are apart from others can be put anywhere: the
 * address space has room for every litmus test many times over. So the conditions that say so are
 * left out of a path's canonical form. "Some address for them exists" is then no longer a question
 * for the solver, which would have to find a place among n others by cases. Addresses among
 * the inputs are where they are. */
#include "engine/base/memory.h"
#include "solver/refine_impl.h"
#include "solver/termvec.h"

#define MAX_VARS 4096

/* x + size <= y or y + size <= x, in normal form, as mem/layout states it. */
static Term apart(Terms *ts, Term x, Term y) {
  u64 nx = term_as_var(ts, x)->size, ny = term_as_var(ts, y)->size;
  Term x_end = term_bin(ts, TERM_ADD, x, term_const(ts, 64, nx));
  Term y_end = term_bin(ts, TERM_ADD, y, term_const(ts, 64, ny));
  return term_or(ts, term_bin(ts, TERM_ULE, x_end, y), term_bin(ts, TERM_ULE, y_end, x));
}

/* At most MAX_VARS allocations of this size leave gaps for each other. */
static bool is_small(const Terms *ts, Term var) {
  const TermVar *v = term_as_var(ts, var);
  return v->address && v->width == 64 && v->size < (u64)1 << 40 && v->log2_align <= 40;
}

static bool is_apart(Terms *ts, Term cond, const TermVec *vars) {
  if (vars->len != 2 || !is_small(ts, vars->at[0]) || !is_small(ts, vars->at[1])) return false;
  return cond == apart(ts, vars->at[0], vars->at[1]) || cond == apart(ts, vars->at[1], vars->at[0]);
}

static bool holds(const TermVec *v, Term t) {
  for (u32 i = 0; i < v->len; i++)
    if (v->at[i] == t) return true;
  return false;
}

u32 drop_floating(Terms *ts, Term *conds, u32 n, const Trace *trace) {
  TermVec all = {0}, pinned = {0}, vars = {0};
  trace_vars(ts, trace, &pinned);
  for (u32 i = 0; i < n; i++) {
    vec_clear(&vars);
    termvec_add_vars(&vars, ts, conds[i]);
    termvec_add_vars(&all, ts, conds[i]);
    if (!is_apart(ts, conds[i], &vars)) termvec_add_vars(&pinned, ts, conds[i]);
  }
  bool fits = all.len <= MAX_VARS;
  for (u32 i = 0; fits && i < all.len; i++)
    fits = !term_as_var(ts, all.at[i])->address || is_small(ts, all.at[i]);
  u32 kept = 0;
  for (u32 i = 0; i < n; i++) {
    vec_clear(&vars);
    termvec_add_vars(&vars, ts, conds[i]);
    bool floating = false; /* then the condition is an `apart`: all others pin their variables */
    for (u32 k = 0; k < vars.len; k++)
      floating |= !term_as_var(ts, vars.at[k])->input && !holds(&pinned, vars.at[k]);
    if (!fits || !floating) conds[kept++] = conds[i];
  }
  vec_free(&all);
  vec_free(&pinned);
  vec_free(&vars);
  return kept;
}

/* ---- what inputs and observers have nothing to do with */

typedef struct Unseen {
  Terms *ts;
  const Term *conds;
  u32 n;
  bool *seen;    /* per condition */
  TermVec known; /* variables that are seen, through some chain of conditions */
} Unseen;

/* Marks the conditions that speak of a known variable, or of an input; their variables become
 * known. */
static bool spread(Unseen *u) {
  bool more = false;
  TermVec vars = {0};
  for (u32 i = 0; i < u->n; i++) {
    if (u->seen[i]) continue;
    vec_clear(&vars);
    termvec_add_vars(&vars, u->ts, u->conds[i]);
    for (u32 k = 0; k < vars.len && !u->seen[i]; k++)
      u->seen[i] = term_as_var(u->ts, vars.at[k])->input || holds(&u->known, vars.at[k]);
    if (!u->seen[i]) continue;
    more = true;
    for (u32 k = 0; k < vars.len; k++) termvec_add(&u->known, vars.at[k]);
  }
  vec_free(&vars);
  return more;
}

u32 drop_unseen(Terms *ts, Term *conds, u32 n, const Trace *trace) {
  Unseen u = {.ts = ts, .conds = conds, .n = n, .seen = memory_alloc_zeroed(n + 1, sizeof(bool))};
  trace_vars(ts, trace, &u.known);
  while (spread(&u)) {
  }
  u32 kept = 0;
  for (u32 i = 0; i < n; i++)
    if (u.seen[i]) conds[kept++] = conds[i];
  free(u.seen);
  vec_free(&u.known);
  return kept;
}
