/* The normal form of sums. Pointer arithmetic is addition, so most questions about addresses are
 * about differences of sums: written as  k1*x1 + k2*x2 + ... + k  (modulo 2^width, the x ascending
 * by handle) two sums are equal if they look equal, and what they share cancels.
 *
 * As a term: the summands with positive coefficients, minus those with negative ones, and the
 * constant last: (p1 + i*4 - p2) + 8. */
#include "engine/term/internal.h"

#define MAX_VISITS 200

void linear_init(Linear *l, unsigned width) {
  l->width = width;
  l->n = 0;
  l->constant = 0;
}

static bool add_atom(Linear *l, Term t, u128 coef) {
  u32 i = 0;
  while (i < l->n && l->atom[i] < t) i++;
  if (i < l->n && l->atom[i] == t) {
    l->coef[i] = u128_mask(l->coef[i] + coef, l->width);
    if (l->coef[i]) return true;
    l->n--;
    for (; i < l->n; i++) {
      l->atom[i] = l->atom[i + 1];
      l->coef[i] = l->coef[i + 1];
    }
    return true;
  }
  if (l->n == LINEAR_ATOMS) return false;
  for (u32 j = l->n++; j > i; j--) {
    l->atom[j] = l->atom[j - 1];
    l->coef[j] = l->coef[j - 1];
  }
  l->atom[i] = t;
  l->coef[i] = coef;
  return true;
}

typedef struct Summand {
  Term t;
  u128 coef;
} Summand;

static bool is_negative(const Linear *l, u128 coef) { return coef & sign_bit(l->width); }

static Term multiple(Terms *ts, const Linear *l, Term t, u128 coef) {
  return coef == 1 ? t : cons(ts, TERM_MUL, l->width, t, term_const(ts, l->width, coef), 0);
}

/* An even multiple can lose all unknown bits of its atom: then it is a constant. */
static void fold_multiples(Terms *ts, Linear *l) {
  u32 kept = 0;
  for (u32 i = 0; i < l->n; i++) {
    u128 v;
    if (!(l->coef[i] & 1) && const_value(ts, multiple(ts, l, l->atom[i], l->coef[i]), &v)) {
      l->constant = u128_mask(l->constant + v, l->width);
      continue;
    }
    l->atom[kept] = l->atom[i];
    l->coef[kept++] = l->coef[i];
  }
  l->n = kept;
}

bool linear_add(Terms *ts, Linear *l, Term top, u128 factor) {
  Summand todo[32];
  u32 n = 0, visits = 0;
  todo[n++] = (Summand){top, u128_mask(factor, l->width)};
  while (n) {
    Summand s = todo[--n];
    if (!s.coef) continue;
    if (++visits > MAX_VISITS || n + 2 > sizeof todo / sizeof *todo) return false;
    const Node *node = node_of(ts, s.t);
    u128 v, minus = u128_mask(-s.coef, l->width);
    if (const_value(ts, s.t, &v)) {
      l->constant = u128_mask(l->constant + s.coef * v, l->width);
      continue;
    }
    switch ((TermOp)node->op) {
    case TERM_ADD:
    case TERM_SUB:
      todo[n++] = (Summand){node->a, s.coef};
      todo[n++] = (Summand){node->b, node->op == TERM_ADD ? s.coef : minus};
      break;
    case TERM_NEG: todo[n++] = (Summand){node->a, minus}; break;
    case TERM_NOT: /* ~x = -x - 1 */
      l->constant = u128_mask(l->constant + minus, l->width);
      todo[n++] = (Summand){node->a, minus};
      break;
    case TERM_MUL:
      if (const_value(ts, node->b, &v)) {
        todo[n++] = (Summand){node->a, u128_mask(s.coef * v, l->width)};
        break;
      }
      if (!add_atom(l, s.t, s.coef)) return false;
      break;
    default:
      if (!add_atom(l, s.t, s.coef)) return false;
    }
  }
  fold_multiples(ts, l);
  return true;
}

/* acc + coef * t, where acc may be 0 ("no term yet"). */
static Term plus(Terms *ts, const Linear *l, Term acc, Term t, u128 coef) {
  if (!is_negative(l, coef)) {
    Term m = multiple(ts, l, t, coef);
    return acc ? cons(ts, TERM_ADD, l->width, acc, m, 0) : m;
  }
  Term m = multiple(ts, l, t, u128_mask(-coef, l->width));
  return acc ? cons(ts, TERM_SUB, l->width, acc, m, 0) : cons(ts, TERM_NEG, l->width, m, 0, 0);
}

Term linear_term(Terms *ts, const Linear *l) {
  assert(l->width > 1);
  if (!l->n) return term_const(ts, l->width, l->constant);
  if (l->n == 1 && l->coef[0] == ones(l->width) && l->constant == ones(l->width)) {
    return cons(ts, TERM_NOT, l->width, l->atom[0], 0, 0);
  }
  Term acc = 0;
  for (u32 i = 0; i < l->n; i++) {
    if (!is_negative(l, l->coef[i])) acc = plus(ts, l, acc, l->atom[i], l->coef[i]);
  }
  Term constant = l->constant ? term_const(ts, l->width, l->constant) : 0;
  if (!acc) { /* k - x reads better than -x + k */
    acc = constant;
    constant = 0;
  }
  for (u32 i = 0; i < l->n; i++) {
    if (is_negative(l, l->coef[i])) acc = plus(ts, l, acc, l->atom[i], l->coef[i]);
  }
  return constant ? cons(ts, TERM_ADD, l->width, acc, constant, 0) : acc;
}

void split_constant(Terms *ts, Term t, Term *rest, u128 *constant) {
  const Node *n = node_of(ts, t);
  *rest = t;
  *constant = 0;
  if (n->op == TERM_ADD && const_value(ts, n->b, constant)) *rest = n->a;
}

bool is_sum(const Terms *ts, Term t) {
  const Node *n = node_of(ts, t);
  return n->op == TERM_ADD || n->op == TERM_SUB || n->op == TERM_NEG || n->op == TERM_NOT ||
         (n->op == TERM_MUL && is_const(ts, n->b));
}
