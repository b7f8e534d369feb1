/* Inputs and counterexamples with inputs, as people read them. */
#ifndef LITMUS_REPORT_HUMAN_SIDES_H
#define LITMUS_REPORT_HUMAN_SIDES_H

#include "litmus/report/human.h"

/* The inputs in columns: name, type, value. Nothing without any. */
void human_inputs(const BehaviourRec *b, bool colour, StrBuf *out);
/* A counterexample: inputs, layout, both traces until they part, what is new, where they part. */
void human_sides(const CheckRec *k, u32 columns, bool colour, StrBuf *out);

/* ---- parts of a behaviour (human.c) */

void human_outcome(const BehaviourRec *b, bool colour, StrBuf *out); /* without the newline */
/* Where it ended, if that is somewhere, and the story of undefined behaviour. */
void human_ending(const BehaviourRec *b, bool colour, StrBuf *out);
void human_layout(const BehaviourRec *b, bool colour, StrBuf *out);
void human_path(const BehaviourRec *b, const char *of, bool colour, StrBuf *out);

#endif
