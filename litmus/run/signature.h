/* Can the functions of two programs be called with the same arguments? */
#ifndef LITMUS_RUN_SIGNATURE_H
#define LITMUS_RUN_SIGNATURE_H

#include "engine/ir/ir.h"

/* The same parameters and the same result. Types of two programs are the same when they have one
 * name and what they are made of has the same types at the same offsets. */
bool same_signature(const Program *p, FuncId f, const Program *q, FuncId g);

#endif
