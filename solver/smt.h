/* Z3 behind the engine's questions. No other header of this project mentions Z3. */
#ifndef LITMUS_SOLVER_SMT_H
#define LITMUS_SOLVER_SMT_H

#include "engine/mach/oracle.h"
#include "solver/methods.h"

typedef struct Smt Smt;

/* The ways in which a question is asked, in the order in which they are tried (methods.h). */
typedef enum SmtMethod {
#define M(X, code, key, name, quantified, logic, tactics, seed) METHOD_##code,
  SMT_METHODS(M, )
#undef M
      METHOD_COUNT
} SmtMethod;
const char *smt_method_name(SmtMethod m);
bool smt_method_quantified(SmtMethod m); /* is it for questions with quantifiers? */

/* A solver over terms of `ts`. Z3 itself is started on the first question, so that concrete
 * programs never pay for it. rlimit: Z3 resource units for one question, of which each way of
 * asking it gets a part; 0: no limit. Owned by the caller: smt_destroy. */
Smt *smt_create(Terms *ts, u64 rlimit);
void smt_destroy(Smt *s);

/* An exact oracle on top; borrows `s`. o->destroy(o) frees only the oracle. */
Oracle *smt_oracle(Smt *s);

/* Is there an assignment of `free` variables for which no assignment of the `bound` ones makes
 * `body` true?  exists free: pre /\ not (exists bound: body). YES fills values[] of the free
 * variables. Used by the last rung of refinement. */
Feasible smt_exists_forall(Smt *s, const Term *pre, u32 npre, Term body, const Term *freev,
                           u32 nfree, const Term *bound, u32 nbound, u128 *values);

/* Why the last question was answered UNKNOWN, in one line: what each way of asking it said; NULL if
 * it was answered otherwise. Valid until the next question. */
const char *smt_why_unknown(const Smt *s);

typedef struct SmtStats {
  u64 checks;                  /* calls of Z3: one for each way in which a question was asked */
  u64 sat, unsat, unknown;     /* questions by their answer */
  u64 plain, quantified;       /* questions, without and with quantifiers */
  u64 by_plain, by_quantified; /* those of them that were answered */
  u64 by_method[METHOD_COUNT]; /* answered questions by who answered */
  u64 by_expansion;            /* of by_quantified: once quantifiers were expanded */
  u64 spent;                   /* Z3 resource units, all questions together */
  u64 us;                      /* time in Z3, microseconds */
  OracleStats above;           /* of smt_count_above */
} SmtStats;
SmtStats smt_stats(const Smt *s);
/* Adds what an oracle on top of `s` settled without it, before that oracle is destroyed. */
void smt_count_above(Smt *s, OracleStats o);
u64 smt_rlimit(const Smt *s); /* for one question; 0 = no limit */

/* ---- questions as others see them */

/* A question that reached Z3, with its answer. */
typedef struct SmtQuestion {
  /* exists free: conds [/\ not (exists bound: body)]. body: 0 without quantifiers. */
  const Term *conds;
  u32 n;
  Term body;
  const Term *bound;
  u32 nbound;
  const char *purpose; /* smt_purpose, or NULL */
  const Term *wanted;  /* variables whose values were asked for */
  u32 nwanted;
  Feasible answer;
  const char *by;  /* who answered; UNKNOWN: NULL */
  const char *why; /* UNKNOWN: smt_why_unknown */
  u64 spent;       /* Z3 resource units of all attempts together */
} SmtQuestion;

/* Is told of each question that reaches Z3, after it was answered. NULL: nobody. */
typedef void SmtObserver(void *self, Terms *ts, const SmtQuestion *q);
void smt_observe(Smt *s, SmtObserver *observer, void *self);
/* What questions are for from here on, in words that live on; NULL: nothing special. */
void smt_purpose(Smt *s, const char *purpose);

/* Conditions as an SMT-LIB 2 script (declarations, what is known of the variables, asserts,
 * check-sat), for `--smt2` and for a second opinion by another solver. */
void smtlib_dump(Terms *ts, const Term *conds, u32 n, StrBuf *out);
/* The same for a question, with its quantifier if it has one; `:status` is set to the answer. */
void smtlib_question(Terms *ts, const SmtQuestion *q, StrBuf *out);

#endif
