/* Refinement: is each behaviour of the target allowed by some behaviour of the source?
 * (docs/refinement) */
#ifndef LITMUS_SOLVER_REFINE_H
#define LITMUS_SOLVER_REFINE_H

#include "engine/mach/explore.h"
#include "solver/smt.h"

typedef enum VerdictKind {
  VERDICT_SOUND,
  VERDICT_SOUND_UP_TO, /* no counterexample, but `limits` were hit */
  VERDICT_UNSOUND,
  VERDICT_UNKNOWN
} VerdictKind;
const char *verdict_name(VerdictKind k); /* "sound", "sound up to", "unsound", "unknown" */

/* Which rung of the ladder decided. */
typedef enum Rung { RUNG_NONE, RUNG_EQUAL, RUNG_INSTANTIATED, RUNG_CEGIS, RUNG_QUANTIFIED } Rung;
const char *rung_name(Rung r);

typedef struct Verdict {
  VerdictKind kind;
  Rung rung;             /* the highest rung that was needed */
  u32 limits;            /* bit set of LimitCode */
  bool source_always_ub; /* the source is UB in every execution: vacuously sound */
  const char *why;       /* UNKNOWN: what stood in the way */
  /* UNSOUND: */
  const Behaviour *target; /* the behaviour that is new (in the target's exploration) */
  u32 nbases;
  const u64 *bases; /* layout: base address of the target's k-th allocation, 0 = not observed */
  u32 ninputs;
  const bool *input_is_any; /* the k-th input could have any other value as well */
  const Behaviours
      *target_replay; /* the target run under this layout: confirmed to end as `target` */
  const Behaviours
      *source_replay; /* what the source does under the corresponding layout, for comparison */
} Verdict;

/* Decides whether `tgt` (behaviours of xt) refines `src` (behaviours of xs). Both explorations
 * share `terms` and differ in var_base. The verdict's contents live in `arena`. */
Verdict refine(const Exploration *xs, const Behaviours *src, const Exploration *xt,
               const Behaviours *tgt, Smt *smt, Arena *arena);

#endif
