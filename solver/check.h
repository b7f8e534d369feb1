/* From two programs to a verdict: explore both, check that each refines itself, then target against
 * source. */
#ifndef LITMUS_SOLVER_CHECK_H
#define LITMUS_SOLVER_CHECK_H

#include "solver/refine.h"

typedef struct CheckResult {
  const Behaviours *source, *target;
  Verdict verdict;
  OracleStats oracle; /* questions of both explorations */
  SmtStats smt;       /* those that reached the solver, refinement's included */
} CheckResult;

/* Does `target` refine `source` under the model? Terms of the behaviours are in `terms`, everything
 * else of the result lives in `arena`; both outlive the result. */
CheckResult check_variants(const Program *source, const Program *target, const Model *model,
                           const Limits *limits, Terms *terms, Arena *arena);

/* The same for explorations already made (their var_bases differ, their terms are the same). */
Verdict check_explored(const Exploration *xs, const Behaviours *source, const Exploration *xt,
                       const Behaviours *target, Smt *smt, Arena *arena);

#endif
