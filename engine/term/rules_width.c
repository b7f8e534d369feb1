/* Rules that cut terms into parts and put parts together again. Memory holds bytes: a value that is
 * stored becomes extracts, a load concatenates them, and what comes back must be the value.
 * Concatenations lean to the left, ((a ++ b) ++ c), and zeros in front are an extension. */
#include "engine/term/internal.h"

/* A term seen as bits hi..lo of another. */
typedef struct Slice {
  Term of;
  unsigned hi, lo;
} Slice;

static Slice as_slice(const Terms *ts, Term t) {
  const Node *n = node_of(ts, t);
  if (n->op == TERM_EXTRACT) return (Slice){n->a, n->hi, n->lo};
  return (Slice){t, n->width - 1u, 0};
}

/* match:  x[i..j][k..l]
 * result: x[j+k..j+l] */
Term rule_extract_extract(RULE_ARGS) {
  (void)op;
  Node n = *node_of(ts, a);
  return n.op == TERM_EXTRACT ? term_extract(ts, n.a, n.lo + b, n.lo + c) : 0;
}

/* match:  (h ++ l)[i..j]
 * result: the part of h, of l, or of both */
Term rule_extract_concat(RULE_ARGS) {
  (void)op;
  Node n = *node_of(ts, a);
  unsigned hi = b, lo = c;
  if (n.op != TERM_CONCAT) return 0;
  unsigned low = width_of(ts, n.b);
  if (hi < low) return term_extract(ts, n.b, hi, lo);
  if (lo >= low) return term_extract(ts, n.a, hi - low, lo - low);
  return term_bin(ts, TERM_CONCAT, term_extract(ts, n.a, hi - low, 0),
                  term_extract(ts, n.b, low - 1, lo));
}

/* match:  ext(x)[i..j]
 * result: x[i..j], zeros or copies of the sign, or an extension of x[top..j] */
Term rule_extract_extended(RULE_ARGS) {
  (void)op;
  Node n = *node_of(ts, a);
  unsigned hi = b, lo = c, width = hi - lo + 1;
  if (n.op != TERM_ZEXT && n.op != TERM_SEXT) return 0;
  unsigned top = width_of(ts, n.a) - 1;
  if (hi <= top) return term_extract(ts, n.a, hi, lo);
  if (n.op == TERM_ZEXT) {
    if (lo > top) return term_const(ts, width, 0);
    return term_zext(ts, term_extract(ts, n.a, top, lo), width);
  }
  return term_sext(ts, term_extract(ts, n.a, top, lo > top ? top : lo), width);
}

/* match:  (x << k)[i..j]
 * result: x[i-k..j-k], zeros, or both */
Term rule_extract_shift(RULE_ARGS) {
  (void)op;
  Term x;
  unsigned hi = b, lo = c, k = as_left_shift(ts, a, &x);
  if (!k) return 0;
  if (hi < k) return term_const(ts, hi - lo + 1, 0);
  if (lo >= k) return term_extract(ts, x, hi - k, lo - k);
  return term_bin(ts, TERM_CONCAT, term_extract(ts, x, hi - k, 0), term_const(ts, k - lo, 0));
}

/* match:  (x op k)[i..j], where k changes nothing there or everything
 * result: x[i..j] or a constant. (Other masks stay: parts of x & k join to x & k again.) */
Term rule_extract_masked(RULE_ARGS) {
  (void)op;
  Node n = *node_of(ts, a);
  unsigned hi = b, lo = c, width = hi - lo + 1;
  u128 mask;
  if (n.op != TERM_AND && n.op != TERM_OR && n.op != TERM_XOR) return 0;
  if (!const_value(ts, n.b, &mask)) return 0;
  mask = mask >> lo & ones(width);
  bool is_and = n.op == TERM_AND;
  if (mask == (is_and ? ones(width) : 0)) return term_extract(ts, n.a, hi, lo);
  if (n.op == TERM_XOR || mask != (is_and ? 0 : ones(width))) return 0;
  return term_const(ts, width, mask);
}

