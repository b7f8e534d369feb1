/* Rules of floats. There are few: hardly an identity of the real numbers holds for rounded ones,
 * and those that do often fail for a NaN, an infinity or the sign of a zero. */
#include "engine/term/internal.h"

/* x == x is false only for a NaN, and an integer never becomes one. */
Term rule_float_never_nan(RULE_ARGS) {
  UNUSED_RULE_ARGS;
  if (a != b) return 0;
  TermOp made_by = op_of(ts, a);
  return made_by == TERM_FFROM_U || made_by == TERM_FFROM_S ? term_bool(ts, true) : 0;
}

/* Every bit of the exponent is set, and one of the significand. */
static bool surely_nan(const Terms *ts, Term t) {
  u128 set = facts_of(ts, t).one, nan = term_float_nan(width_of(ts, t));
  return (set & nan) == nan;
}

/* x == x ? x : NAN differs from x at most in which NaN it is. */
static Term without_nan_choice(const Terms *ts, Term t) {
  if (!t || !is_op(ts, t, TERM_ITE)) return t;
  const Node *n = node_of(ts, t), *cond = node_of(ts, n->a);
  bool is_itself = cond->op == TERM_FEQ && cond->a == n->b && cond->b == n->b;
  return is_itself && surely_nan(ts, n->c) ? n->b : t;
}

/* The operators treat all NaNs alike. */
Term rule_float_which_nan(RULE_ARGS) {
  unsigned arity = term_op_arity(op);
  Term x = without_nan_choice(ts, a);
  Term y = arity > 1 ? without_nan_choice(ts, b) : b;
  Term z = arity > 2 ? without_nan_choice(ts, c) : c;
  return x == a && y == b && z == c ? 0 : term_build(ts, op, x, y, z);
}
