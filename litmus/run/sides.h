/* What two programs do, side by side. */
#ifndef LITMUS_RUN_SIDES_H
#define LITMUS_RUN_SIDES_H

#include "engine/mach/explore.h"
#include "litmus/report/record.h"

/* A run that is known: a replay's behaviour, and the exploration of its program. */
typedef struct Run {
  const Exploration *x;
  const Behaviour *b;
} Run;

/* The addresses and inputs of a replay, to run it again. */
Given given_of(Arena *a, const Terms *ts, const Behaviour *replayed);

/* Both step by step, up to the first in which they differ. */
void convert_trace(Arena *a, const SourceMap *sm, Run base, Run opt, CheckRec *k);

/* Marks what both leave in memory alike; the records are those of the behaviours. */
void compare_memory(const Behaviour *a, BehaviourRec *ra, const Behaviour *b, BehaviourRec *rb);

#endif
