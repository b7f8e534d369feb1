/* Conditions over few bits, decided by trying all values. */
#ifndef LITMUS_MACH_EXHAUST_H
#define LITMUS_MACH_EXHAUST_H

#include "engine/mach/oracle.h"

/* Tries all values of the variables that the conditions mention, if these are at most `max_bits`
 * (up to 24) together: YES and *values, in the order of vars (which hold all variables of the
 * conditions; others get 0), NO, or UNKNOWN when there are more. Addresses are held to their facts.
 */
Feasible exhaust(Terms *ts, const Term *conds, u32 n, const Term *vars, u32 nvars,
                 unsigned max_bits, u128 *values);

#endif
