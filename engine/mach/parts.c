/* See parts.h: union and find over the variables. */
#include "engine/mach/parts.h"

#include <stdlib.h>

bool parts_variables(Parts *p, Terms *ts, const Term *conds, u32 n) {
  p->nvars = 0;
  for (u32 i = 0; i < n; i++) p->nvars = term_vars(ts, conds[i], p->vars, p->nvars, PARTS_MAX_VARS);
  return p->nvars < PARTS_MAX_VARS;
}

u32 parts_of(Parts *p, u32 i) {
  while (p->parent[i] != i) i = p->parent[i] = p->parent[p->parent[i]];
  return i;
}

u32 parts_index(const Parts *p, Term var) {
  u32 i = 0;
  while (p->vars[i] != var) i++;
  return i;
}

void parts_split(Parts *p, Terms *ts, const Term *conds, u32 n) {
  for (u32 i = 0; i < p->nvars; i++) p->parent[i] = i;
  for (u32 i = 0; i < n; i++) {
    Term vars[PARTS_MAX_VARS];
    u32 nvars = term_vars(ts, conds[i], vars, 0, PARTS_MAX_VARS), first = p->nvars;
    for (u32 k = 0; k < nvars; k++) {
      u32 r = parts_of(p, parts_index(p, vars[k]));
      if (k == 0)
        first = r;
      else
        p->parent[r] = first = parts_of(p, first);
    }
    vec_push(&p->part, first);
  }
  for (u32 i = 0; i < n; i++)
    if (p->part.at[i] < p->nvars) p->part.at[i] = parts_of(p, p->part.at[i]);
}
