/* A counterexample as a litmus test of its own: the file with the inputs written down, and the
 * claim that the transformation is right, which fails. */
#ifndef LITMUS_RUN_SAVE_H
#define LITMUS_RUN_SAVE_H

#include "litmus/run/session.h"

/* What is known of a counterexample: replays of both sides. */
typedef struct Replays {
  const Exploration *from, *to;
  const Behaviour *source, *target;
} Replays;

/* Writes it into k->saved, or the reason why not into k->save_error. What is written has been run:
 * it fails for the same reason. */
void save_counterexample(Session *s, const Replays *r, const Model *m, CheckRec *k);

#endif
