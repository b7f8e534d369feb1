/* What is known of a term's value without knowing its variables: bits that are surely 0 or 1, and
 * bounds. The facts of address variables (aligned, not null, base + size does not wrap) enter here
 * and nowhere else; everything the rules know about addresses follows from these. */
#include "engine/term/internal.h"

Facts facts_unknown(unsigned width) { return (Facts){0, 0, 0, ones(width)}; }

bool facts_trivial(const Facts *f, unsigned width) {
  return !f->zero && !f->one && !f->min && f->max == ones(width);
}

static Facts facts_exactly(unsigned width, u128 v) {
  return (Facts){u128_mask(~v, width), v, v, v};
}

/* Lets bits and bounds learn from each other. Facts that contradict each other come from a variable
 * that has no legal value; then nothing is claimed. */
static Facts tighten(Facts f, unsigned width) {
  u128 all = ones(width);
  if (f.min < f.one) f.min = f.one;
  if (f.max > (all & ~f.zero)) f.max = all & ~f.zero;
  u128 open = f.min ^ f.max; /* bits above the highest difference are those of both bounds */
  for (unsigned shift = 1; shift < 128; shift *= 2) open |= open >> shift;
  f.one |= f.min & ~open;
  f.zero |= all & ~f.min & ~open;
  if ((f.zero & f.one) || f.min > f.max) return facts_unknown(width);
  if ((f.zero | f.one) == all) f.min = f.max = f.one;
  return f;
}

Facts facts_of_variable(const TermVar *v) {
  Facts f = facts_unknown(v->width);
  if (!v->address) return f;
  if (v->log2_align >= v->width || v->size > f.max) return f;
  u128 align = (u128)1 << v->log2_align;
  f.zero = align - 1;
  f.min = align;
  f.max = (f.max - v->size) & ~(align - 1);
  return tighten(f, v->width);
}

/* How many of the lowest bits are known. */
static unsigned known_low_bits(Facts f) {
  u128 known = f.zero | f.one;
  unsigned n = 0;
  while (n < 128 && known >> n & 1) n++;
  return n;
}

static unsigned trailing_zeros(Facts f) {
  unsigned n = 0;
  while (n < 128 && f.zero >> n & 1) n++;
  return n;
}

/* Bits of a + b + carry: a bit of the sum is known where both bits and the carry into it are. */
static Facts add_bits(Facts a, Facts b, bool carry, unsigned width) {
  u128 all = ones(width);
  u128 most = (all & ~a.zero) + (all & ~b.zero) + carry;
  u128 least = a.one + b.one + carry;
  u128 carry_zero = ~(most ^ a.zero ^ b.zero);
  u128 carry_one = least ^ a.one ^ b.one;
  u128 known = (a.zero | a.one) & (b.zero | b.one) & (carry_zero | carry_one) & all;
  return (Facts){~most & known, least & known, 0, all};
}

static Facts facts_add(Facts a, Facts b, unsigned width) {
  Facts f = add_bits(a, b, false, width);
  u128 all = ones(width);
  bool may_wrap = a.max > all - b.max, must_wrap = a.min > all - b.min;
  if (may_wrap == must_wrap) {
    f.min = u128_mask(a.min + b.min, width);
    f.max = u128_mask(a.max + b.max, width);
  }
  return f;
}

static Facts facts_sub(Facts a, Facts b, unsigned width) {
  Facts not_b = {b.one, b.zero, 0, ones(width)};
  Facts f = add_bits(a, not_b, true, width);
  if (a.min >= b.max || a.max < b.min) { /* never borrows, or always */
    f.min = u128_mask(a.min - b.max, width);
    f.max = u128_mask(a.max - b.min, width);
  }
  return f;
}

static Facts facts_mul(Facts a, Facts b, unsigned width) {
  Facts f = facts_unknown(width);
  unsigned known_a = known_low_bits(a), known_b = known_low_bits(b);
  unsigned low = known_a < known_b ? known_a : known_b;
  if (low > width) low = width;
  if (low) {
    u128 mask = ones(low), product = a.one * b.one & mask;
    f.one = product;
    f.zero = ~product & mask;
  }
  unsigned zeros = trailing_zeros(a) + trailing_zeros(b);
  if (zeros) f.zero |= ones(zeros < width ? zeros : width);
  if (!b.max || a.max <= ones(width) / b.max) {
    f.min = a.min * b.min;
    f.max = a.max * b.max;
  }
  return f;
}

