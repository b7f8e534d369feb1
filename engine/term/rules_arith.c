/* Rules for sums, products, division and shifts. */
#include "engine/term/internal.h"

int log2_exact(u128 v) {
  if (!v || (v & (v - 1))) return -1;
  int n = 0;
  while (v >>= 1) n++;
  return n;
}

/* match:  x op y, of width 1
 * result: the Boolean operation that it is; the only divisor is 1 (or 0, which acts on a one-bit
 *         number as 1 does on its complement), the only shift that leaves anything is by 0 */
Term rule_bool_arith(RULE_ARGS) {
  (void)c;
  if (width_of(ts, a) != 1) return 0;
  switch (op) {
  case TERM_NEG: return a;
  case TERM_ADD:
  case TERM_SUB: return term_bin(ts, TERM_XOR, a, b);
  case TERM_MUL: return term_and(ts, a, b);
  case TERM_UDIV:
  case TERM_SDIV: return term_or(ts, a, term_not(ts, b));
  case TERM_ASHR: return a;
  default: return term_and(ts, a, term_not(ts, b)); /* UREM, SREM, SHL, LSHR */
  }
}

/* match:  x / 1   x % 1   x / 2^k   x % 2^k   x / 0   x % 0   x /s -1   x %s -1
 * result: x       0       x >> k    x & (2^k - 1)  ones  x    -x        0 */
Term rule_divide_by_constant(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  u128 d;
  if (!const_value(ts, b, &d)) return 0;
  bool quotient = op == TERM_UDIV || op == TERM_SDIV;
  if (d == 1) return quotient ? a : term_const(ts, w, 0);
  if (d == 0 && op != TERM_SDIV) return quotient ? term_const(ts, w, ones(w)) : a;
  if (op == TERM_SDIV || op == TERM_SREM) {
    if (d != ones(w)) return 0; /* rule signed_power */
    return quotient ? term_un(ts, TERM_NEG, a) : term_const(ts, w, 0);
  }
  int k = log2_exact(d);
  if (k < 0) return 0;
  return quotient ? term_bin(ts, TERM_LSHR, a, term_const(ts, w, (u128)k))
                  : term_bin(ts, TERM_AND, a, term_const(ts, w, d - 1));
}

/* match:  x /s 2^k, x %s 2^k with 0 < k < w - 1
 * result: (x + bias) >>s k, x - (the former << k), where the bias is 2^k - 1 for negative x:
 * division rounds towards zero. Solvers know shifts far better than dividers. */
Term rule_signed_power(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  u128 d;
  if (!const_value(ts, b, &d) || w < 3) return 0;
  int k = log2_exact(d);
  if (k < 1 || (unsigned)k >= w - 1) return 0;
  Term sign = term_bin(ts, TERM_ASHR, a, term_const(ts, w, w - 1));
  Term bias = term_bin(ts, TERM_LSHR, sign, term_const(ts, w, w - (unsigned)k));
  Term amount = term_const(ts, w, (u128)k);
  Term quotient = term_bin(ts, TERM_ASHR, term_bin(ts, TERM_ADD, a, bias), amount);
  if (op == TERM_SDIV) return quotient;
  return term_bin(ts, TERM_SUB, a, term_bin(ts, TERM_SHL, quotient, amount));
}

/* match:  x / y, x % y with x < y whatever the variables are
 * result: 0,     x */
Term rule_divide_small(RULE_ARGS) {
  (void)c;
  if (facts_of(ts, a).max >= facts_of(ts, b).min) return 0;
  return op == TERM_UDIV ? term_const(ts, width_of(ts, a), 0) : a;
}

/* match:  x /s y, x %s y, neither negative
 * result: x /u y, x %u y */
Term rule_divide_unsigned(RULE_ARGS) {
  (void)c;
  u128 sign = sign_bit(width_of(ts, a));
  if (!(facts_of(ts, a).zero & facts_of(ts, b).zero & sign)) return 0;
  return term_bin(ts, op == TERM_SDIV ? TERM_UDIV : TERM_UREM, a, b);
}

/* match:  x << 0, 0 << x (any shift)
 * result: x,      0 */
Term rule_shift_none(RULE_ARGS) {
  (void)op, (void)c;
  return is_value(ts, b, 0) || is_value(ts, a, 0) ? a : 0;
}

/* match:  x << k, k at least the width
 * result: 0, or copies of the sign */
Term rule_shift_far(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  if (facts_of(ts, b).min < w) return 0;
  if (op == TERM_ASHR) return term_sext(ts, term_extract(ts, a, w - 1, w - 1), w);
  return term_const(ts, w, 0);
}

/* match:  x >> k              x >>s k             x << k, x put together from parts
 * result: zext(x[w-1..k])     sext(x[w-1..k])     x[w-1-k..0] ++ 0
 * (other left shifts by a constant are products, see `linear`) */
Term rule_shift_constant(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  u128 amount;
  if (!const_value(ts, b, &amount) || !amount || amount >= w) return 0;
  unsigned k = (unsigned)amount;
  if (op == TERM_SHL) {
    if (!is_op(ts, a, TERM_ZEXT) && !is_op(ts, a, TERM_CONCAT)) return 0;
    return term_bin(ts, TERM_CONCAT, term_extract(ts, a, w - 1 - k, 0), term_const(ts, k, 0));
  }
  Term part = term_extract(ts, a, w - 1, k);
  return op == TERM_LSHR ? term_zext(ts, part, w) : term_sext(ts, part, w);
}

/* match:  x + y, x - y, -x, x * k, x << k
 * result: the normal form of the sum (linear.c) */
Term rule_linear(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  u128 k = 1;
  if (w == 1) return 0; /* see bool_arith */
  if (op == TERM_MUL || op == TERM_SHL) {
    if (!const_value(ts, b, &k)) return 0;
    if (op == TERM_SHL) k = k < w ? (u128)1 << k : 0;
  }
  Linear sum;
  linear_init(&sum, w);
  if (!linear_add(ts, &sum, a, op == TERM_NEG ? ones(w) : k)) return 0;
  if ((op == TERM_ADD || op == TERM_SUB) && !linear_add(ts, &sum, b, op == TERM_ADD ? 1 : ones(w)))
    return 0;
  return linear_term(ts, &sum);
}
