/* Reports for people. Colour is the caller's decision: a terminal, and no NO_COLOR. */
#ifndef LITMUS_REPORT_HUMAN_H
#define LITMUS_REPORT_HUMAN_H

#include "litmus/report/record.h"

/* Where it is, and the line with carets. */
void human_place(const PlaceRec *p, const char *indent, bool colour, StrBuf *out);
void human_diag(const DiagRec *d, bool colour, StrBuf *out);
/* One note of undefined behaviour: what it says, where, the drawing below it. */
void human_note(const NoteRec *n, bool colour, StrBuf *out);
/* Everything about one behaviour: outcome, place, origin of the allocation, layout, path. */
void human_behaviour(const BehaviourRec *b, bool colour, StrBuf *out);
/* herd's table of outcomes, then each undefined behaviour in full. */
void human_exec(const ExecRec *e, StatsPart stats, bool colour, StrBuf *out);
/* Checks of one file: model against verdict, then the counterexamples. */
void human_checks(const CheckRec *at, u32 n, StatsPart stats, u32 columns, bool colour,
                  StrBuf *out);
/* Why verdicts are not known, a line for each; for below a table. */
void human_reasons(const CheckRec *at, u32 n, StrBuf *out);
/* Numbers by what they count; part: not STATS_NONE. */
void human_stats(const StatsRec *s, StatsPart part, bool colour, StrBuf *out);
/* The new outcome, its layout, the path of both programs; of functions and of programs that take
 * inputs: the inputs, and what both sides do until they part. Nothing unless unsound. */
void human_counterexample(const CheckRec *k, u32 columns, bool colour, StrBuf *out);
#define HUMAN_COLUMNS 100 /* where the width of the screen is not known */
void human_test(const TestRec *t, bool colour, StrBuf *out); /* nothing for a test that passed */
void human_summary(const SummaryRec *s, bool colour, StrBuf *out);
/* Transformation against model, for `run --table`. */
void human_table(const TestRec *at, u32 n, bool colour, StrBuf *out);

#endif
