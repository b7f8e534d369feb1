/* Contradictions between orders and distances of addresses, found without the solver. */
#ifndef LITMUS_MACH_ORDER_H
#define LITMUS_MACH_ORDER_H

#include "engine/term/term.h"

/* True: the conditions certainly contradict each other. False: nothing is known. */
bool order_contradiction(Terms *ts, const Term *conds, u32 n);

#endif
