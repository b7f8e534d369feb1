/* What the engine needs to know about conditions, without knowing who answers: Z3 (solver/), the
 * enumerating oracle (enumerate.c) or both in a row (cached.c). */
#ifndef LITMUS_MACH_ORACLE_H
#define LITMUS_MACH_ORACLE_H

#include "engine/term/term.h"

typedef enum Feasible { FEASIBLE_NO, FEASIBLE_YES, FEASIBLE_UNKNOWN } Feasible;

/* conds: width-1 terms, taken together. Consecutive calls tend to share a prefix of conditions. */
typedef struct Oracle Oracle;
struct Oracle {
  void *self;
  const char *name;
  Feasible (*feasible)(Oracle *o, Terms *ts, const Term *conds, u32 n);
  /* Gives values to `wanted` (variables) that make all conditions true. FEASIBLE_YES and out[]
   * filled, or NO, or UNKNOWN. */
  Feasible (*values)(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                     u32 nwanted, u128 *out);
  void (*destroy)(Oracle *o); /* frees the oracle; NULL if there is nothing to free */
};

/* Tries layouts: orders and gaps of the address variables and the constants that the conditions
 * mention, evaluating the conditions. Complete only for its finite domain: YES is certain (a
 * witness was evaluated), where none is found it answers `if_none` (NO in tests that compare it
 * with Z3 on small programs, UNKNOWN elsewhere). Owned by the caller: o->destroy(o). */
Oracle *oracle_enumerate(Feasible if_none);

/* Asks witnesses of earlier answers first, then the order procedure
 * (order.h), then `quick`, then `exact` (may be NULL: then what quick
 * said stands). Owns both. Counts calls for `--stats`. */
typedef struct OracleStats {
  u64 asked, by_witness, by_order, by_quick, by_exact, unknown;
} OracleStats;
Oracle *oracle_cached(Oracle *quick, Oracle *exact);
OracleStats oracle_cached_stats(const Oracle *o);

#endif
