/* What conditions suggest about values that make them true. Used by the enumerating oracle; a hint
 * is only a guess, every candidate is evaluated. */
#ifndef LITMUS_MACH_HINTS_H
#define LITMUS_MACH_HINTS_H

#include "engine/term/term.h"

#define MAX_HINT_VARS 48
#define MAX_HINT_CONSTANTS 24
#define MAX_HINT_EQUATIONS 64

/* The bits of `var` under `mask` might be those of `other` (0: of the number 0) plus `offset`. */
typedef struct Equation {
  Term var, other;
  u128 mask, offset;
} Equation;

typedef struct Hints {
  Term vars[MAX_HINT_VARS];
  u32 nvars;
  bool too_many_vars;
  u128 constants[MAX_HINT_CONSTANTS];
  u32 nconstants;
  Equation equations[MAX_HINT_EQUATIONS];
  u32 nequations;
} Hints;

void hints_collect(Hints *h, Terms *ts, const Term *conds, u32 n);

#define SPACING 0x10000 /* between allocations that have nothing to do with each other */
/* Where the first allocation is put: 2^20, or less in small address spaces. */
u128 first_place(const TermVar *v);

/* Values that a variable may have by the facts it carries. */
bool legal_value(const TermVar *v, u128 x);
/* The nearest multiple of the alignment that is not below x (not above x). */
u128 align_up(const TermVar *v, u128 x);
u128 align_down(const TermVar *v, u128 x);
/* A value for `var` that puts its allocation apart from the others, for variables that no condition
 * speaks about; 0 if `var` is not an address. Apart only where there is room. */
u128 value_apart(const Terms *ts, Term var, const Term *others, const u128 *values, u32 n);

#endif
