/* What the two forms of `litmus check` share. */
#ifndef LITMUS_CLI_CHECK_H
#define LITMUS_CLI_CHECK_H

#include "litmus/cli/command.h"
#include "litmus/report/machine.h"

typedef struct CheckJob {
  const char *path;
  const char *fn;         /* NULL: whole programs, or what the file says */
  u32 alias;              /* ALIAS_* */
  const char *base, *opt; /* NULL: what the file says */
  ModelChoice models;     /* none: what the file says, or all */
  SessionOptions session;
} CheckJob;

/* Decides the pairs of one file; self is a CheckJob. */
void check_work(void *self, u32 i, Arena *arena, ResultRec *out);
/* Reads the pair from the operands from the first-th on. */
bool check_parse_pair(const Options *o, u32 first, CheckJob *job);
/* Do --fn and --alias make sense? False: a message was printed. */
bool check_function_options(const Options *o, const CheckJob *job);
int check_status(const ResultRec *r);
/* A file without verdicts: {"file", "error", "diagnostics"}. */
void check_json_error(Json *j, const char *path, const ResultRec *r);
/* --models: the operands are files, and the last one may be a pair. */
int check_table(const Options *o, CheckJob *job);

#endif
