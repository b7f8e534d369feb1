/* See exhaust.h. The values are the numbers below 2^bits, cut into pieces: one for each variable.
 */
#include "engine/mach/exhaust.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/mach/hints.h"

enum { MAX_VARS = 24, EFFORT = 10000000 /* operators evaluated, at most */ };

typedef struct Trial {
  Terms *ts;
  Term *conds;
  u32 n;
  Term vars[MAX_VARS];
  u128 value[MAX_VARS];
  u32 nvars;
} Trial;

/* A condition that fails comes first from then on: others' values will fail it, too. */
static bool all_hold(Trial *t) {
  for (u32 i = 0; i < t->n; i++) {
    u128 v;
    Term cond = t->conds[i];
    if (term_eval(t->ts, cond, t->vars, t->value, t->nvars, &v) && v) continue;
    memmove(t->conds + 1, t->conds, sizeof cond * i);
    t->conds[0] = cond;
    return false;
  }
  return true;
}

static bool set_values(Trial *t, u32 number) {
  for (u32 i = 0; i < t->nvars; i++) {
    const TermVar *v = term_as_var(t->ts, t->vars[i]);
    t->value[i] = u128_mask(number, v->width);
    number >>= v->width;
    if (!legal_value(v, t->value[i])) return false;
  }
  return true;
}

Feasible exhaust(Terms *ts, const Term *conds, u32 n, const Term *vars, u32 nvars,
                 unsigned max_bits, u128 *values) {
  Trial t = {.ts = ts, .n = n};
  unsigned bits = 0;
  for (u32 i = 0; i < n; i++) {
    t.nvars = term_vars(ts, conds[i], t.vars, t.nvars, MAX_VARS);
    if (t.nvars == MAX_VARS) return FEASIBLE_UNKNOWN;
  }
  for (u32 i = 0; i < t.nvars; i++) bits += term_width(ts, t.vars[i]);
  if (bits > max_bits || bits > 24) return FEASIBLE_UNKNOWN;
  u64 size = 0;
  for (u32 i = 0; i < n; i++) size += term_size(ts, conds[i]);
  if (size << bits > EFFORT) return FEASIBLE_UNKNOWN;
  t.conds = memory_alloc_zeroed(n + 1, sizeof *t.conds);
  if (n) memcpy(t.conds, conds, sizeof *conds * n);
  u32 number = 0, end = (u32)1 << bits;
  while (number < end && !(set_values(&t, number) && all_hold(&t))) number++;
  free(t.conds);
  if (number == end) return FEASIBLE_NO;
  for (u32 i = 0; i < nvars; i++) {
    values[i] = 0;
    for (u32 k = 0; k < t.nvars; k++)
      if (t.vars[k] == vars[i]) values[i] = t.value[k];
  }
  return FEASIBLE_YES;
}
