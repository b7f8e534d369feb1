/* What the lab found out, as plain data: strings, numbers and places, no terms and no pointers into
 * the machine. A worker fills a record and sends it through a pipe (wire.h); every report format is
 * one function over these structs. Everything a record points to lives in one arena. */
#ifndef LITMUS_REPORT_RECORD_H
#define LITMUS_REPORT_RECORD_H

#include "engine/base/diag.h"
#include "engine/mach/behaviour.h"
#include "solver/refine.h"

/* A list in an arena. */
#define LIST(T)   \
  struct {        \
    T *at;        \
    u32 len, cap; \
  }
void *list_grow(Arena *a, void *at, u32 *cap, u32 len, size_t elem);
#define list_add(a, l)                                                                    \
  (((l)->len == (l)->cap                                                                  \
        ? (void)((l)->at = list_grow((a), (l)->at, &(l)->cap, (l)->len, sizeof *(l)->at)) \
        : (void)0),                                                                       \
   &(l)->at[(l)->len++])
#define list_push(a, l, x) ((void)(*list_add((a), (l)) = (x)))

/* Bytes that may contain NUL; `at` is NUL-terminated all the same, and never NULL once made. */
typedef struct Text {
  const char *at;
  u32 len;
} Text;

/* Where something is, with enough of its source line to draw it. line 0: nowhere. */
typedef struct PlaceRec {
  const char *file;
  u32 line, col; /* 1-based; col counts bytes */
  u32 width;     /* bytes underlined, at least 1 */
  Text text;     /* the line, or a window of a long one */
  u32 indent;    /* where in `text` the underline begins */
} PlaceRec;

typedef struct NoteRec {
  NoteRole role;
  const char *text;
  PlaceRec at;         /* line 0: about no place */
  const char *drawing; /* lines below the text, or NULL */
} NoteRec;

typedef struct DiagRec {
  DiagKind kind;
  const char *text;
  PlaceRec at;
} DiagRec;

typedef struct EventRec {
  EventKind kind;
  Text text;
  u32 line;
} EventRec;

typedef struct AllocRec {
  u32 number; /* in the path's list of allocations */
  const char *name, *kind;
  u64 size, align;
  bool has_address;
  u64 address;
  u32 line;
} AllocRec;

typedef struct ChoiceRec {
  const char *what;
  u32 line;
} ChoiceRec;

/* An input that a behaviour took. */
typedef struct InputRec {
  const char *name;  /* "x", "*p", "a[3]" */
  const char *type;  /* "u8" */
  const char *value; /* as the type writes it: "-1", "true", "'a'", "None" */
  const char *hex;   /* a large number's bits; else NULL */
  bool any;          /* any other value leads to the same */
  u32 line;
} InputRec;

/* What a function leaves where its caller can look. */
typedef struct MemoryRec {
  const char *name, *value; /* "*p", "7" */
  bool same;                /* in a counterexample: the other side leaves the same there */
  u32 line;
} MemoryRec;

/* Beyond EndKind: the program did not compile; `reason` is the first error. */
#define END_COMPILE_ERROR ((EndKind)(END_UNSUPPORTED + 1))

typedef struct BehaviourRec {
  EndKind end;
  const char *code; /* UB: "out-of-bounds"; LIMIT: "steps"; else "" */
  const char *reason;
  u32 exit_code;
  PlaceRec at;
  LIST(NoteRec) notes; /* of UB: its story */
  LIST(EventRec) events;
  Text out; /* all of standard output */
  u64 count;
  bool doubtful;
  LIST(AllocRec) allocs;
  LIST(ChoiceRec) choices;
  LIST(InputRec) inputs; /* some that lead here */
  const char *result; /* what a function checked by itself returns; NULL: nothing, or no such .. */
  LIST(MemoryRec) memory; /* .. and what it leaves behind */
} BehaviourRec;

