/* Rules of floats. There are few: hardly an identity of the real numbers holds for rounded ones,
 * and those that do often fail for a NaN, an infinity or the sign of a zero. */
#include "engine/term/internal.h"

/* An integer never becomes one; a constant is known, and so is a choice of such. */
static bool surely_number(const Terms *ts, Term t, u32 depth) {
  const Node *n = node_of(ts, t);
  if (n->op == TERM_FFROM_U || n->op == TERM_FFROM_S) return true;
  if (n->op == TERM_CONST) {
    u128 v = 0;
    const_value(ts, t, &v);
    return term_fold_bin(TERM_FEQ, n->width, v, v);
  }
  return n->op == TERM_ITE && depth && surely_number(ts, n->b, depth - 1) &&
         surely_number(ts, n->c, depth - 1);
}

/* x == x is false only for a NaN. */
Term rule_float_never_nan(RULE_ARGS) {
  UNUSED_RULE_ARGS;
  return a == b && surely_number(ts, a, 8) ? term_bool(ts, true) : 0;
}

static unsigned fraction_of(unsigned width) { return width == 32 ? 23 : 52; }

/* Is t not zero where cond holds, because cond says so? */
static bool is_guarded(const Terms *ts, Term cond, Term t, u32 depth) {
  if (depth == 0) return false;
  const Node *n = node_of(ts, cond), *part = node_of(ts, t);
  if (n->op == TERM_AND)
    return is_guarded(ts, n->a, t, depth - 1) || is_guarded(ts, n->b, t, depth - 1);
  if (part->op == TERM_CONCAT)
    return is_guarded(ts, cond, part->a, depth - 1) || is_guarded(ts, cond, part->b, depth - 1);
  const Node *eq = n->op == TERM_NOT ? node_of(ts, n->a) : NULL;
  return eq && eq->op == TERM_EQ && eq->a == t && is_value(ts, eq->b, 0);
}

static bool surely_not_zero(const Terms *ts, Term t, u32 depth) {
  Facts f = facts_of(ts, t);
  if (f.one || f.min) return true;
  const Node *n = node_of(ts, t);
  if (n->op != TERM_ITE || depth == 0) return false;
  return (surely_not_zero(ts, n->b, depth - 1) || is_guarded(ts, n->a, n->b, 8)) &&
         surely_not_zero(ts, n->c, depth - 1);
}

/* Every bit of the exponent is set, and one of the fraction. */
static bool surely_nan(Terms *ts, Term t) {
  unsigned width = width_of(ts, t), fraction = fraction_of(width);
  u128 set = facts_of(ts, t).one, exponent = ones(width - 1) & ~ones(fraction);
  if ((set & exponent) != exponent) return false;
  return (set & ones(fraction)) || surely_not_zero(ts, term_extract(ts, t, fraction - 1, 0), 8);
}

/* A NaN gives a NaN, compares as false and becomes the integer 0. */
Term rule_float_nan_operand(RULE_ARGS) {
  unsigned arity = term_op_arity(op);
  if (!surely_nan(ts, a) && !(arity > 1 && surely_nan(ts, b)) && !(arity > 2 && surely_nan(ts, c)))
    return 0;
  if (is_comparison(op)) return term_bool(ts, false);
  if (op == TERM_FTO_U || op == TERM_FTO_S) return term_const(ts, b, 0);
  unsigned width = op == TERM_FCONVERT ? b : width_of(ts, a);
  return term_const(ts, width, term_float_nan(width));
}

/* x == x ? x : NAN */
static bool chooses_nan(Terms *ts, Term t) {
  if (!is_op(ts, t, TERM_ITE)) return false;
  const Node n = *node_of(ts, t), *cond = node_of(ts, n.a);
  return cond->op == TERM_FEQ && cond->a == n.b && cond->b == n.b && surely_nan(ts, n.c);
}

/* Such a float differs from x at most in which NaN it is. */
static Term without_nan_choice(Terms *ts, Term t) {
  return chooses_nan(ts, t) ? node_of(ts, t)->b : t;
}

/* The operators treat all NaNs alike. */
Term rule_float_which_nan(RULE_ARGS) {
  unsigned arity = term_op_arity(op);
  Term x = without_nan_choice(ts, a);
  Term y = arity > 1 ? without_nan_choice(ts, b) : b;
  Term z = arity > 2 ? without_nan_choice(ts, c) : c;
  return x == a && y == b && z == c ? 0 : term_build(ts, op, x, y, z);
}

static u128 one_of(unsigned width) { return width == 32 ? 0x3f800000 : 0x3ff0000000000000; }
/* x + -0, x - 0, x * 1, x / 1 are x. (x + 0 is not, for -0.) */
Term rule_float_unit(RULE_ARGS) {
  (void)c;
  unsigned width = width_of(ts, a);
  u128 unit = op == TERM_FADD ? sign_bit(width) : op == TERM_FSUB ? 0 : one_of(width);
  if (!is_value(ts, b, unit)) return 0;
  Term is_number = term_bin(ts, TERM_FEQ, a, a);
  return term_ite(ts, is_number, a, term_const(ts, width, term_float_nan(width)));
}

/* x + x is x * 2, and division by a power of two is multiplication by its inverse when that is a
 * normal number: the same real number is rounded. */
Term rule_float_power_of_two(RULE_ARGS) {
  (void)c;
  unsigned width = width_of(ts, a), fraction = fraction_of(width);
  if (op == TERM_FADD) {
    u128 two = one_of(width) + ((u128)1 << fraction);
    return a == b ? term_bin(ts, TERM_FMUL, a, term_const(ts, width, two)) : 0;
  }
  u128 divisor;
  if (!const_value(ts, b, &divisor) || u128_mask(divisor, fraction)) return 0;
  u128 exponent = u128_mask(divisor, width - 1) >> fraction, twice_bias = width == 32 ? 254 : 2046;
  if (exponent == 0 || exponent >= twice_bias) return 0;
  u128 inverse = (divisor & sign_bit(width)) | (twice_bias - exponent) << fraction;
  return term_bin(ts, TERM_FMUL, a, term_const(ts, width, inverse));
}

/* -x: x if t is that, else 0. */
static Term negated(const Terms *ts, Term t) {
  const Node *n = node_of(ts, t);
  return n->op == TERM_XOR && is_value(ts, n->b, sign_bit(n->width)) ? n->a : 0;
}

/* x + -y is x - y and so on. -x * y is not -(x * y): that would be another NaN. */
Term rule_float_negated(RULE_ARGS) {
  (void)c;
  Term x = negated(ts, a), y = negated(ts, b);
  if (op == TERM_FMUL || op == TERM_FDIV) return x && y ? term_bin(ts, op, x, y) : 0;
  if (y) return term_bin(ts, op == TERM_FADD ? TERM_FSUB : TERM_FADD, a, y);
  return x && op == TERM_FADD ? term_bin(ts, TERM_FSUB, b, x) : 0;
}