static Facts facts_divide(TermOp op, Facts a, Facts b, unsigned width) {
  Facts f = facts_unknown(width);
  if (op == TERM_UREM) f.max = a.max;
  if (!b.min) return f;
  if (op == TERM_UDIV) {
    f.min = a.min / b.max;
    f.max = a.max / b.min;
  } else if (op == TERM_UREM && f.max > b.max - 1) {
    f.max = b.max - 1;
  }
  return f;
}

static Facts facts_bitwise(TermOp op, Facts a, Facts b, unsigned width) {
  Facts f = facts_unknown(width);
  if (op == TERM_AND) {
    f.zero = a.zero | b.zero;
    f.one = a.one & b.one;
    f.max = a.max < b.max ? a.max : b.max;
  } else if (op == TERM_OR) {
    f.zero = a.zero & b.zero;
    f.one = a.one | b.one;
    f.min = a.min > b.min ? a.min : b.min;
  } else {
    f.zero = (a.zero & b.zero) | (a.one & b.one);
    f.one = (a.zero & b.one) | (a.one & b.zero);
  }
  return f;
}

static Facts facts_ite(Facts a, Facts b) {
  return (Facts){a.zero & b.zero, a.one & b.one, a.min < b.min ? a.min : b.min,
                 a.max > b.max ? a.max : b.max};
}

static Facts facts_concat(Facts high, Facts low, unsigned low_width) {
  return (Facts){high.zero << low_width | low.zero, high.one << low_width | low.one,
                 high.min << low_width | low.min, high.max << low_width | low.max};
}

static Facts facts_extract(Facts a, unsigned a_width, unsigned hi, unsigned lo) {
  unsigned width = hi - lo + 1;
  u128 all = ones(width);
  Facts f = {a.zero >> lo & all, a.one >> lo & all, 0, all};
  /* Nothing but zeros above hi: then the bounds carry over. */
  if (hi + 1 == a_width || !(a.max >> hi >> 1)) {
    f.min = a.min >> lo;
    f.max = a.max >> lo;
  }
  return f;
}

static Facts facts_zext(Facts a, unsigned from, unsigned to) {
  a.zero |= ones(to) & ~ones(from);
  return a;
}

static Facts facts_sext(Facts a, unsigned from, unsigned to) {
  u128 above = ones(to) & ~ones(from), sign = sign_bit(from);
  Facts f = {a.zero, a.one, 0, ones(to)};
  if (a.zero & sign) {
    f = a;
    f.zero |= above;
  } else if (a.one & sign) {
    f.one |= above;
    f.min = a.min | above;
    f.max = a.max | above;
  }
  return f;
}

Facts facts_of(const Terms *ts, Term t) {
  u128 v;
  if (const_value(ts, t, &v)) return facts_exactly(width_of(ts, t), v);
  const Node *n = node_of(ts, t);
  return n->facts ? ts->facts.at[n->facts] : facts_unknown(n->width);
}

static Facts facts_of_operation(const Terms *ts, const Node *n) {
  Facts a = facts_of(ts, n->a);
  unsigned width = n->width, from = width_of(ts, n->a);
  switch ((TermOp)n->op) {
  case TERM_NOT: return (Facts){a.one, a.zero, ones(width) - a.max, ones(width) - a.min};
  case TERM_NEG: return facts_sub(facts_exactly(width, 0), a, width);
  case TERM_ADD: return facts_add(a, facts_of(ts, n->b), width);
  case TERM_SUB: return facts_sub(a, facts_of(ts, n->b), width);
  case TERM_MUL: return facts_mul(a, facts_of(ts, n->b), width);
  case TERM_UDIV:
  case TERM_UREM: return facts_divide(n->op, a, facts_of(ts, n->b), width);
  case TERM_AND:
  case TERM_OR:
  case TERM_XOR: return facts_bitwise(n->op, a, facts_of(ts, n->b), width);
  case TERM_LSHR: return (Facts){0, 0, 0, a.max};
  case TERM_ITE: return facts_ite(facts_of(ts, n->b), facts_of(ts, n->c));
  case TERM_CONCAT: return facts_concat(a, facts_of(ts, n->b), width_of(ts, n->b));
  case TERM_EXTRACT: return facts_extract(a, from, n->hi, n->lo);
  case TERM_ZEXT: return facts_zext(a, from, width);
  case TERM_SEXT: return facts_sext(a, from, width);
  default: return facts_unknown(width);
  }
}

Facts facts_of_node(const Terms *ts, const Node *n) {
  /* On Booleans the rules know more than facts can say; but a single bit may be a known one. */
  if (n->width == 1 && n->op != TERM_EXTRACT) return facts_unknown(1);
  return tighten(facts_of_operation(ts, n), n->width);
}
