/* Rules for the bitwise operators; on width 1 they are also the Boolean ones. */
#include "engine/term/internal.h"

/* x < y and y <= x are complements; with a constant the latter is written c-1 < x. */
static bool complementary_compares(const Terms *ts, Term a, Term b) {
  const Node *m = node_of(ts, a), *n = node_of(ts, b);
  if (m->op == TERM_ULE || m->op == TERM_SLE) {
    const Node *swap = m;
    m = n;
    n = swap;
  }
  if (m->op != TERM_ULT && m->op != TERM_SLT) return false;
  TermOp le = m->op == TERM_ULT ? TERM_ULE : TERM_SLE;
  if (n->op == le) return m->a == n->b && m->b == n->a;
  if (n->op != m->op) return false;
  u128 x, y;
  unsigned w = width_of(ts, m->a);
  if (m->a == n->b && const_value(ts, m->b, &x) && const_value(ts, n->a, &y)) {
    return x == u128_mask(y + 1, w) && x != (m->op == TERM_ULT ? 0 : sign_bit(w));
  }
  if (m->b == n->a && const_value(ts, m->a, &x) && const_value(ts, n->b, &y)) {
    return y == u128_mask(x + 1, w) && y != (m->op == TERM_ULT ? 0 : sign_bit(w));
  }
  return false;
}

bool are_complements(const Terms *ts, Term a, Term b) {
  u128 x, y;
  if (is_op(ts, a, TERM_NOT) && node_of(ts, a)->a == b) return true;
  if (is_op(ts, b, TERM_NOT) && node_of(ts, b)->a == a) return true;
  if (const_value(ts, a, &x) && const_value(ts, b, &y)) return x == (y ^ ones(width_of(ts, b)));
  return complementary_compares(ts, a, b);
}

/* match:  ~~x
 * result: x */
Term rule_not_not(RULE_ARGS) {
  (void)op, (void)b, (void)c;
  return is_op(ts, a, TERM_NOT) ? node_of(ts, a)->a : 0;
}

/* match:  !(x < y), !(x <= y)
 * result: y <= x,   y < x */
Term rule_not_compare(RULE_ARGS) {
  (void)op, (void)b, (void)c;
  Node n = *node_of(ts, a);
  switch ((TermOp)n.op) {
  case TERM_ULT: return term_bin(ts, TERM_ULE, n.b, n.a);
  case TERM_ULE: return term_bin(ts, TERM_ULT, n.b, n.a);
  case TERM_SLT: return term_bin(ts, TERM_SLE, n.b, n.a);
  case TERM_SLE: return term_bin(ts, TERM_SLT, n.b, n.a);
  default: return 0;
  }
}

/* match:  ~(x ^ k)
 * result: x ^ ~k */
Term rule_not_xor(RULE_ARGS) {
  (void)op, (void)b, (void)c;
  Node n = *node_of(ts, a);
  if (n.op != TERM_XOR || !is_const(ts, n.b)) return 0;
  return term_bin(ts, TERM_XOR, n.a, term_un(ts, TERM_NOT, n.b));
}

/* match:  ~(sum)
 * result: -(sum) - 1 */
Term rule_not_sum(RULE_ARGS) {
  (void)op, (void)b, (void)c;
  unsigned w = width_of(ts, a);
  if (w == 1 || !is_sum(ts, a)) return 0;
  Linear sum;
  linear_init(&sum, w);
  if (!linear_add(ts, &sum, a, ones(w))) return 0;
  sum.constant = u128_mask(sum.constant - 1, w);
  return linear_term(ts, &sum);
}

/* match:  x & x, x | x, x ^ x
 * result: x,     x,     0 */
Term rule_bit_same(RULE_ARGS) {
  (void)c;
  if (a != b) return 0;
  return op == TERM_XOR ? term_const(ts, width_of(ts, a), 0) : a;
}

/* match:  x & 0, x & ones, x | 0, x | ones, x ^ 0, x ^ ones
 * result: 0,     x,        x,     ones,     x,     ~x */
