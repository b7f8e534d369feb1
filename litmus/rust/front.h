/* The front end: from source text to a Program of the core IR. */
#ifndef LITMUS_RUST_FRONT_H
#define LITMUS_RUST_FRONT_H

#include "engine/base/diag.h"
#include "engine/ir/ir.h"

/* Compiles file number `file` of `sources` with the given cfg names set: parses it and the prelude,
 * resolves, infers, lowers everything reachable from `main`, evaluates constants (array lengths,
 * enum discriminants) with the machine, verifies the IR. Returns NULL and diagnostics when the
 * program is wrong or unsupported. The program lives in `arena`. `sources` gets the prelude's file
 * added. */
Program *rust_compile(Arena *arena, SourceMap *sources, u16 file, const char *const *cfgs,
                      u32 ncfgs, Diags *diags);

#endif