/* Answered questions by who answered: by_incremental and so on. */
#define METHOD_STAT(X, code, key, name, quantified, logic, tactics, seed) \
  X(by_##key, "answered by Z3, " name)
/* What `--solver-stats` says. */
#define SOLVER_STATS(X)                                      \
  X(asked, "questions to the oracle")                        \
  X(by_witness, "answered by an earlier witness")            \
  X(by_order, "contradictions of orders")                    \
  X(by_quick, "answered by enumeration")                     \
  X(by_exact, "answered by the solver")                      \
  X(undecided, "not decided")                                \
  X(plain, "questions to Z3 without quantifiers")            \
  X(by_plain, "of these answered")                           \
  X(quantified, "questions to Z3 with quantifiers")          \
  X(by_quantified, "of these answered")                      \
  X(by_expansion, "of these once quantifiers were expanded") \
  X(checks, "solver calls")                                  \
  X(sat, "satisfiable")                                      \
  X(unsat, "unsatisfiable")                                  \
  X(unknown, "unknown")                                      \
  SMT_METHODS(METHOD_STAT, X)                                \
  X(spent, "Z3 resource units")                              \
  X(solver_us, "in Z3, microseconds")
/* What `--stats` says besides. */
#define MACHINE_STATS(X)                 \
  X(paths, "paths explored")             \
  X(steps, "machine steps")              \
  X(terms, "terms")                      \
  X(front_us, "front end, microseconds") \
  X(explore_us, "exploration and solving, microseconds")
#define STATS(X) MACHINE_STATS(X) SOLVER_STATS(X)
/* Which of them a report shows. */
typedef enum StatsPart { STATS_NONE, STATS_ALL, STATS_SOLVER } StatsPart;
typedef struct StatsRec {
#define X(field, help) u64 field;
  STATS(X)
#undef X
} StatsRec;

/* One program under one model. */
typedef struct ExecRec {
  const char *file, *variant; /* variant "": no cfg set */
  const char *model;
  bool compile_failed; /* then: one behaviour, END_COMPILE_ERROR or END_UNSUPPORTED */
  LIST(DiagRec) diags; /* of the compilation */
  LIST(BehaviourRec) behaviours;
  u32 limits;     /* bit set of LimitCode */
  u64 iterations; /* the limit of iterations in force */
  bool has_ub;
  u64 excluded; /* executions that litmus::assume left out: they are no behaviours */
  u32 stories;  /* that stand in for what is not Rust: nobody has compared them with it */
  StatsRec stats;
} ExecRec;

/* What both sides of a counterexample do, side by side until they part. */
typedef struct TraceRec {
  const char *base, *opt; /* `prints "1\n"`, `returns 5`; NULL: that side has ended */
  PlaceRec base_at, opt_at;
  bool same;
} TraceRec;

/* One transformation under one model. */
typedef struct CheckRec {
  const char *file, *base, *opt, *model;
  const char *fn;    /* the function that was checked by itself; NULL: the whole program */
  const char *alias; /* .. and how its pointer arguments may overlap: see alias_name; else NULL */
  u32 pointers;      /* .. that its arguments hold, and the statics that these could point to */
  VerdictKind kind;
  bool vacuous; /* the source is UB in every execution */
  const char *rung;
  u32 limits;
  u64 iterations;  /* as in ExecRec */
  const char *why; /* UNKNOWN */
  bool internal;   /* a side did not refine itself, or a replay disagreed: a bug of litmus */
  bool compile_failed, compile_unsupported; /* a variant is not a program; why says which */
  LIST(DiagRec) diags;
  LIST(BehaviourRec) novel;  /* UNSOUND: the new outcome (one, with its layout and path) */
  LIST(BehaviourRec) source; /* UNSOUND: what the source does under the corresponding layout */
  LIST(TraceRec) trace;      /* UNSOUND: of a function, or of programs that take inputs */
  Text saved; /* the counterexample as a test of its own; at == NULL: not asked for .. */
  const char *save_error; /* .. or why it cannot be written */
  u32 stories;            /* of both variants, as in ExecRec */
  StatsRec stats;
} CheckRec;

/* ---- tests */

typedef enum FailKind {
#define FAIL(code, name) FAIL_##code,
#include "litmus/report/fail.def"
#undef FAIL
  FAIL_COUNT
} FailKind;
const char *fail_name(FailKind k);

typedef enum OutcomeMark { MARK_MATCHED, MARK_MISSING, MARK_UNEXPECTED } OutcomeMark;
const char *mark_name(OutcomeMark m); /* "seen", "not seen", "unexpected": stable, used by JSON */

/* One line of expected against actual. */
typedef struct OutcomeRec {
  OutcomeMark mark;
  const char *text;
  u64 count;
} OutcomeRec;

typedef struct FailRec {
  FailKind kind;
  const char *message;
  PlaceRec at; /* of the directive */
  const char *variant, *model;
  LIST(OutcomeRec) outcomes;
  LIST(DiagRec) diags;
  LIST(BehaviourRec) unexpected; /* in full */
  LIST(CheckRec) check;          /* the check that failed: none or one */
} FailRec;

typedef enum TestStatus { TEST_PASSED, TEST_FAILED, TEST_SKIPPED } TestStatus;
const char *status_name(TestStatus s); /* "passed", "failed", "skipped" */

/* One verdict for the table: checks without their counterexamples. */
typedef struct CellRec {
  const char *base, *opt, *model;
  const char *fn, *alias; /* as in CheckRec */
  u32 pointers;
  VerdictKind kind;
  bool vacuous, failed;
  u32 limits;
  u64 iterations; /* as in ExecRec */
  u32 line;       /* of the directive */
} CellRec;

typedef struct TestRec {
  const char *path, *title;
  TestStatus status;
  LIST(FailRec) fails;
  LIST(CellRec) cells;
  u32 nexecs;             /* pairs of variant and model that were run */
  u32 stories;            /* the most that one of its programs has, as in ExecRec */
  u64 us;                 /* wall clock, microseconds */
  StatsRec stats;         /* of everything that was run; of the times only the solver's */
  const char *smt2_error; /* the first question that could not be written; NULL: none */
  Text blessed;           /* --bless: the new text of the file; at == NULL: no change */
  LIST(const char *) changes;
} TestRec;

typedef struct SummaryRec {
  u32 passed, failed, skipped;
  u32 with_stories; /* of all of them */
  u64 us;
  StatsRec stats;       /* of all tests together */
  StatsPart stats_part; /* what of it is shown */
} SummaryRec;

/* What a worker sends: the answers to one job. */
typedef struct ResultRec {
  const char *error;   /* the file could not be read, or the request makes no sense; NULL: none */
  LIST(DiagRec) diags; /* directives that are wrong */
  LIST(ExecRec) execs;
  LIST(CheckRec) checks;
  LIST(TestRec) tests;    /* none or one */
  StatsRec stats;         /* as in TestRec, of execs and checks .. */
  const char *smt2_error; /* .. and this too */
  Text text;              /* explain: what is to be printed; at == NULL: see the diagnostics .. */
  bool unsupported;       /* .. of a program that may be right */
} ResultRec;

/* "any", "none": stable, used by JSON, directives and options. */
const char *alias_name(bool any);
/* What a check is about, apart from the model. */
typedef struct CheckName {
  const char *fn, *alias, *base, *opt; /* as in CheckRec */
} CheckName;
#define CHECK_NAME(rec) ((CheckName){(rec)->fn, (rec)->alias, (rec)->base, (rec)->opt})
bool check_name_equal(CheckName a, CheckName b);
/* As a directive would say it: "fn m::foo, alias any: base => opt", "base => opt". */
void check_name_text(CheckName n, StrBuf *out);
/* " (fn a, fn b)": the functions that its checks are about; nothing where there are none. */
void test_functions_text(const TestRec *t, StrBuf *out);
/* The outcome as a directive would say it, for people: `prints "10\n"`, `ub(dangling): reason`. */
void outcome_text(const BehaviourRec *b, StrBuf *out);
/* "sound", "vacuous", "sound up to 16 iterations", "unsound", "unknown": one cell of a table. */
void verdict_text(VerdictKind kind, bool vacuous, u32 limits, u64 iterations, StrBuf *out);
/* "16 iterations, paths, solver"; iterations 0: their number is not said. */
void limits_text(u32 limits, u64 iterations, StrBuf *out);
/* Does a report show inputs and both traces? (Else what a closed program does says enough.) */
bool check_has_inputs(const CheckRec *k);
/* What every verdict on a program with stories says. */
#define NOT_CHECKED "instructions not checked"
/* For JSON and exit codes: "ok", "ub", "unsupported", "limit". */
const char *exec_verdict(const ExecRec *e);
/* The span as a place; a line longer than what fits a terminal becomes a window. */
PlaceRec place_of(Arena *a, const SourceMap *sm, Span s);
Text text_copy(Arena *a, const char *s, size_t n);

#endif
