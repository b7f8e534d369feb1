/* One file, opened: its directives read, its variants compiled when they are first needed, each
 * explored under a model or checked against another on request. Answers are records. */
#ifndef LITMUS_RUN_SESSION_H
#define LITMUS_RUN_SESSION_H

#include "engine/mach/explore.h"
#include "litmus/run/directive.h"
#include "litmus/run/load.h"
#include "litmus/run/questions.h"
#include "litmus/rust/front.h"
#include "solver/smt.h"

typedef struct SessionOptions {
  LimitSettings limits; /* from flags: they win over the file's */
  bool layouts;         /* ask for addresses that lead to each behaviour */
  bool save;            /* write the first counterexample as a test */
  const char *smt2_dir; /* write the solver's questions there; NULL: do not */
  u32 smt2_skip;        /* how much of the path is not part of their names */
  bool smt2_outcomes;   /* and the path condition of each outcome */
} SessionOptions;

/* The names of a set of cfgs, and what reports call them: "" for none, "a,b" for two. */
typedef struct CfgSet {
  const char *const *at;
  u32 n;
} CfgSet;

typedef struct Compiled {
  const char *label;
  u32 number;       /* keeps the variables of programs apart */
  Program *program; /* NULL: see diags */
  Diags *diags;
  u64 us;
} Compiled;

typedef LIST(EntryPath) EntryPaths;

/* A program, or a function of it, under a model: kept, because a check needs what an expectation
 * has found already. */
typedef struct Explored {
  const Compiled *program;
  const Model *model;
  Exploration x; /* which says what was explored */
  const Behaviours *found;
  Arena *arena; /* of `found` */
  StatsRec stats;
} Explored;

/* All explorations of a session share terms, oracle and solver: what was answered for one program
 * or model is often the answer for the next, and Z3 starts at most once. */
typedef struct Session {
  Arena *arena; /* the caller's; records live there */
  const char *path;
  const SessionOptions *options;
  SourceMap sources;
  u16 file;
  Diags diags; /* of the directives */
  Directives directives;
  EntryPaths entries; /* that the command line names */
  LIST(Compiled *) compiled;
  LIST(Explored *) explored;
  Limits limits;
  Terms *terms;
  Smt *smt;
  Oracle *oracle;
  Questions questions; /* for --smt2 */
  bool saved;          /* a counterexample has been written */
} Session;

/* LOAD_OK, or why the file cannot be used. Directives that are wrong are in s->diags. */
Loaded session_open(Session *s, Arena *arena, const char *path, const SessionOptions *options);
/* The same for a text that is at hand; `path` is what reports call it. */
void session_open_text(Session *s, Arena *arena, const char *path, const Loaded *file,
                       const SessionOptions *options);
void session_close(Session *s);

/* A function that is to be checked by itself, as the command line names it; before anything is
 * compiled. What is wrong with it is reported in what session_compile returns. */
void session_add_entry(Session *s, const char *path);
/* With all functions that checks are about: one compilation serves all. */
const Compiled *session_compile(Session *s, CfgSet cfgs);
/* Why a program that compiles cannot be run as a whole; NULL: it can. */
const char *session_no_main(Session *s, const Compiled *c);
/* All executions of a program that compiles. */
const Explored *session_explore(Session *s, const Compiled *c, const Model *m);
ExecRec *session_exec(Session *s, CfgSet cfgs, const Model *m);
/* The same for a check, of one function, whatever its arguments are, or of the whole (NO_FUNC):
 * branches on inputs are joined where that is possible. */
const Explored *session_explore_for_check(Session *s, const Compiled *c, FuncId entry,
                                          bool alias_any, const Model *m);
/* May `opt` replace `base`: the function `fn` by itself, whose pointer arguments may overlap if
 * `alias_any`, or (NULL) the whole program? */
CheckRec *session_check(Session *s, const char *fn, bool alias_any, const char *base,
                        const char *opt, const Model *m);

/* Directive diagnostics, and the diagnostics of a compilation, as records. */
void session_diags(const Session *s, const Diags *diags, ResultRec *out);

/* What was counted since `before`, which is what was counted then. */
StatsRec session_stats(const Session *s, const StatsRec *before);

/* Everything that the session did so far; of the times only the solver's. */
StatsRec session_total(const Session *s);

u64 clock_us(void); /* monotonic */

#endif
