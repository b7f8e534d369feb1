/* Growing lists of terms. */
#ifndef LITMUS_SOLVER_TERMVEC_H
#define LITMUS_SOLVER_TERMVEC_H

#include <stdlib.h>

#include "engine/base/vec.h"
#include "engine/term/term.h"

typedef VEC(Term) TermVec;

/* Appends the variables of t that `vars` does not hold yet. */
static inline void termvec_add_vars(TermVec *vars, Terms *ts, Term t) {
  for (u32 room = 16;; room *= 2) {
    vec_reserve(vars, vars->len + room);
    u32 n = term_vars(ts, t, vars->at, vars->len, vars->cap);
    if (n == vars->cap) continue; /* there may be more */
    vars->len = n;
    return;
  }
}

/* Appends t if it is not there yet. */
static inline void termvec_add(TermVec *v, Term t) {
  for (u32 i = 0; i < v->len; i++)
    if (v->at[i] == t) return;
  vec_push(v, t);
}

#endif
