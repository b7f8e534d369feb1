/* The commands: each reads its options and returns the exit status. */
#ifndef LITMUS_CLI_COMMAND_H
#define LITMUS_CLI_COMMAND_H

#include "litmus/cli/options.h"
#include "litmus/run/session.h"
#include "litmus/run/worker.h"

#define COMMAND(code, name, operands, summary, details, example) \
  int command_##name(const Options *o);
#include "litmus/cli/commands.def"
#undef COMMAND

/* ---- what they share (common.c) */

/* "litmus: message" and where help is, to standard error; returns EXIT_USAGE. */
int usage_error(CommandCode c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* "litmus: message"; returns EXIT_USAGE. */
int input_error(const char *message);
/* Should what goes to this stream be coloured? */
bool use_colour(const Options *o, int fd);
/* The width of the terminal on this stream, or what is usual. */
u32 screen_columns(int fd);
/* Writes all of it; false (and a message) when it cannot be written. Frees the buffer. */
bool put_out(StrBuf *text);
/* The exit status `status`, unless the output cannot be written. */
int finish_out(StrBuf *text, int status);
/* What --stats and --solver-stats ask for. */
StatsPart stats_part(const Options *o);
/* Makes the directory of --smt2, if there is one to be made. False: a message was printed. */
bool make_smt2_dir(const Options *o);
/* Says which question could not be written (NULL: all were); then EXIT_USAGE, else `status`. */
int smt2_status(const char *error, int status);
/* The models of --model, or `otherwise` (NULL: all named ones). False: a message was printed. */
typedef LIST(const Model *) ModelChoice;
bool chosen_models(const Options *o, const char *otherwise, ModelChoice *out);
/* One job, in a worker or (--no-fork) here. When it did not end well, a message was printed. */
WorkerResult one_job(const Options *o, void (*work)(void *self, u32 i, Arena *a, ResultRec *out),
                     void *self);
void print_diags(const Options *o, const DiagRec *at, u32 n); /* to standard error */

#endif