Term rule_bit_unit(RULE_ARGS) {
  (void)c;
  u128 all = ones(width_of(ts, a));
  if (is_value(ts, b, 0)) return op == TERM_AND ? b : a;
  if (!is_value(ts, b, all)) return 0;
  return op == TERM_AND ? a : op == TERM_OR ? b : term_un(ts, TERM_NOT, a);
}

/* match:  x & ~x, x | ~x, x ^ ~x
 * result: 0,      ones,   ones */
Term rule_bit_complement(RULE_ARGS) {
  (void)c;
  if (!are_complements(ts, a, b)) return 0;
  unsigned w = width_of(ts, a);
  return term_const(ts, w, op == TERM_AND ? 0 : ones(w));
}

/* match:  (x op k) op l
 * result: x op (k op l) */
Term rule_bit_reassociate(RULE_ARGS) {
  (void)c;
  Node n = *node_of(ts, a);
  if (n.op != op || !is_const(ts, b) || !is_const(ts, n.b)) return 0;
  return term_bin(ts, op, n.a, term_bin(ts, op, n.b, b));
}

/* What is left of `inner` (which is made by `op` or its dual) when it meets x under `op`. */
static Term absorb(Terms *ts, TermOp op, Term x, Term inner) {
  Node n = *node_of(ts, inner);
  TermOp dual = op == TERM_AND ? TERM_OR : TERM_AND;
  if (n.op == op) {
    if (n.a == x || n.b == x) return inner;
    if (are_complements(ts, n.a, x) || are_complements(ts, n.b, x)) {
      unsigned w = width_of(ts, x);
      return term_const(ts, w, op == TERM_AND ? 0 : ones(w));
    }
  } else if (n.op == dual) {
    if (n.a == x || n.b == x) return x;
    if (are_complements(ts, n.a, x)) return term_bin(ts, op, x, n.b);
    if (are_complements(ts, n.b, x)) return term_bin(ts, op, x, n.a);
  }
  return 0;
}

/* match:  x & (x | y), x & (~x | y), x & (x & y), x & (~x & y), and with & and | exchanged
 * result: x,           x & y,        x & y,       0 */
Term rule_bit_absorb(RULE_ARGS) {
  (void)c;
  Term t = absorb(ts, op, a, b);
  return t ? t : absorb(ts, op, b, a);
}

/* `t`, a tree of exclusive ors, without one occurrence of x; 0 if there is none near the top. */
static Term xor_without(Terms *ts, Term t, Term x, unsigned depth) {
  Node n = *node_of(ts, t);
  if (n.op != TERM_XOR || depth == 0) return 0;
  if (n.a == x) return n.b;
  if (n.b == x) return n.a;
  Term left = xor_without(ts, n.a, x, depth - 1);
  if (left) return term_bin(ts, TERM_XOR, left, n.b);
  Term right = xor_without(ts, n.b, x, depth - 1);
  return right ? term_bin(ts, TERM_XOR, n.a, right) : 0;
}

/* match:  x ^ (x ^ y), to a depth of four
 * result: y */
Term rule_xor_cancel(RULE_ARGS) {
  (void)op, (void)c;
  Term t = xor_without(ts, b, a, 4);
  return t ? t : xor_without(ts, a, b, 4);
}

/* match:  x op k, where the bits of x that op k can change are known
 * result: x plus a constant: no bit influences another, so nothing carries
 * This is what makes  (base + 5) & ~3  the sum  base + 4,  and  base | 1  the sum  base + 1. */
Term rule_bit_known(RULE_ARGS) {
  (void)c;
  u128 k;
  unsigned w = width_of(ts, a);
  if (w == 1 || !const_value(ts, b, &k)) return 0;
  Facts f = facts_of(ts, a);
  u128 touched = op == TERM_AND ? ones(w) & ~k : k;
  if (touched & ~(f.zero | f.one)) return 0;
  u128 set = op == TERM_AND ? 0 : touched & f.zero;
  u128 cleared = op == TERM_OR ? 0 : touched & f.one;
  if (set == cleared) return a; /* both are 0: they have no bit in common */
  if (is_op(ts, a, TERM_CONCAT) || is_op(ts, a, TERM_ZEXT)) return 0; /* see bit_split */
  return term_bin(ts, TERM_ADD, a, term_const(ts, w, set - cleared));
}

