/* What the files that know Z3 share; smt.h is the interface.
 *
 *   z3.c         the context; terms and what is known of their variables, translated
 *   z3_method.c  the ways in which a question can be asked: solvers, their limits and seeds
 *   z3_float.c   operators on floats in Z3's theory
 *   z3_ask.c     questions, in every way that may answer them; the oracle */
#ifndef LITMUS_SOLVER_Z3_IMPL_H
#define LITMUS_SOLVER_Z3_IMPL_H

#include <assert.h>

#include <z3.h>

#include "solver/smt.h"
#include "solver/termvec.h"

/* The asserted conditions: scope i holds conds.at[i] and the facts of the variables that it was the
 * first to mention; vars_before.at[i] of them were known before. */
typedef struct Asserted {
  TermVec conds;
  VEC(u32) vars_before;
  TermVec vars; /* address facts of these variables are asserted */
} Asserted;

struct Smt {
  Terms *ts;
  u64 rlimit;
  Z3_context ctx;     /* NULL until the first question */
  Z3_solver solver;   /* the incremental one */
  Z3_sort sorts[129]; /* bit vectors by width; [0] is Bool */
  VEC(Z3_ast) cache;  /* by term handle; NULL: not translated yet */
  VEC(bool) floats; /* by term handle, of those translated: is there an operator on floats in it? */
  TermVec work;     /* stack of the translation */
  Asserted asserted;
  SmtStats stats;
  u32 counted;     /* Z3's own count of resource units, which wraps, when it was last looked at */
  StrBuf why;      /* the last question stayed open: each way that was tried, and what it said .. */
  StrBuf last_why; /* .. last */
  TermVec open;    /* conditions of the last question without quantifiers that stayed open .. */
  StrBuf open_why; /* .. and why */
  const char *purpose;
  SmtObserver *observer;
  void *observer_self;
};

/* Whatever Z3 returns is counted until `drop`: without that it may die at the next call. */
static inline Z3_ast keep(Smt *s, Z3_ast a) {
  assert(a);
  Z3_inc_ref(s->ctx, a);
  return a;
}
static inline void drop(Smt *s, Z3_ast a) { Z3_dec_ref(s->ctx, a); }

void z3_start(Smt *s); /* makes the context, once */
/* The term as Z3's; owned by the cache. */
Z3_ast z3_translate(Smt *s, Term root);
bool z3_has_floats(Smt *s, Term t);
/* What is known of a variable beyond its width; the caller drops it. NULL: nothing. */
Z3_ast z3_address_facts(Smt *s, Term var);

/* A new solver of this kind with its limit and seed; the caller counts it down. */
Z3_solver method_solver(Smt *s, SmtMethod m);
/* The answer of a solver, with its effort added to the statistics. */
Z3_lbool method_check(Smt *s, Z3_solver solver);

#endif
