/* The directives of a test file (docs/directives.md):
 *
 *   //@ title: text                    what the test is called; no two tests share a title
 *   //@ from: text                     where it comes from; may repeat
 *   //@ teach: text                    what it teaches; may repeat
 *   //@ limits: name=number ...        limits of this test, as the flags of the command
 *   //@ expect [VARIANT] [MODELS]: OUTCOME ("|" OUTCOME)*
 *   //@ alias: any | none              how pointer arguments of function checks may overlap
 *   //@ check BASE => OPT [MODELS]: VERDICT
 *   //@ check fn PATH [, alias any | none]: BASE => OPT [MODELS]: VERDICT
 *   code //~ [VARIANT] ub [MODELS] [(CODE)] [REGEX]      on its line; one ^ per line further up
 *
 * An outcome, a verdict:
 *
 *   outcome = "returns" | "prints" (STRING | REGEX) ["then" ending] | ending
 *   ending  = "ub" ["(" CODE ")"] [REGEX] | "panics" [REGEX] | "exits" N | "aborts"
 *           | "limit" NAME | "unsupported" [REGEX] | "errors" [REGEX]
 *   verdict = "sound" ["vacuous" | "up" "to" limits] | "unsound" [REGEX] | "unknown" [REGEX]
 *   limits  = limit ("," limit)*       limit = NAME | NUMBER "iterations"
 *
 * Whatever is wrong is a diagnostic at its place, and a file with diagnostics is a failed test. */
#ifndef LITMUS_RUN_DIRECTIVE_H
#define LITMUS_RUN_DIRECTIVE_H

#include "engine/mem/model.h"
#include "litmus/report/record.h"
#include "litmus/run/limits.h"
#include "litmus/run/pattern.h"

typedef struct ModelSet {
  bool written; /* false: every named model that no more specific directive names */
  Span span;    /* of the brackets, or empty where they would be: blessing edits there */
  LIST(const Model *) of;
} ModelSet;

typedef struct Outcome {
  Span span;
  bool has_output; /* `prints`, `returns`: the output is output, or matches output_re */
  Text output;
  Pattern *output_re;
  EndKind end;
  UbCode ub;       /* UB: UB_NONE for any */
  LimitCode limit; /* LIMIT */
  int exit_code;   /* EXIT */
  Pattern *re;     /* UB: "code: reason"; PANIC, UNSUPPORTED, error: the message */
} Outcome;

typedef struct Expect {
  Span span;           /* the directive without `//@ ` */
  Span body;           /* after the colon */
  const char *variant; /* "": no cfg set */
  ModelSet models;
  LIST(Outcome) outcomes;
} Expect;

typedef struct Check {
  Span span, body;
  const char *fn; /* the function that is checked by itself: "m::foo"; NULL: the whole program */
  Span fn_span;
  bool alias_written, alias_any; /* .. its pointer arguments may overlap in every way */
  const char *base, *opt;
  ModelSet models;
  VerdictKind want;
  bool vacuous;
  u32 limits;     /* SOUND_UP_TO: bit set of LimitCode, of those that must have been hit .. */
  u64 iterations; /* .. and how many iterations were followed; 0: not said */
  Pattern *re;
} Check;

/* `//~ ub`: a behaviour that ends in UB on this line. Without a variant it must happen in at least
 * one of the variants that are run under the model; it may happen in each. */
typedef struct LineUb {
  Span span;           /* the comment */
  u32 line;            /* that it speaks of */
  const char *variant; /* NULL: any */
  ModelSet models;
  UbCode ub;
  Pattern *re;
} LineUb;

typedef struct Directives {
  Arena *arena;
  const SourceMap *sources;
  u16 file;
  Diags *diags;
  const char *title; /* NULL: none */
  Span title_span;
  const char *from, *teach; /* lines joined by \n; NULL: none */
  LimitSettings limits;
  bool alias_written, alias_any; /* for function checks that do not say it themselves */
  LIST(Expect) expects;
  LIST(Check) checks;
  LIST(LineUb) line_ubs;
  LIST(Pattern *) patterns; /* freed by directives_free */
  u32 last_line;            /* of the last `//@` line; 0: none */
  u32 count;                /* directives of any kind, good or bad */
} Directives;

/* Reads the directives of a file. Faults become diagnostics. */
void directives_parse(Directives *d, Arena *arena, const SourceMap *sources, u16 file,
                      Diags *diags);
/* What only a test must obey: that its variants exist and (unless it may be blessed) that it
 * expects something. */
void directives_require_test(Directives *d, bool may_be_empty);
void directives_free(Directives *d);

/* What the check is about, as in records. */
CheckName check_name_of(const Check *k);

/* The models of a set under the directive's defaults: all named ones when none is written. */
bool model_set_has(const ModelSet *s, const Model *m);
/* The expectation for a variant under a model: one that names the model, else one that names none.
 */
const Expect *expect_for(const Directives *d, const char *variant, const Model *m);
/* Is this the check that speaks for its variants under the model (by the same rule)? */
bool check_applies(const Directives *d, const Check *k, const Model *m);

/* A model by name or as bounds/casts/aliasing; NULL and *why (in the arena). */
const Model *model_lookup(Arena *a, const char *name, const char **why);

#endif