/* match:  x & (2^k - 1)
 * result: zext(x[k-1..0]) */
Term rule_and_low_mask(RULE_ARGS) {
  (void)op, (void)c;
  u128 mask;
  if (!const_value(ts, b, &mask) || !mask || (mask & (mask + 1))) return 0;
  unsigned k = 0;
  while (k < 128 && mask >> k & 1) k++;
  return term_zext(ts, term_extract(ts, a, k - 1, 0), width_of(ts, a));
}

/* match:  x & k, x | k, where each byte of k is 0x00 or 0xff
 * result: the bytes of x and constants, next to each other: as they come back from memory */
Term rule_mask_bytes(RULE_ARGS) {
  (void)c;
  u128 mask;
  unsigned w = width_of(ts, a);
  if (w % 8 || !const_value(ts, b, &mask)) return 0;
  for (unsigned i = 0; i < w; i += 8)
    if ((mask >> i & 255) != 0 && (mask >> i & 255) != 255) return 0;
  Term out = 0;
  for (unsigned hi = w; hi > 0;) {
    unsigned lo = hi - 8, byte = mask >> lo & 255;
    while (lo > 0 && (mask >> (lo - 8) & 255) == byte) lo -= 8;
    Term part = (byte == 255) == (op == TERM_AND) ? term_extract(ts, a, hi - 1, lo)
                                                  : term_const(ts, hi - lo, mask >> lo);
    out = out ? term_bin(ts, TERM_CONCAT, out, part) : part;
    hi = lo;
  }
  return out;
}

unsigned as_left_shift(const Terms *ts, Term t, Term *x) {
  const Node *n = node_of(ts, t);
  u128 factor;
  bool negated = n->op == TERM_NEG; /* the normal form of x << (w-1) is -(x << (w-1)) */
  if (negated) n = node_of(ts, n->a);
  if (n->op != TERM_MUL || !const_value(ts, n->b, &factor)) return 0;
  if (negated && factor != sign_bit(n->width)) return 0;
  int k = log2_exact(factor);
  *x = n->a;
  return k > 0 ? (unsigned)k : 0;
}

/* match:  (x << k) | y, (x << k) ^ y, y < 2^k
 * result: x[w-1-k..0] ++ y[k-1..0]
 * This is how programs put a number together from bytes, and how they rotate. */
Term rule_bit_disjoint(RULE_ARGS) {
  (void)op, (void)c;
  Term x;
  unsigned w = width_of(ts, a), k = as_left_shift(ts, a, &x);
  if (!k || facts_of(ts, b).max > ones(k)) {
    Term swap = a;
    a = b;
    b = swap;
    k = as_left_shift(ts, a, &x);
    if (!k || facts_of(ts, b).max > ones(k)) return 0;
  }
  return term_bin(ts, TERM_CONCAT, term_extract(ts, x, w - 1 - k, 0),
                  term_extract(ts, b, k - 1, 0));
}

/* Where the low part of a term that is put together begins to be another: 0 = it is not. */
static unsigned seam(const Terms *ts, Term t) {
  const Node *n = node_of(ts, t);
  return n->op == TERM_CONCAT ? width_of(ts, n->b) : n->op == TERM_ZEXT ? width_of(ts, n->a) : 0;
}

/* match:  (h ++ l) op k, (h ++ l) op (h' ++ l') with a constant among the parts
 * result: (h op h') ++ (l op l') */
Term rule_bit_split(RULE_ARGS) {
  (void)c;
  unsigned w = width_of(ts, a), at = seam(ts, a), other = seam(ts, b);
  if (!is_const(ts, b) && (!at || !other)) return 0;
  if (!at || (other && other > at)) at = other;
  if (!at) return 0;
  Term ah = term_extract(ts, a, w - 1, at), al = term_extract(ts, a, at - 1, 0);
  Term bh = term_extract(ts, b, w - 1, at), bl = term_extract(ts, b, at - 1, 0);
  if (!is_const(ts, ah) && !is_const(ts, al) && !is_const(ts, bh) && !is_const(ts, bl)) return 0;
  return term_bin(ts, TERM_CONCAT, term_bin(ts, op, ah, bh), term_bin(ts, op, al, bl));
}
