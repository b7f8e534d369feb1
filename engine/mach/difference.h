/* A small decision procedure for questions about layouts: order and difference constraints. */
#ifndef LITMUS_MACH_DIFFERENCE_H
#define LITMUS_MACH_DIFFERENCE_H

#include "engine/term/term.h"

/* true: no assignment makes all conditions true. false: not shown. Understands comparisons of sums
 * and differences of address variables and constants under and, or, not; what it does not
 * understand it leaves out, which can only make it miss a contradiction. */
bool difference_refutes(Terms *ts, const Term *conds, u32 n);

#endif