/* Are the bits hi..lo of t known to be those of k? */
static bool bits_are(const Terms *ts, Term t, unsigned hi, unsigned lo, u128 k) {
  Facts f = facts_of(ts, t);
  u128 mask = ones(hi - lo + 1);
  return (f.one >> lo & mask) == k && (f.zero >> lo & mask) == (k ^ mask);
}

/* Is t a mask of what s is part of, s.of op k, that changes nothing in s? */
static bool mask_keeps(const Terms *ts, Term t, Slice s) {
  const Node *n = node_of(ts, t);
  u128 mask, all = ones(s.hi - s.lo + 1);
  if (n->op != TERM_AND && n->op != TERM_OR && n->op != TERM_XOR) return false;
  if (n->a != s.of || !const_value(ts, n->b, &mask)) return false;
  return (mask >> s.lo & all) == (n->op == TERM_AND ? all : 0);
}

/* x[i..j] ++ x[j-1..l], where one of the two may be a constant that x has there. */
static Term join_slices(Terms *ts, Term high, Term low) {
  u128 k;
  Slice h = as_slice(ts, high), l = as_slice(ts, low);
  if (const_value(ts, low, &k)) {
    unsigned n = width_of(ts, low);
    if (h.lo < n || !bits_are(ts, h.of, h.lo - 1, h.lo - n, k)) return 0;
    return term_extract(ts, h.of, h.hi, h.lo - n);
  }
  if (const_value(ts, high, &k)) {
    unsigned n = width_of(ts, high);
    if (l.hi + n >= width_of(ts, l.of) || !bits_are(ts, l.of, l.hi + n, l.hi + 1, k)) return 0;
    return term_extract(ts, l.of, l.hi + n, l.lo);
  }
  if (h.lo != l.hi + 1) return 0;
  if (h.of == l.of || mask_keeps(ts, l.of, h)) return term_extract(ts, l.of, h.hi, l.lo);
  return mask_keeps(ts, h.of, l) ? term_extract(ts, h.of, h.hi, l.lo) : 0;
}

/* Copies of a sign in front of what has this sign: sext(x[s..s]) ++ x[s..l]. */
static Term join_sign(Terms *ts, Term high, Term low) {
  const Node *n = node_of(ts, high);
  Slice sign = as_slice(ts, n->op == TERM_SEXT ? n->a : high);
  Term rest = is_op(ts, low, TERM_SEXT) ? node_of(ts, low)->a : low;
  Slice l = as_slice(ts, rest);
  if (sign.hi != sign.lo || sign.of != l.of || sign.hi != l.hi) return 0;
  return term_sext(ts, rest, width_of(ts, high) + width_of(ts, low));
}

/* (c ? k : l) ++ (c ? m : n), where one of the two may be a constant. */
static Term join_choices(Terms *ts, Term high, Term low) {
  Node h = *node_of(ts, high), l = *node_of(ts, low);
  Term cond = h.op == TERM_ITE ? h.a : l.a;
  if (h.op == TERM_CONST) h = (Node){.op = TERM_ITE, .a = cond, .b = high, .c = high};
  if (l.op == TERM_CONST) l = (Node){.op = TERM_ITE, .a = cond, .b = low, .c = low};
  if (h.op != TERM_ITE || l.op != TERM_ITE || h.a != l.a) return 0;
  if (!is_const(ts, h.b) || !is_const(ts, h.c) || !is_const(ts, l.b) || !is_const(ts, l.c))
    return 0;
  return term_ite(ts, cond, term_bin(ts, TERM_CONCAT, h.b, l.b),
                  term_bin(ts, TERM_CONCAT, h.c, l.c));
}

/* What x << k is made of, if x has the width of the whole: x[w-1-k..0] ++ 0. */
static Term join_shift(Terms *ts, Term high, Term low) {
  Slice h = as_slice(ts, high);
  unsigned k = width_of(ts, low), w = h.hi + 1 + k;
  if (!is_value(ts, low, 0) || h.lo || !is_op(ts, high, TERM_EXTRACT)) return 0;
  if (width_of(ts, h.of) != w) return 0;
  return term_bin(ts, TERM_SHL, h.of, term_const(ts, w, k));
}

