/* Rewriting expectations to what is: only the directives that were wrong, and of these only the
 * outcomes that were. Every other byte of the file stays as it is; a person reads the diff. */
#ifndef LITMUS_RUN_BLESS_H
#define LITMUS_RUN_BLESS_H

#include "litmus/run/judge.h"

/* Fills out->blessed and out->changes when there is something to change. */
void bless(Session *s, const Judgement *j, TestRec *out);

#endif
