/* What the fuzzer does with one input: everything that `litmus` does with a file. */
#ifndef LITMUS_FUZZ_INPUT_H
#define LITMUS_FUZZ_INPUT_H

#include "engine/base/types.h"

/* How far inputs got: a fuzzer that never gets past the parser tests only the parser. */
typedef struct FuzzStats {
  u64 inputs, compiled, explored, with_ub, refined;
} FuzzStats;

/* Reads the directives of `text`, compiles it as each of its variants, explores what compiles under
 * every model with small limits, and checks one variant against another. Returns when all of that
 * came to an end; anything else (a crash, a leak, a hang) is what the fuzzer looks for. */
void fuzz_run(const char *text, u32 len, FuzzStats *stats);

#endif
