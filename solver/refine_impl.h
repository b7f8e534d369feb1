/* What the files of the refinement ladder share; refine.h is the interface.
 *
 *   refine_path.c      the paths of both programs in a form that can be compared
 *   refine_floating.c  allocations that can be put anywhere
 *   refine_instance.c  "this source path, with the target's addresses put in" as a condition
 *   refine_decide.c    the ladder for one path of the target
 *   refine_confirm.c   replay of a counterexample
 *   refine.c           the verdict
 *
 * A path's variables are of two sorts. Inputs are the same on both sides: the question is asked for
 * each value of them. All others are choices of the side that makes them, its layout: the source
 * may choose other addresses than the target, so the source's are renumbered from CANON_BASE on and
 * never meet the target's. */
#ifndef LITMUS_SOLVER_REFINE_IMPL_H
#define LITMUS_SOLVER_REFINE_IMPL_H

#include "solver/refine.h"
#include "solver/trace.h"

#define CANON_BASE ((u32)1 << 30)

/* One path. For the source, conditions and trace speak of canonical variables; for the target, of
 * its own, and `canon`/`canon_trace` is the canonical form next to it. */
typedef struct Path {
  const Behaviour *b;
  u32 n;
  const Term *conds;
  Trace trace;
  bool feasible;    /* known to be; otherwise a solver must be asked */
  bool uses_inputs; /* conditions or trace do */
  u32 nvars;
  const Term *vars; /* of conditions and trace; of the source: its choices only; of the target: the
                       inputs of all source paths, too */
  u32 ncanon;
  const Term *canon; /* sorted, without repeats, truths and what only keeps floating ones apart */
  Trace canon_trace;
  u64 trace_key, key; /* hashes of the canonical trace, and of trace and conditions */
} Path;

typedef struct Side {
  const Exploration *x;
  const Behaviours *all;
  VEC(Path) paths; /* that ended in something comparable */
  u32 limits;
  const char *unsupported; /* the first reason, or NULL */
} Side;

typedef struct KeyedPath {
  u64 key;
  u32 path; /* number in the source's paths */
} KeyedPath;

/* Runs a program with nothing open, or with everything open but its inputs: replay() and
 * explore_given() of the machine, or stand-ins in tests. */
typedef Behaviours *Run(const Exploration *x, const Given *given, Arena *arena);
typedef struct Runner {
  Run *replay, *explore; /* explore may be NULL where no program takes inputs */
} Runner;

typedef struct Refiner {
  Terms *ts;
  Smt *smt;    /* NULL: no solver, only equal behaviours can be decided */
  Oracle *ask; /* on top of smt */
  Runner run;
  Arena *scratch, *result; /* result: outlives the refinement */
  Side src, tgt;
  TermVec inputs;         /* of the source's paths */
  KeyedPath *by_key;      /* source paths, sorted by key */
  u64 questions, matches; /* asked so far, limited */
  u64 budget;             /* solver effort at which no more is asked */
} Refiner;

/* Collects the paths of a side. */
void side_build(Refiner *r, Side *side, const Exploration *x, const Behaviours *all,
                bool is_source);
/* Removes conditions that have nothing to do with inputs or with what the trace shows: on a
 * feasible path the choices that they speak of can be made, whatever the inputs are. */
u32 drop_unseen(Terms *ts, Term *conds, u32 n, const Trace *trace);
/* Removes conditions that only keep an otherwise unused allocation apart from others; returns how
 * many are left, in the same order. The conditions are in normal form. */
u32 drop_floating(Terms *ts, Term *conds, u32 n, const Trace *trace);
/* Sorts the source's paths by key for path_equal. */
void side_index(Refiner *r);
/* A source path that shows the same as t, allocation by allocation, under conditions that are all
 * among t's; NULL if none. */
const Path *path_equal(const Refiner *r, const Path *t);
u32 alloc_index(const Side *side, const TermVar *v, bool is_source);

/* How the endings allow s to stand for t: not at all, with equal traces, UB with a prefix, or
 * always: where the original's inputs are excluded, or its end is open, nothing is asked. */
typedef enum Ending { ENDING_DIFFERENT, ENDING_EQUAL, ENDING_UB, ENDING_EXCLUDED } Ending;
Ending ending_match(const Behaviour *s, const Behaviour *t);
TraceMatch path_match(Refiner *r, const Path *s, const Path *t, const Trace *t_trace);

/* A source path that may stand for the target path under `match.cond`. */
typedef struct Candidate {
  const Path *s;
  TraceMatch match;
} Candidate;

/* The condition on the target's layout under which the source path runs with its i-th variable
 * replaced by map[i] and matches. */
Term instance(Refiner *r, const Candidate *c, const Term *map);
/* The i-th mapping of c's variables to t's, written to map (room for c->s->nvars); false: there
 * is no i-th one. Below MAPPING_PERMUTED are the likely ones (same number, same name), from there
 * up to MAPPING_END all that use each variable once. */
#define MAPPING_PERMUTED 64
#define MAPPING_END (MAPPING_PERMUTED + 120)
bool mapping(Refiner *r, const Candidate *c, const Path *t, u32 i, Term *map);
/* A mapping that gives c's variables the values sigma when t's have the values tau. */
void mapping_from_values(Refiner *r, const Candidate *c, const Path *t, const u128 *sigma,
                         const u128 *tau, Term *map);

typedef enum DecisionKind { PATH_ALLOWED, PATH_NEW, PATH_OPEN } DecisionKind;
typedef struct Decision {
  DecisionKind kind;
  Rung rung;
  const u128 *tau; /* NEW: values of t->vars */
  const bool *any; /* NEW: t->vars that could have any other value as well */
  const char *why; /* OPEN */
  bool solver;     /* OPEN: a solver limit stood in the way */
} Decision;
Decision decide(Refiner *r, const Path *t);

/* Replays the target under tau, and the source under the corresponding layout; explores the source
 * under tau's inputs, where nothing must allow what the target shows; fills the verdict's
 * counterexample. NULL, or why it is none. */
const char *confirm(Refiner *r, const Path *t, const Decision *d, Verdict *v, Arena *arena);

/* refine() with another machine to replay counterexamples on. */
Verdict refine_replaying(const Exploration *xs, const Behaviours *src, const Exploration *xt,
                         const Behaviours *tgt, Smt *smt, Runner run, Arena *arena);

#endif
