/* The ways in which Z3 is asked, each in turn until one answers (docs/refinement.md).
 *
 * M(X, CODE, key, "name", quantified, "logic", "tactics", seed): with a logic, the solver that Z3
 * has for it; with tactics, a solver made of these, one after the other; with neither, the simple
 * solver. `key` names the statistic. X is passed on for lists that are made of this one. ORDER: of
 * trying, among those that suit the question. */
#ifndef LITMUS_SOLVER_METHODS_H
#define LITMUS_SOLVER_METHODS_H

/* clang-format off */
#define SMT_METHODS(M, X) \
  M(X, INCREMENTAL, incremental, "incremental", false, "",      "", 0) \
  M(X, FLOAT,       float_,      "floats",      false, "",      "simplify solve-eqs fpa2bv simplify ackermannize_bv bit-blast sat", 0) \
  M(X, QF_BV,       qf_bv,       "QF_BV",       false, "QF_BV", "", 0) \
  M(X, BIT_BLAST,   bit_blast,   "bit-blast",   false, "",      "simplify propagate-values solve-eqs bit-blast sat", 0) \
  M(X, SEED,        seed,        "other seed",  false, "",      "", 7) \
  M(X, SMT,         smt,         "smt",         true,  "",      "smt", 0) \
  M(X, BV,          bv,          "BV",          true,  "BV",    "", 0) \
  M(X, UFBV,        ufbv,        "ufbv",        true,  "",      "ufbv", 0)
/* clang-format on */

#endif
