/* Rules for =, < and <=. Conditions about layouts are comparisons of sums of addresses. */
#include "engine/term/internal.h"

static bool is_signed(TermOp op) { return op == TERM_SLT || op == TERM_SLE; }
static bool is_strict(TermOp op) { return op == TERM_ULT || op == TERM_SLT; }

/* match:  x = x, x <= x, x < x
 * result: true,  true,   false */
Term rule_compare_same(RULE_ARGS) {
  (void)c;
  return a == b ? term_bool(ts, !is_strict(op)) : 0;
}

static Term eq_bool(Terms *ts, Term a, Term b) {
  u128 k;
  if (const_value(ts, b, &k)) return k ? a : term_not(ts, a);
  if (are_complements(ts, a, b)) return term_bool(ts, false);
  bool not_a = is_op(ts, a, TERM_NOT), not_b = is_op(ts, b, TERM_NOT);
  if (not_a && not_b) return term_bin(ts, TERM_EQ, node_of(ts, a)->a, node_of(ts, b)->a);
  if (not_a) return term_not(ts, term_bin(ts, TERM_EQ, node_of(ts, a)->a, b));
  if (not_b) return term_not(ts, term_bin(ts, TERM_EQ, a, node_of(ts, b)->a));
  return 0;
}

/* match:  x = 1, x = 0, x = !x, !x = y,    x <u y, x <=u y, x <s y, x <=s y, of width 1
 * result: x,     !x,    false,  !(x = y),  !x & y, !x | y,  x & !y, x | !y   (1 is -1 if signed) */
Term rule_compare_bool(RULE_ARGS) {
  (void)c;
  if (width_of(ts, a) != 1) return 0;
  switch (op) {
  case TERM_EQ: return eq_bool(ts, a, b);
  case TERM_ULT: return term_and(ts, term_not(ts, a), b);
  case TERM_ULE: return term_or(ts, term_not(ts, a), b);
  case TERM_SLT: return term_and(ts, a, term_not(ts, b));
  default: return term_or(ts, a, term_not(ts, b));
  }
}

/* match:  x op y, where bounds or known bits decide
 * result: true or false; so base + c is never 0, and addresses of different alignment differ */
Term rule_compare_facts(RULE_ARGS) {
  (void)c;
  Facts x = facts_of(ts, a), y = facts_of(ts, b);
  switch (op) {
  case TERM_EQ:
    if (x.max < y.min || y.max < x.min || (x.zero & y.one) || (x.one & y.zero)) break;
    return 0;
  case TERM_ULT:
    if (x.max < y.min) return term_bool(ts, true);
    if (x.min >= y.max) break;
    return 0;
  default: /* ULE */
    if (x.max <= y.min) return term_bool(ts, true);
    if (x.min > y.max) break;
    return 0;
  }
  return term_bool(ts, false);
}

/* match:  x <s y, x <=s y, signs known
 * result: the unsigned comparison if they are the same, else what the signs say */
Term rule_compare_signs(RULE_ARGS) {
  (void)c;
  u128 sign = sign_bit(width_of(ts, a));
  Facts x = facts_of(ts, a), y = facts_of(ts, b);
  if (!((x.zero | x.one) & (y.zero | y.one) & sign)) return 0;
  bool minus_x = x.one & sign, minus_y = y.one & sign;
  if (minus_x != minus_y) return term_bool(ts, minus_x);
  return term_bin(ts, op == TERM_SLT ? TERM_ULT : TERM_ULE, a, b);
}

/* match:  x <= k,    k <= x    (k not the greatest, not the least)
 * result: x < k + 1, k - 1 < x */
Term rule_le_to_lt(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  u128 k, least = is_signed(op) ? sign_bit(w) : 0, greatest = u128_mask(least - 1, w);
  TermOp lt = is_signed(op) ? TERM_SLT : TERM_ULT;
  if (const_value(ts, b, &k)) {
    if (k == greatest) return term_bool(ts, true);
    return term_bin(ts, lt, a, term_const(ts, w, k + 1));
  }
  if (const_value(ts, a, &k)) {
    if (k == least) return term_bool(ts, true);
    return term_bin(ts, lt, term_const(ts, w, k - 1), b);
  }
  return 0;
}

/* match:  x < least, greatest < x, x < least + 1, greatest - 1 < x, x < greatest, least < x
 * result: false,     false,        x = least,     x = greatest,     x != greatest, x != least */
Term rule_lt_edge(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  u128 k, least = is_signed(op) ? sign_bit(w) : 0, greatest = u128_mask(least - 1, w);
  bool on_right = const_value(ts, b, &k);
  if (!on_right && !const_value(ts, a, &k)) return 0;
  Term x = on_right ? a : b;
  u128 nothing = on_right ? least : greatest, anything_else = on_right ? greatest : least;
  u128 next = u128_mask(on_right ? least + 1 : greatest - 1, w);
  if (k == nothing) return term_bool(ts, false);
  if (k == next) return term_bin(ts, TERM_EQ, x, term_const(ts, w, nothing));
  if (k == anything_else) return term_not(ts, term_bin(ts, TERM_EQ, x, term_const(ts, w, k)));
  return 0;
}

