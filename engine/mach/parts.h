/* Conditions that share no variable, not even through others, have nothing to do with each other:
 * each part of a question is asked by itself, which is much less to search for. */
#ifndef LITMUS_MACH_PARTS_H
#define LITMUS_MACH_PARTS_H

#include "engine/base/vec.h"
#include "engine/term/term.h"

#define PARTS_MAX_VARS 256

typedef struct Parts {
  u32 nvars;
  Term vars[PARTS_MAX_VARS];
  u128 value[PARTS_MAX_VARS];
  u32 parent[PARTS_MAX_VARS]; /* of a variable: another one of its part, or itself */
  VEC(u32)
  part; /* of each condition: its part's representative; nvars: no variables. The caller's
           to free */
} Parts;

/* Collects the variables of the conditions; false: there are too many. */
bool parts_variables(Parts *p, Terms *ts, const Term *conds, u32 n);
/* After that: which condition belongs where. */
void parts_split(Parts *p, Terms *ts, const Term *conds, u32 n);
/* The representative of variable number i's part, itself the number of a variable. */
u32 parts_of(Parts *p, u32 i);
/* The number of a variable that is there. */
u32 parts_index(const Parts *p, Term var);

#endif
