/* Does a behaviour match an outcome of a directive? */
#ifndef LITMUS_RUN_MATCH_H
#define LITMUS_RUN_MATCH_H

#include "litmus/run/directive.h"

/* PATTERN_GAVE_UP when a pattern ran into its limit: then the question is open. */
PatternMatch outcome_match(const Outcome *o, const BehaviourRec *b, const ExecRec *e);
PatternMatch line_ub_match(const LineUb *u, const BehaviourRec *b, const char *file);
/* Is the verdict the one that the check wants? */
PatternMatch verdict_match(const Check *k, const CheckRec *r);

/* The shortest outcome and verdict that match, as `--bless` writes them. */
void outcome_bless(const BehaviourRec *b, StrBuf *out);
void check_bless(const CheckRec *r, StrBuf *out);

#endif
