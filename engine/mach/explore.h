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

typedef struct Exploration {
  const Program *program;
  const Model *model;
  Terms *terms;
  Oracle *oracle;
  Limits limits;
  FuncId entry;   /* NO_FUNC: main. A function that is checked by itself: its arguments unknown */
  bool alias_any; /* .. and its pointers may overlap in every way; else they do not */
  u32 var_base;   /* the k-th allocation of a path has address variable id var_base + k */
} Exploration;

/* Explores all executions; the result lives in `arena`. */
Behaviours *explore(const Exploration *x, Arena *arena);

/* Runs once, all addresses given: the k-th allocation has base bases[k]; beyond n, or where
 * bases[k] is 0, the machine picks an address apart from all others. No oracle is asked. A layout
 * that is not legal (misaligned, overlapping live allocations) is reported by END_UNSUPPORTED. */
Behaviours *replay(const Exploration *x, const u64 *bases, u32 n, Arena *arena);

/* Runs one path of a program again: the decisions of a behaviour's first path, and the addresses of
 * a replay (bases NULL: none), watched by a recorder. The result is that path's behaviour. */
struct Recorder;
Behaviour rerun(const Exploration *x, const u64 *bases, u32 nbases, const u32 *picks, u32 npicks,
                struct Recorder *recorder, Arena *arena);

/* Runs function `fn` (no parameters) concretely and returns the bytes of its result as a number,
 * for constants (array lengths, discriminants). False: it did not end in a value (*why says so). */
bool evaluate_constant(const Program *p, FuncId fn, u128 *out, const char **why, Arena *arena);

/* Does the value of a constant or static panic, or is it undefined? Then says why and where. */
bool constant_fails(const Program *p, FuncId fn, const char **why, Span *where, Arena *arena);

#endif
