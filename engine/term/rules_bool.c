/* Rules for conditions: conjunctions and disjunctions of comparisons, and choices. */
#include "engine/term/internal.h"

/* match:  x ^ y, of width 1
 * result: !(x = y) */
Term rule_xor_bool(RULE_ARGS) {
  (void)op, (void)c;
  return width_of(ts, a) == 1 ? term_not(ts, term_bin(ts, TERM_EQ, a, b)) : 0;
}

/* A comparison of x with y as the set of orders for which it is true. */
enum { LESS = 1, EQUAL = 2, GREATER = 4 };
typedef struct Compare {
  Term x, y;
  u8 orders;
  bool is_signed, is_unsigned; /* neither: only = and != */
} Compare;

static bool as_compare(const Terms *ts, Term t, Compare *out) {
  const Node *n = node_of(ts, t);
  u8 flip = 0;
  if (n->op == TERM_NOT) {
    n = node_of(ts, n->a);
    flip = LESS | EQUAL | GREATER;
  }
  static const u8 orders[TERM_OP_COUNT] = {[TERM_EQ] = EQUAL,
                                           [TERM_ULT] = LESS,
                                           [TERM_ULE] = LESS | EQUAL,
                                           [TERM_SLT] = LESS,
                                           [TERM_SLE] = LESS | EQUAL};
  if (!orders[n->op]) return false;
  *out = (Compare){.x = n->a,
                   .y = n->b,
                   .orders = orders[n->op] ^ flip,
                   .is_signed = n->op == TERM_SLT || n->op == TERM_SLE,
                   .is_unsigned = n->op == TERM_ULT || n->op == TERM_ULE};
  return true;
}

static u8 mirrored(u8 orders) {
  return (orders & EQUAL) | (orders & LESS ? GREATER : 0) | (orders & GREATER ? LESS : 0);
}

static Term compare_term(Terms *ts, Compare c) {
  TermOp lt = c.is_signed ? TERM_SLT : TERM_ULT, le = c.is_signed ? TERM_SLE : TERM_ULE;
  switch (c.orders) {
  case 0: return term_bool(ts, false);
  case LESS: return term_bin(ts, lt, c.x, c.y);
  case EQUAL: return term_bin(ts, TERM_EQ, c.x, c.y);
  case LESS | EQUAL: return term_bin(ts, le, c.x, c.y);
  case GREATER: return term_bin(ts, lt, c.y, c.x);
  case LESS | GREATER: return term_not(ts, term_bin(ts, TERM_EQ, c.x, c.y));
  case EQUAL | GREATER: return term_bin(ts, le, c.y, c.x);
  default: return term_bool(ts, true);
  }
}

/* match:  two comparisons of the same two terms, joined by & or |
 * result: one comparison: x < y & y < x is false, x < y | x = y is x <= y */
Term rule_bool_compares(RULE_ARGS) {
  (void)c;
  Compare m, n;
  if (width_of(ts, a) != 1 || !as_compare(ts, a, &m) || !as_compare(ts, b, &n)) return 0;
  if (m.x == n.y && m.y == n.x) {
    n = (Compare){n.y, n.x, mirrored(n.orders), n.is_signed, n.is_unsigned};
  }
  if (m.x != n.x || m.y != n.y) return 0;
  if ((m.is_signed && n.is_unsigned) || (m.is_unsigned && n.is_signed)) return 0;
  m.is_signed |= n.is_signed;
  m.is_unsigned |= n.is_unsigned;
  m.orders = op == TERM_AND ? m.orders & n.orders : m.orders | n.orders;
  return compare_term(ts, m);
}

/* t as x = k, x the same on both sides of an `and`. */
static bool equals_constant(const Terms *ts, Term t, Term *x, u128 *k) {
  const Node *n = node_of(ts, t);
  *x = n->a;
  return n->op == TERM_EQ && const_value(ts, n->b, k);
}

static Term two_constants(Terms *ts, Term a, Term b) {
  Term x, y;
  u128 k, l;
  if (!equals_constant(ts, a, &x, &k)) return 0;
  if (is_op(ts, b, TERM_NOT)) {
    if (!equals_constant(ts, node_of(ts, b)->a, &y, &l) || x != y) return 0;
    return k == l ? term_bool(ts, false) : a;
  }
  if (!equals_constant(ts, b, &y, &l) || x != y) return 0;
  return k == l ? a : term_bool(ts, false);
}

/* match:  x = k & x = l, x = k & x != l   (k, l different constants)
 * result: false,         x = k */
Term rule_bool_two_constants(RULE_ARGS) {
  (void)op, (void)c;
  if (width_of(ts, a) != 1) return 0;
  Term t = two_constants(ts, a, b);
  return t ? t : two_constants(ts, b, a);
}

/* match:  c ? x : x
 * result: x */
Term rule_ite_same(RULE_ARGS) {
  (void)ts, (void)op, (void)a;
  return b == c ? b : 0;
}

/* match:  !c ? x : y
 * result: c ? y : x */
Term rule_ite_not(RULE_ARGS) {
  (void)op;
  return is_op(ts, a, TERM_NOT) ? term_ite(ts, node_of(ts, a)->a, c, b) : 0;
}