/* Is x + k, k read as a signed number, the same in the integers and modulo 2^width? */
static bool stays_in_range(const Terms *ts, Term x, u128 k) {
  unsigned w = width_of(ts, x);
  Facts f = facts_of(ts, x);
  return k & sign_bit(w) ? u128_mask(-k, w) <= f.min : k <= ones(w) - f.max;
}

/* match:  x + k < x + l, neither of which wraps around
 * result: k < l (signed) */
Term rule_compare_shared(RULE_ARGS) {
  (void)c;
  Term x, y;
  u128 k, l;
  split_constant(ts, a, &x, &k);
  split_constant(ts, b, &y, &l);
  if (x != y || !stays_in_range(ts, x, k) || !stays_in_range(ts, x, l)) return 0;
  TermOp compare = op == TERM_ULT ? TERM_SLT : TERM_SLE;
  return term_bool(ts, term_fold_bin(compare, width_of(ts, x), k, l));
}

/* match:  x + k < l, l < x + k, where x + k does not wrap around
 * result: x < l - k, l - k < x */
Term rule_compare_sum(RULE_ARGS) {
  (void)c;
  Term x;
  u128 k, l;
  unsigned w = width_of(ts, a);
  bool sum_left = const_value(ts, b, &l);
  if (!sum_left && !const_value(ts, a, &l)) return 0;
  split_constant(ts, sum_left ? a : b, &x, &k);
  if (!k || !stays_in_range(ts, x, k)) return 0;
  /* x lies in [0, 2^w), l - k may not: then the answer does not depend on x. */
  bool minus = k & sign_bit(w);
  u128 size = minus ? u128_mask(-k, w) : k;
  if (minus ? l > ones(w) - size : l < size) return term_bool(ts, minus == sum_left);
  Term bound = term_const(ts, w, l - k);
  return sum_left ? term_bin(ts, op, x, bound) : term_bin(ts, op, bound, x);
}

static Term widen(Terms *ts, TermOp ext, Term t, unsigned width) {
  return ext == TERM_ZEXT ? term_zext(ts, t, width) : term_sext(ts, t, width);
}

/* The comparison of ext(x), on the given side, with the constant k. */
static Term compare_extended_constant(Terms *ts, TermOp op, TermOp ext, Term x, u128 k,
                                      bool on_right, unsigned w) {
  unsigned from = width_of(ts, x);
  u128 low = u128_mask(k, from);
  u128 back = ext == TERM_ZEXT ? low : u128_mask((u128)u128_sext(low, from), w);
  if (back == k) {
    if (ext == TERM_ZEXT && is_signed(op)) return 0; /* see compare_signs */
    Term bound = term_const(ts, from, low);
    return on_right ? term_bin(ts, op, x, bound) : term_bin(ts, op, bound, x);
  }
  if (op == TERM_EQ) return term_bool(ts, false);
  if (ext == TERM_ZEXT || !is_signed(op)) return 0;
  bool k_negative = k & sign_bit(w); /* beyond all values of x, on the side of its sign */
  return term_bool(ts, k_negative != on_right);
}

/* match:  zext(x) op zext(y), sext(x) op sext(y), ext(x) op k
 * result: x op y as wide as the wider one; unsigned if the signs are zeros */
Term rule_compare_extended(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a);
  Node m = *node_of(ts, a), n = *node_of(ts, b);
  bool ext_m = m.op == TERM_ZEXT || m.op == TERM_SEXT,
       ext_n = n.op == TERM_ZEXT || n.op == TERM_SEXT;
  u128 k;
  if (ext_m && const_value(ts, b, &k)) {
    return compare_extended_constant(ts, op, m.op, m.a, k, true, w);
  }
  if (ext_n && const_value(ts, a, &k)) {
    return compare_extended_constant(ts, op, n.op, n.a, k, false, w);
  }
  if (!ext_m || m.op != n.op) return 0;
  unsigned wide = width_of(ts, m.a), other = width_of(ts, n.a);
  if (other > wide) wide = other;
  if (m.op == TERM_ZEXT && is_signed(op)) op = op == TERM_SLT ? TERM_ULT : TERM_ULE;
  return term_bin(ts, op, widen(ts, m.op, m.a, wide), widen(ts, n.op, n.a, wide));
}

/* The inverse of an odd number modulo 2^128: each step doubles the number of right bits. */
static u128 inverse(u128 odd) {
  u128 x = odd;
  for (int i = 0; i < 7; i++) x *= 2 - odd * x;
  return x;
}

/* Is k a negative number other than the one that is its own negation? */
static bool is_minus(const Linear *d, u128 k) {
  u128 sign = sign_bit(d->width);
  return (k & sign) && k != sign;
}

