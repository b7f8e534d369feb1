/* Operators on floats in Z3's theory of floating point. Part of z3.c: includes z3.h. */
#ifndef LITMUS_SOLVER_Z3_FLOAT_H
#define LITMUS_SOLVER_Z3_FLOAT_H

#include <z3.h>

#include "engine/term/term.h"

/* The value of `op` on bit vectors of `from` bits (as many as it has operands), as a bit vector of
 * `to` bits; of a comparison, as a Bool. The caller owns one reference. */
Z3_ast z3_float(Z3_context ctx, TermOp op, unsigned from, unsigned to, const Z3_ast *args);

#endif
