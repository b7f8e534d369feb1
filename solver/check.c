/* One check. A program that does not refine itself shows a fault of ours, so that is asked first:
 * it guards every verdict against the worst faults of the ladder, and costs no solver, because
 * equal behaviours are equal as terms. */
#include "solver/check.h"

#include <string.h>

#define TARGET_VAR_BASE ((u32)1 << 20)

/* NULL, or why the verdict of a program against itself cannot be trusted. What the program itself
 * prevents (an unsupported construct, what cannot be compared) is left to the real comparison,
 * which reports it. */
static const char *self_check(const Exploration *x, const Behaviours *b, const char *name, Smt *smt,
                              Arena *arena) {
  Verdict v = refine(x, b, x, b, smt, arena);
  if (v.kind == VERDICT_SOUND || v.kind == VERDICT_SOUND_UP_TO) return NULL;
  if (v.kind == VERDICT_UNKNOWN && !(v.why && !strncmp(v.why, "internal:", 9))) return NULL;
  return arena_printf(arena, "internal: %s program does not refine itself%s%s", name,
                      v.why ? ": " : "", v.why ? v.why : "");
}

Verdict check_explored(const Exploration *xs, const Behaviours *source, const Exploration *xt,
                       const Behaviours *target, Smt *smt, Arena *arena) {
  const char *fault = self_check(xs, source, "the original", smt, arena);
  if (!fault) fault = self_check(xt, target, "the transformed", smt, arena);
  if (fault)
    return (Verdict){
        .kind = VERDICT_UNKNOWN, .why = fault, .limits = source->limits | target->limits};
  return refine(xs, source, xt, target, smt, arena);
}

CheckResult check_variants(const Program *source, const Program *target, const Model *model,
                           const Limits *limits, Terms *terms, Arena *arena) {
  Smt *smt = smt_create(terms, limits->rlimit);
  Oracle *oracle = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(smt));
  Exploration xs = {.program = source,
                    .model = model,
                    .terms = terms,
                    .oracle = oracle,
                    .limits = *limits,
                    .entry = NO_FUNC,
                    .var_base = 0};
  Exploration xt = xs;
  xt.program = target;
  xt.var_base = TARGET_VAR_BASE;
  CheckResult res = {.source = explore(&xs, arena), .target = explore(&xt, arena)};
  res.verdict = check_explored(&xs, res.source, &xt, res.target, smt, arena);
  res.oracle = oracle_cached_stats(oracle);
  res.smt = smt_stats(smt);
  oracle->destroy(oracle);
  smt_destroy(smt);
  return res;
}
