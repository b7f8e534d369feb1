/* `--smt2 DIR`: every question that reaches the solver as an SMT-LIB 2 file. The engine and the
 * solver know nothing about it: the files are written by an observer of the solver.
 *
 * Files are named STEM.SUBJECT.MODEL.NNNN.smt2. The stem is the test's path without what all tests
 * have in common, the subject the pair of a check (`base-opt`) or the variant that is explored, and
 * questions are numbered for each of them as they come. The order of questions does not depend on
 * time, so the same run writes the same files. */
#ifndef LITMUS_RUN_QUESTIONS_H
#define LITMUS_RUN_QUESTIONS_H

#include "litmus/report/record.h"
#include "solver/smt.h"

typedef struct QuestionCount {
  const char *name; /* STEM.SUBJECT.MODEL */
  u32 n;
} QuestionCount;

typedef struct Questions {
  Arena *arena;
  const char *dir;  /* NULL: nothing is written */
  const char *path; /* of the test */
  const char *stem;
  /* What is worked on: the program or the pair (`opt`, `base => opt`), the model, and what for. */
  const char *about, *model, *purpose;
  LIST(QuestionCount) counts;
  u32 current;       /* number of the count that is in use */
  const char *error; /* the first file that could not be written, and why; NULL: none */
} Questions;

/* skip: how much of the path is not part of the names. */
void questions_init(Questions *q, Arena *arena, const char *dir, const char *path, u32 skip);
/* From here on the solver is asked about this. `about` may be "", for a program without variants.
 */
void questions_about(Questions *q, const char *about, const char *model, const char *purpose);
/* Writes down one question that was answered; an SmtObserver. */
void questions_observe(void *self, Terms *ts, const SmtQuestion *question);
/* The path conditions of a program's outcomes: STEM.SUBJECT.MODEL.outcome-N.smt2. */
void questions_outcome(Questions *q, Terms *ts, const Term *conds, u32 n, u32 number);

/* How much of the paths is the same directory: the `skip` of all of them. */
u32 common_directory(const char *const *paths, u32 n);

#endif
