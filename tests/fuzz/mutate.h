/* Deterministic mutation of source texts: the same seed, number and corpus give the same input on
 * every machine, so that "input 4711 of seed 1" is all one needs to know about a crash. */
#ifndef LITMUS_FUZZ_MUTATE_H
#define LITMUS_FUZZ_MUTATE_H

#include "engine/base/strbuf.h"

/* splitmix64: a tiny generator of which every state is a good one. */
typedef struct Rng {
  u64 state;
} Rng;
u64 rng_next(Rng *r);
/* A number below n (n > 0). */
u32 rng_below(Rng *r, u32 n);

typedef struct Text {
  const char *name;
  const char *at;
  u32 len;
} Text;

/* Makes input number `number` of `seed` from the texts (may be none: then only random bytes and
 * random tokens) into `out`, which is cleared first. At most FUZZ_MAX_LEN bytes. Returns what was
 * done, for reports: "3 mutations of a.rs". */
#define FUZZ_MAX_LEN 65536
void fuzz_input(const Text *texts, u32 ntexts, u64 seed, u64 number, StrBuf *out, StrBuf *how);

#endif
