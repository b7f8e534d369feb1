/* From what the machine and the solver found to records. */
#ifndef LITMUS_RUN_CONVERT_H
#define LITMUS_RUN_CONVERT_H

#include "litmus/report/record.h"

/* The path of a behaviour: the choices that it made. */
void convert_choices(Arena *a, const SourceMap *sources, const Behaviour *b, BehaviourRec *out);
/* Events, output, result and memory of a behaviour, in place of those of the record. */
void convert_observed(Arena *a, const SourceMap *sources, const Terms *ts, const Behaviour *b,
                      BehaviourRec *out);
/* One behaviour as a record. `oracle` (may be NULL) is asked for addresses and inputs that lead
 * there. */
void convert_behaviour(Arena *a, const SourceMap *sources, Terms *ts, const Behaviour *b,
                       Oracle *oracle, BehaviourRec *out);
void convert_diags(Arena *a, const Diags *diags, ExecRec *out);

#endif
