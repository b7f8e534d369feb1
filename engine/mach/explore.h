/* Exploration: every execution of a program under a model. */
#ifndef LITMUS_MACH_EXPLORE_H
#define LITMUS_MACH_EXPLORE_H

#include "engine/ir/ir.h"
#include "engine/mach/behaviour.h"
#include "engine/mach/oracle.h"
#include "engine/mem/model.h"

/* OPTION-like table of limits: see explore_limits.def for names, defaults and help. */
typedef struct Limits {
#define LIMIT_OPTION(field, flag, value, help) u64 field;
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
} Limits;
Limits limits_default(void);

/* Values for what is unknown otherwise. Beyond the lists, and where a base is 0, the machine picks:
 * an address apart from all others, the number 0 (or the least that the type has). */
typedef struct Given {
  u32 nbases, narguments, ninputs, nunknowns;
  const u64 *bases;     /* the k-th allocation's address .. */
  const u64 *arguments; /* .. and that of the k-th one which a caller points to */
  const u128 *inputs;   /* the k-th input */
  const u128 *unknowns; /* the k-th other unknown */
} Given;

typedef struct Exploration {
  const Program *program;
  const Model *model;
  Terms *terms;
  Oracle *oracle;
  Limits limits;
  FuncId entry;   /* NO_FUNC: main. A function that is checked by itself: its arguments unknown */
  bool alias_any; /* .. and its pointers may overlap in every way; else they do not */
  bool joins;   /* branches on inputs whose ways meet again do not split the path where possible */
  u32 var_base; /* the k-th allocation of a path has address variable id var_base + k */
} Exploration;

/* Explores all executions; the result lives in `arena`. */
Behaviours *explore(const Exploration *x, Arena *arena);

/* Explores the executions with these inputs: everything else is open. */
Behaviours *explore_given(const Exploration *x, const Given *given, Arena *arena);

/* Runs once, nothing unknown. No oracle is asked. A layout that is not legal (misaligned,
 * overlapping live allocations) is reported by END_UNSUPPORTED. */
Behaviours *replay(const Exploration *x, const Given *given, Arena *arena);

/* Runs one path of a program again: the decisions of a behaviour's first path, and the addresses of
 * a replay (NULL: none), watched by a recorder. The result is that path's behaviour. */
struct Recorder;
Behaviour rerun(const Exploration *x, const Given *given, const u32 *picks, u32 npicks,
                struct Recorder *recorder, Arena *arena);

/* Runs function `fn` (no parameters) concretely and returns the bytes of its result as a number,
 * for constants (array lengths, discriminants). False: it did not end in a value (*why says so). */
bool evaluate_constant(const Program *p, FuncId fn, u128 *out, const char **why, Arena *arena);

/* Does the value of a constant or static panic, or is it undefined? Then says why and where. */
bool constant_fails(const Program *p, FuncId fn, const char **why, Span *where, Arena *arena);

#endif
