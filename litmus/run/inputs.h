/* Inputs as people read them, and examples of inputs that lead to a behaviour. */
#ifndef LITMUS_RUN_INPUTS_H
#define LITMUS_RUN_INPUTS_H

#include "engine/mach/explore.h"
#include "litmus/report/record.h"

/* The value of an input as its type writes it: "-1", "true", "'a'", "None". */
void input_text(const InputNote *n, u128 value, StrBuf *out);

/* The inputs of a replay, whose values are known. any[k] (any may be NULL): the k-th does not
 * matter.
 */
void convert_inputs(Arena *a, const SourceMap *sm, const Terms *ts, const Behaviour *b,
                    const bool *any, u32 nany, BehaviourRec *out);

/* Values of everything unknown on the way to a behaviour, the inputs as simple as the way allows.
 */
typedef struct Example {
  bool found;
  u128 *inputs; /* as many as the behaviour has */
  bool *any;    /* the condition of the path does not depend on it */
} Example;
/* found = false: the solver gave none, or was not asked. */
Example find_example(Arena *a, Terms *ts, Oracle *oracle, const Behaviour *b);
/* Values for everything, to run the program of `x` along this behaviour's first path. */
bool find_given(Arena *a, const Exploration *x, const Behaviour *b, Given *out);
void convert_example(Arena *a, const SourceMap *sm, const Behaviour *b, const Example *e,
                     BehaviourRec *out);

#endif