/* The two as one term that is no concatenation, or 0. */
static Term join(Terms *ts, Term high, Term low) {
  if (is_const(ts, high) && is_const(ts, low)) return term_bin(ts, TERM_CONCAT, high, low);
  Term t = join_slices(ts, high, low);
  if (!t) t = join_shift(ts, high, low);
  if (!t) t = join_sign(ts, high, low);
  if (!t) t = join_choices(ts, high, low);
  if (!t && is_op(ts, high, TERM_SEXT)) { /* sext(x[s..j]) ++ x[j-1..l] */
    unsigned w = width_of(ts, high) + width_of(ts, low);
    t = join_slices(ts, node_of(ts, high)->a, low);
    if (t) t = term_sext(ts, t, w);
  }
  return t;
}

/* match:  x[i..j] ++ x[j-1..l], also behind other parts: (y ++ x[i..j]) ++ x[j-1..l]
 * result: x[i..l],              y ++ x[i..l] */
Term rule_concat_join(RULE_ARGS) {
  (void)op, (void)c;
  Term joined = join(ts, a, b);
  if (joined) return joined;
  Node n = *node_of(ts, a);
  if (n.op != TERM_CONCAT) return 0;
  joined = join(ts, n.b, b);
  return joined ? term_bin(ts, TERM_CONCAT, n.a, joined) : 0;
}

/* match:  a ++ (b ++ c)
 * result: (a ++ b) ++ c */
Term rule_concat_nested(RULE_ARGS) {
  (void)op, (void)c;
  Node n = *node_of(ts, b);
  if (n.op != TERM_CONCAT) return 0;
  return term_bin(ts, TERM_CONCAT, term_bin(ts, TERM_CONCAT, a, n.a), n.b);
}

/* match:  0 ++ x,  zext(x) ++ y,  x ++ zext(y)
 * result: zext(x), zext(x ++ y),  (x ++ 0) ++ y */
Term rule_concat_zeros(RULE_ARGS) {
  (void)op, (void)c;
  unsigned w = width_of(ts, a) + width_of(ts, b);
  if (is_value(ts, a, 0)) return term_zext(ts, b, w);
  Node m = *node_of(ts, a), n = *node_of(ts, b);
  if (m.op == TERM_ZEXT) return term_zext(ts, term_bin(ts, TERM_CONCAT, m.a, b), w);
  if (n.op != TERM_ZEXT) return 0;
  Term zeros = term_const(ts, n.width - width_of(ts, n.a), 0);
  return term_bin(ts, TERM_CONCAT, term_bin(ts, TERM_CONCAT, a, zeros), n.a);
}

/* match:  zext(zext(x))
 * result: zext(x) */
Term rule_zext_extended(RULE_ARGS) {
  (void)op, (void)c;
  return is_op(ts, a, TERM_ZEXT) ? term_zext(ts, node_of(ts, a)->a, b) : 0;
}

/* match:  zext(x[i..j]), where x is known to have zeros above i
 * result: the longer part of x */
Term rule_zext_extract(RULE_ARGS) {
  (void)op, (void)c;
  Slice s = as_slice(ts, a);
  unsigned full = width_of(ts, s.of), top = s.lo + b - 1;
  if (top >= full) top = full - 1;
  if (top <= s.hi || !bits_are(ts, s.of, top, s.hi + 1, 0)) return 0;
  return term_zext(ts, term_extract(ts, s.of, top, s.lo), b);
}

/* match:  sext(sext(x)), sext(x) with x not negative, which every zext is
 * result: sext(x),       zext(x) */
Term rule_sext_extended(RULE_ARGS) {
  (void)op, (void)c;
  if (is_op(ts, a, TERM_SEXT)) return term_sext(ts, node_of(ts, a)->a, b);
  return facts_of(ts, a).zero & sign_bit(width_of(ts, a)) ? term_zext(ts, a, b) : 0;
}
