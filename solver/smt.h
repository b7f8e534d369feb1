/* Z3 behind the engine's questions. No other header of this project mentions Z3. */
#ifndef LITMUS_SOLVER_SMT_H
#define LITMUS_SOLVER_SMT_H

#include "engine/mach/oracle.h"

typedef struct Smt Smt;

/* A solver over terms of `ts`. Z3 itself is started on the first question, so that concrete
 * programs never pay for it. rlimit: Z3 resource units for one question. Owned by the caller:
 * smt_destroy. */
Smt *smt_create(Terms *ts, u64 rlimit);
void smt_destroy(Smt *s);

/* An exact oracle on top; borrows `s`. o->destroy(o) frees only the oracle. */
Oracle *smt_oracle(Smt *s);

/* Is there an assignment of `free` variables for which no assignment of the `bound` ones makes
 * `body` true?  exists free: pre /\ not (exists bound: body). YES fills values[] of the free
 * variables. Used by the last rung of refinement. */
Feasible smt_exists_forall(Smt *s, const Term *pre, u32 npre, Term body, const Term *freev,
                           u32 nfree, const Term *bound, u32 nbound, u128 *values);

typedef struct SmtStats {
  u64 checks, sat, unsat, unknown;
  u64 spent; /* Z3 resource units, all questions together */
} SmtStats;
SmtStats smt_stats(const Smt *s);
u64 smt_rlimit(const Smt *s); /* for one question; 0 = no limit */

/* The question as an SMT-LIB 2 script (declarations, asserts, check-sat), for `--smt2` and for a
 * second opinion by another solver. */
void smtlib_dump(Terms *ts, const Term *conds, u32 n, StrBuf *out);

#endif
