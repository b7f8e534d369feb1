/* Reports for programs: JSON (docs/json.md is the schema), JUnit XML, TAP. */
#ifndef LITMUS_REPORT_MACHINE_H
#define LITMUS_REPORT_MACHINE_H

#include "litmus/report/json.h"
#include "litmus/report/record.h"

void json_exec(Json *j, const ExecRec *e, StatsPart stats);
void json_check(Json *j, const CheckRec *k, StatsPart stats);
void json_diags(Json *j, const char *key, const DiagRec *at, u32 n);
/* key: NULL inside arrays */
void json_behaviour(Json *j, const char *key, const BehaviourRec *b);
void json_notes(Json *j, const NoteRec *at, u32 n);
void json_run(const TestRec *at, u32 n, const SummaryRec *s, StrBuf *out);

void junit_run(const TestRec *at, u32 n, const SummaryRec *s, StrBuf *out);

void tap_begin(u32 ntests, StrBuf *out);
void tap_test(const TestRec *t, u32 number, StrBuf *out);

#endif
