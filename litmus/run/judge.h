/* Expected against actual: runs every pair of variant and model that a test speaks of, and every
 * check, and compares. The judgement keeps what blessing needs; the failures go into the record. */
#ifndef LITMUS_RUN_JUDGE_H
#define LITMUS_RUN_JUDGE_H

#include "litmus/run/session.h"

/* A set of outcomes under one model. */
typedef struct ExpectResult {
  const Expect *expect; /* NULL: only annotated lines, or nothing at all is expected */
  const char *variant;
  const Model *model;
  const ExecRec *exec;
  bool *outcome_seen; /* of expect's outcomes */
  LIST(const BehaviourRec *) unexpected;
  u32 nlines; /* behaviours that an annotated line explains */
  bool gave_up;
} ExpectResult;

typedef struct LineResult {
  const LineUb *line;
  const Model *model;
  bool seen;
} LineResult;

typedef struct VerdictResult {
  const Check *check;
  const Model *model;
  const CheckRec *rec;
  bool ok, gave_up;
} VerdictResult;

typedef struct Judgement {
  LIST(ExpectResult) expects;
  LIST(LineResult) lines;
  LIST(VerdictResult) checks;
} Judgement;

typedef struct JudgeOptions {
  const char *const *models; /* only these; none: all */
  u32 nmodels;
  bool bless;
} JudgeOptions;

/* Runs what the directives ask for. */
void judge(Session *s, const JudgeOptions *options, Judgement *out);
/* The failures and the table's cells. */
void judgement_report(Session *s, const Judgement *j, TestRec *out);

/* Everything about one test, from its path to its record. */
void test_run(Arena *a, const char *path, const SessionOptions *so, const JudgeOptions *jo,
              TestRec *out);

#endif
