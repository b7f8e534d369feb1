/* Quantified questions, answered by questions without quantifiers. */
#ifndef LITMUS_SOLVER_INSTANCES_H
#define LITMUS_SOLVER_INSTANCES_H

#include "engine/mach/oracle.h"

/* exists free: pre /\ not (exists bound: body), as smt_exists_forall. Takes an assignment of the
 * free variables, looks for one of the bound ones that makes body true, and if there is one, takes
 * only such assignments from then on that it does not help: every answer but UNKNOWN is exact. */
Feasible instances_exists_forall(Oracle *o, Terms *ts, const Term *pre, u32 npre, Term body,
                                 const Term *freev, u32 nfree, const Term *bound, u32 nbound,
                                 u128 *values);

#endif
