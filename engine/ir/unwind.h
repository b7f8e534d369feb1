/* The verifier's rules about unwinding: cleanup blocks lead to cleanup blocks only and end by
 * resuming the panic; a panic goes to a cleanup block; one during cleanup aborts. */
#ifndef LITMUS_IR_UNWIND_H
#define LITMUS_IR_UNWIND_H

#include "engine/ir/ir.h"

/* NULL, or the first fault of block b of f. */
const char *ir_check_unwinding(const Function *f, const Block *b, Arena *arena);

#endif
