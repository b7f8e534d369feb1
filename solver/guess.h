/* Assignments worth trying before a solver is asked. */
#ifndef LITMUS_SOLVER_GUESS_H
#define LITMUS_SOLVER_GUESS_H

#include "engine/term/term.h"

/* Looks for values of `vars` that make all of `conds` true, among numbers on which identities of
 * floats tend to fail; vals[] has them if so. False says nothing. The variables must not be
 * addresses, and there are no others in conds. */
bool guess_values(Terms *ts, const Term *conds, u32 n, const Term *vars, u32 nvars, u128 *vals);

#endif
