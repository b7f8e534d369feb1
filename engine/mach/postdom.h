/* Where the ways out of a branch meet again. */
#ifndef LITMUS_MACH_POSTDOM_H
#define LITMUS_MACH_POSTDOM_H

#include "engine/ir/ir.h"

#define NO_BLOCK UINT32_MAX

/* out[b] (one for each block of fn): the first block that every way from b to a return goes
 * through, b itself not counted; NO_BLOCK where there is none, or in functions of too many blocks.
 */
void postdominators(const Function *fn, BlockId *out);

#endif