/* match:  c ? 1 : y, c ? 0 : y, c ? x : 1, c ? x : 0, c ? x : !x, of width 1, and c for 1, !c for 0
 * result: c | y,     !c & y,    !c | x,    c & x,     c = x */
Term rule_ite_bool(RULE_ARGS) {
  (void)op;
  if (width_of(ts, b) != 1) return 0;
  if (is_value(ts, b, 1) || a == b) return term_or(ts, a, c);
  if (is_value(ts, c, 0) || a == c) return term_and(ts, a, b);
  if (is_value(ts, b, 0) || are_complements(ts, a, b)) return term_and(ts, term_not(ts, a), c);
  if (is_value(ts, c, 1) || are_complements(ts, a, c)) return term_or(ts, term_not(ts, a), b);
  if (are_complements(ts, b, c)) return term_bin(ts, TERM_EQ, a, b);
  return 0;
}

/* match:  c ? (c ? x : y) : z, c ? x : (c ? y : z)
 * result: c ? x : z */
Term rule_ite_nested(RULE_ARGS) {
  (void)op;
  Node t = *node_of(ts, b), e = *node_of(ts, c);
  if (t.op == TERM_ITE && t.a == a) return term_ite(ts, a, t.b, c);
  if (e.op == TERM_ITE && e.a == a) return term_ite(ts, a, b, e.c);
  return 0;
}

/* match:  x = y ? x : y, x = y ? y : x
 * result: y,             x */
Term rule_ite_eq(RULE_ARGS) {
  (void)op;
  const Node *n = node_of(ts, a);
  if (n->op != TERM_EQ) return 0;
  return (n->a == b && n->b == c) || (n->a == c && n->b == b) ? c : 0;
}

/* match:  c ? 1 : 0, c ? 0 : 1, c ? ones : 0, c ? 0 : ones
 * result: zext(c),   zext(!c),  sext(c),      sext(!c) */
Term rule_ite_extend(RULE_ARGS) {
  (void)op;
  unsigned w = width_of(ts, b);
  if (w == 1) return 0;
  bool swapped = is_value(ts, b, 0);
  if (!swapped && !is_value(ts, c, 0)) return 0;
  Term other = swapped ? c : b, cond = swapped ? term_not(ts, a) : a;
  if (is_value(ts, other, 1)) return term_zext(ts, cond, w);
  return is_value(ts, other, ones(w)) ? term_sext(ts, cond, w) : 0;
}

/* match:  c ? x + k : x + l   (x no constant, k and l constants)
 * result: x + (c ? k : l) */
Term rule_ite_offset(RULE_ARGS) {
  (void)op;
  if (width_of(ts, b) == 1 || is_const(ts, b) || is_const(ts, c)) return 0;
  Term x, y;
  u128 k, l;
  split_constant(ts, b, &x, &k);
  split_constant(ts, c, &y, &l);
  if (!x || x != y) return 0;
  unsigned w = width_of(ts, b);
  Term offset = term_ite(ts, a, term_const(ts, w, k), term_const(ts, w, l));
  return term_bin(ts, TERM_ADD, x, offset);
}

/* The width below which all of t that is not zero lies, as its form says: 0 = there are no zeros.
 */
static unsigned narrow(const Terms *ts, Term t) {
  const Node *n = node_of(ts, t);
  u128 v;
  if (n->op == TERM_ZEXT) return width_of(ts, n->a);
  if (!const_value(ts, t, &v)) return 0;
  unsigned w = 1;
  while (v >>= 1) w++;
  return w < n->width ? w : 0;
}

/* match:  c ? zext(x) : zext(y), one of which may be a constant
 * result: zext(c ? x : y) */
Term rule_ite_zext(RULE_ARGS) {
  (void)op;
  unsigned m = narrow(ts, b), n = narrow(ts, c);
  if (!m || !n || (is_const(ts, b) && is_const(ts, c))) return 0;
  if (m < n) m = n;
  return term_zext(ts,
                   term_ite(ts, a, term_extract(ts, b, m - 1, 0), term_extract(ts, c, m - 1, 0)),
                   width_of(ts, b));
}

/* t = c ? k : l with constants. */
static bool constant_choice(const Terms *ts, Term t, Node *n) {
  *n = *node_of(ts, t);
  return n->op == TERM_ITE && is_const(ts, n->b) && is_const(ts, n->c);
}

/* match:  (c ? k : l) op m, m op (c ? k : l), op (c ? k : l)   (k, l, m constants)
 * result: c ? k op m : l op m */
Term rule_operation_on_ite(RULE_ARGS) {
  Node n;
  if (term_op_arity(op) == 1) { /* b, c are widths or positions, if anything */
    if (!constant_choice(ts, a, &n)) return 0;
    return term_ite(ts, n.a, fold_constants(ts, op, n.b, b, c), fold_constants(ts, op, n.c, b, c));
  }
  if (is_const(ts, b) && constant_choice(ts, a, &n)) {
    return term_ite(ts, n.a, fold_constants(ts, op, n.b, b, 0), fold_constants(ts, op, n.c, b, 0));
  }
  if (is_const(ts, a) && constant_choice(ts, b, &n)) {
    return term_ite(ts, n.a, fold_constants(ts, op, a, n.b, 0), fold_constants(ts, op, a, n.c, 0));
  }
  return 0;
}