/* d = 0 and -d = 0 say the same; this picks one of them. */
static void choose_direction(Linear *d) {
  u32 i = 0;
  while (i < d->n && d->coef[i] == sign_bit(d->width)) i++;
  if (!is_minus(d, i < d->n ? d->coef[i] : d->constant)) return;
  for (i = 0; i < d->n; i++) d->coef[i] = u128_mask(-d->coef[i], d->width);
  d->constant = u128_mask(-d->constant, d->width);
}

/* Writes  d = 0  as an equation: summands with positive coefficients on the left, the others on the
 * right; a lone x alone on its side. */
static void balance(Terms *ts, Linear d, Term *left, Term *right) {
  if (d.n == 1 && (d.coef[0] & 1)) {
    *left = d.atom[0];
    *right = term_const(ts, d.width, -d.constant * inverse(d.coef[0]));
    return;
  }
  choose_direction(&d);
  Linear l, r;
  linear_init(&l, d.width);
  linear_init(&r, d.width);
  for (u32 i = 0; i < d.n; i++) {
    bool minus = is_minus(&d, d.coef[i]);
    Linear *side = minus ? &r : &l;
    side->atom[side->n] = d.atom[i];
    side->coef[side->n++] = minus ? u128_mask(-d.coef[i], d.width) : d.coef[i];
  }
  bool constant_right = (d.constant & sign_bit(d.width)) || !r.n;
  if (constant_right) {
    r.constant = u128_mask(-d.constant, d.width);
  } else {
    l.constant = d.constant;
  }
  *left = linear_term(ts, &l);
  *right = linear_term(ts, &r);
}

/* match:  sum = sum
 * result: what is left when common summands are gone; so x + k = x + l is known */
Term rule_eq_linear(RULE_ARGS) {
  (void)op, (void)c;
  unsigned w = width_of(ts, a);
  if (w == 1 || (!is_sum(ts, a) && !is_sum(ts, b))) return 0;
  Linear d;
  linear_init(&d, w);
  if (!linear_add(ts, &d, a, 1) || !linear_add(ts, &d, b, ones(w))) return 0;
  if (!d.n) return term_bool(ts, !d.constant);
  Term left, right;
  balance(ts, d, &left, &right);
  if ((left == a && right == b) || (left == b && right == a)) return 0;
  return term_bin(ts, TERM_EQ, left, right);
}

/* match:  (x ^ k) = l,  (x ^ y) = 0, (x ^ y) = x
 * result: x = (k ^ l),  x = y,       y = 0 */
Term rule_eq_xor(RULE_ARGS) {
  (void)op, (void)c;
  unsigned w = width_of(ts, a);
  for (int i = 0; i < 2; i++) {
    Term x = i ? b : a, y = i ? a : b;
    Node n = *node_of(ts, x);
    if (n.op != TERM_XOR) continue;
    if (is_value(ts, y, 0)) return term_bin(ts, TERM_EQ, n.a, n.b);
    if (is_const(ts, y) && is_const(ts, n.b)) {
      return term_bin(ts, TERM_EQ, n.a, term_bin(ts, TERM_XOR, n.b, y));
    }
    if (n.a == y) return term_bin(ts, TERM_EQ, n.b, term_const(ts, w, 0));
    if (n.b == y) return term_bin(ts, TERM_EQ, n.a, term_const(ts, w, 0));
  }
  return 0;
}

/* match:  (h ++ l) = y, y a constant, an extension or split at the same place
 * result: h = y's high part & l = y's low part */
Term rule_eq_concat(RULE_ARGS) {
  (void)op, (void)c;
  unsigned w = width_of(ts, a);
  for (int i = 0; i < 2; i++) {
    Node m = *node_of(ts, i ? b : a), n = *node_of(ts, i ? a : b);
    Term y = i ? a : b;
    if (m.op != TERM_CONCAT) continue;
    unsigned low = width_of(ts, m.b);
    bool splits = n.op == TERM_CONST || n.op == TERM_ZEXT ||
                  (n.op == TERM_CONCAT && width_of(ts, n.b) == low);
    if (!splits) continue;
    Term high_part = term_bin(ts, TERM_EQ, m.a, term_extract(ts, y, w - 1, low));
    if (term_is_false(ts, high_part)) return high_part;
    return term_and(ts, high_part, term_bin(ts, TERM_EQ, m.b, term_extract(ts, y, low - 1, 0)));
  }
  return 0;
}

/* match:  (c ? k : x) = l   (k, l constants; x not another choice, so that chains stay flat)
 * result: c ? k = l : x = l */
Term rule_eq_ite(RULE_ARGS) {
  (void)op, (void)c;
  Node n = *node_of(ts, a);
  if (n.op != TERM_ITE || !is_const(ts, b)) return 0;
  bool decides = (is_const(ts, n.b) && !is_op(ts, n.c, TERM_ITE)) ||
                 (is_const(ts, n.c) && !is_op(ts, n.b, TERM_ITE));
  if (!decides) return 0;
  return term_ite(ts, n.a, term_bin(ts, TERM_EQ, n.b, b), term_bin(ts, TERM_EQ, n.c, b));
}
