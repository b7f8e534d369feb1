/* Most questions about layouts are about order and distance: is p before q, does p + 4 equal q, are
 * both apart? A solver of bit vectors needs 100 ms to see that p < q and q < p contradict each
 * other, because it looks at bits. This procedure looks at numbers: a condition x + k <= y + l is a
 * bound on the difference x - y, bounds add up along paths, and a cycle of negative length is a
 * contradiction.
 *
 * What has alternatives ("apart" is before or after, an inequality is less or greater, a sum that
 * leaves the address space comes back at its other end) is split into cases, the forced ones first.
 * A condition that is not understood is left out, so the only answer that means anything is "these
 * contradict each other". */
#include "engine/mach/order.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/base/vec.h"

#define MAX_NODES 24
#define MAX_DEPTH 100   /* of nested connectives */
#define MAX_VISITS 5000 /* of terms */
#define MAX_CASES 1000
#define MAX_ALIGN 60
#define NO_BOUND ((i128)1 << 100)

/* An alternative: one of two things holds. */
typedef enum ChoiceKind {
  CHOICE_TERM, /* the operands of `or`, or the negated ones of `and` */
  CHOICE_LESS, /* x < y + c or y + c < x */
  CHOICE_WRAP  /* x = y + c or x = y + c - 2^width */
} ChoiceKind;

typedef struct Choice {
  ChoiceKind kind;
  Term term;
  bool positive;
  u32 x, y;
  unsigned width;
  i128 c;
} Choice;

/* bound[x][y] is the least known upper bound of x - y. Node 0 is the number 0. */
typedef struct State {
  i128 bound[MAX_NODES][MAX_NODES];
  VEC(Choice) choices;
} State;

typedef struct Order {
  Terms *ts;
  u32 nnodes;
  Term node[MAX_NODES];
  u8 log2_align[MAX_NODES]; /* the value is a multiple of 2^this */
  u32 cases, visits;        /* so far */
  VEC(Term) given[2];       /* conditions that hold (1) or do not hold (0) in all cases */
  bool is_root;             /* no case has been chosen yet */
} Order;

/* ---- bounds */

/* Differences of multiples are multiples. */
static i128 tightened(const Order *o, u32 x, u32 y, i128 c) {
  u8 a = o->log2_align[x], b = o->log2_align[y], least = a < b ? a : b;
  return (c >> least) * ((i128)1 << least);
}

/* x - y <= c. False: contradiction. */
static bool add_bound(const Order *o, State *s, u32 x, u32 y, i128 c) {
  c = tightened(o, x, y, c);
  if (c >= s->bound[x][y]) return true;
  for (u32 i = 0; i < o->nnodes; i++) {
    if (s->bound[i][x] == NO_BOUND) continue;
    for (u32 k = 0; k < o->nnodes; k++) {
      if (s->bound[y][k] == NO_BOUND) continue;
      i128 via = tightened(o, i, k, s->bound[i][x] + c + s->bound[y][k]);
      if (via >= s->bound[i][k]) continue;
      if (i == k) return false; /* via < 0 */
      s->bound[i][k] = via;
    }
  }
  return true;
}

/* x = y + c */
static bool add_equal(const Order *o, State *s, u32 x, u32 y, i128 c) {
  return add_bound(o, s, x, y, c) && add_bound(o, s, y, x, -c);
}

/* ---- terms as node + constant */

typedef struct Sum {
  u32 node;
  i128 c;
} Sum;

/* The bounds that a number has by itself. */
static void own_bounds(const Order *o, State *s, u32 node) {
  Term t = o->node[node];
  i128 low = 0, high = (i128)u128_mask(~(u128)0, term_width(o->ts, t));
  const TermVar *v = term_as_var(o->ts, t);
  if (v && v->address) low = 1, high -= v->size;
  add_bound(o, s, 0, node, -low);
  add_bound(o, s, node, 0, high);
}

static bool node_of(Order *o, State *s, Term t, u32 *node) {
  for (u32 i = 1; i < o->nnodes; i++)
    if (o->node[i] == t) return *node = i, true;
  if (o->nnodes == MAX_NODES) return false;
  u32 n = *node = o->nnodes++;
  const TermVar *v = term_as_var(o->ts, t);
  unsigned align = v && v->address ? v->log2_align : 0;
  o->node[n] = t;
  o->log2_align[n] = (u8)(align < MAX_ALIGN ? align : MAX_ALIGN);
  own_bounds(o, s, n);
  return true;
}

/* t as a node plus a constant, as integers. A sum that may wrap around is a node of its own that is
 * one of two integers. */
static bool sum_of(Order *o, State *s, Term t, Sum *out) {
  unsigned w = term_width(o->ts, t);
  u128 k;
  if (w > 64 || w < 2) return false;
  if (term_is_const(o->ts, t, &k)) return *out = (Sum){0, (i128)k}, true;
  bool shifted = term_op(o->ts, t) == TERM_ADD && term_is_const(o->ts, term_arg(o->ts, t, 1), &k);
  *out = (Sum){0};
  if (!shifted) return node_of(o, s, t, &out->node);
  u32 x;
  if (!node_of(o, s, term_arg(o->ts, t, 0), &x)) return false;
  i128 c = u128_sext(k, w), all = (i128)u128_mask(~(u128)0, w);
  bool fits = c >= 0 ? s->bound[x][0] + c <= all : s->bound[0][x] - c <= 0;
  if (fits) return *out = (Sum){x, c}, true;
  u32 before = o->nnodes;
  if (!node_of(o, s, t, &out->node)) return false;
  if (o->nnodes > before) {
    i128 wrapped = c >= 0 ? c : c + all + 1; /* both ways are written as y + c, y + c - 2^w */
    vec_push(&s->choices,
             ((Choice){CHOICE_WRAP, .x = out->node, .y = x, .c = wrapped, .width = w}));
  }
  return true;
}

/* ---- conditions */

/* a + 1 <= b if strict, else a <= b */
static bool assert_order(Order *o, State *s, Term a, Term b, bool strict) {
  Sum x, y;
  if (!sum_of(o, s, a, &x) || !sum_of(o, s, b, &y)) return true;
  return add_bound(o, s, x.node, y.node, y.c - x.c - strict);
}

static bool assert_equality(Order *o, State *s, Term a, Term b, bool positive) {
  Sum x, y;
  if (!sum_of(o, s, a, &x) || !sum_of(o, s, b, &y)) return true;
  if (positive) return add_equal(o, s, x.node, y.node, y.c - x.c);
  vec_push(&s->choices, ((Choice){CHOICE_LESS, .x = x.node, .y = y.node, .c = y.c - x.c}));
  return true;
}

static bool is_given(const Order *o, Term t, bool positive) {
  for (u32 i = 0; i < o->given[positive].len; i++)
    if (o->given[positive].at[i] == t) return true;
  return false;
}

/* Takes t (or its negation) to be true. False: contradiction. */
static bool assert_term(Order *o, State *s, Term t, bool positive, u32 depth) {
  TermOp op = term_op(o->ts, t);
  if (depth > MAX_DEPTH || o->visits++ > MAX_VISITS) return true;
  if (term_is_const(o->ts, t, NULL)) return term_is_true(o->ts, t) == positive;
  if (op == TERM_NOT) return assert_term(o, s, term_arg(o->ts, t, 0), !positive, depth + 1);
  if (term_op_arity(op) != 2) return true;
  if (op == TERM_AND || op == TERM_OR || op == TERM_EQ) { /* what may become a choice */
    if (is_given(o, t, !positive)) return false;
    if (is_given(o, t, positive)) return true;
    if (o->is_root) vec_push(&o->given[positive], t);
  }
  Term a = term_arg(o->ts, t, 0), b = term_arg(o->ts, t, 1);
  switch (op) {
  case TERM_AND:
  case TERM_OR:
    if ((op == TERM_AND) == positive)
      return assert_term(o, s, a, positive, depth + 1) && assert_term(o, s, b, positive, depth + 1);
    vec_push(&s->choices, ((Choice){CHOICE_TERM, .term = t, .positive = positive}));
    return true;
  case TERM_ULT: return positive ? assert_order(o, s, a, b, true) : assert_order(o, s, b, a, false);
  case TERM_ULE: return positive ? assert_order(o, s, a, b, false) : assert_order(o, s, b, a, true);
  case TERM_EQ: return assert_equality(o, s, a, b, positive);
  default: return true;
  }
}

/* Makes the nodes that t speaks of, so that every case knows their bounds. */
static void declare(Order *o, State *s, Term t, u32 depth) {
  TermOp op = term_op(o->ts, t);
  if (depth > MAX_DEPTH || o->visits++ > MAX_VISITS) return;
  if (op == TERM_ULT || op == TERM_ULE || op == TERM_EQ) {
    Sum ignored;
    for (unsigned i = 0; i < 2; i++) sum_of(o, s, term_arg(o->ts, t, i), &ignored);
  } else if (op == TERM_NOT || op == TERM_AND || op == TERM_OR) {
    for (unsigned i = 0; i < term_op_arity(op); i++)
      declare(o, s, term_arg(o->ts, t, i), depth + 1);
  }
}

/* ---- cases */

static bool assert_case(Order *o, State *s, const Choice *c, bool second) {
  switch (c->kind) {
  case CHOICE_TERM: return assert_term(o, s, term_arg(o->ts, c->term, second), c->positive, 0);
  case CHOICE_LESS:
    return second ? add_bound(o, s, c->y, c->x, -c->c - 1) : add_bound(o, s, c->x, c->y, c->c - 1);
  default: return add_equal(o, s, c->x, c->y, second ? c->c - ((i128)1 << c->width) : c->c);
  }
}

static State *copy_state(const State *s) {
  State *copy = memory_alloc_zeroed(1, sizeof *copy);
  memcpy(copy->bound, s->bound, sizeof s->bound);
  for (u32 i = 0; i < s->choices.len; i++) vec_push(&copy->choices, s->choices.at[i]);
  return copy;
}

static void free_state(State *s) {
  vec_free(&s->choices);
  free(s);
}

static bool possible(Order *o, const State *s, const Choice *c, bool second) {
  State trial;
  memcpy(trial.bound, s->bound, sizeof s->bound);
  memset(&trial.choices, 0, sizeof trial.choices);
  bool ok = assert_case(o, &trial, c, second);
  vec_free(&trial.choices);
  return ok;
}

static Choice take_choice(State *s, u32 i) {
  Choice c = s->choices.at[i];
  s->choices.at[i] = vec_pop(&s->choices);
  return c;
}

/* Decides choices of which one case is impossible until there are none. False: contradiction. */
static bool settle(Order *o, State *s) {
  for (bool progress = true; progress && o->cases < MAX_CASES;) {
    progress = false;
    for (u32 i = 0; i < s->choices.len && o->cases < MAX_CASES;) {
      bool first = possible(o, s, &s->choices.at[i], false);
      bool second = possible(o, s, &s->choices.at[i], true);
      o->cases++;
      if (first && second) {
        i++;
        continue;
      }
      if (!first && !second) return false;
      Choice c = take_choice(s, i);
      if (!assert_case(o, s, &c, second)) return false;
      progress = true;
    }
  }
  return true;
}

/* True when every combination of cases is impossible. Out of cases means "not known". */
static bool refuted(Order *o, State *s) {
  if (!settle(o, s)) return true;
  if (!s->choices.len || o->cases >= MAX_CASES) return false;
  Choice c = take_choice(s, 0);
  State *other = copy_state(s);
  bool first = !assert_case(o, other, &c, false) || refuted(o, other);
  free_state(other);
  return first && (!assert_case(o, s, &c, true) || refuted(o, s));
}

bool order_contradiction(Terms *ts, const Term *conds, u32 n) {
  Order o = {.ts = ts, .nnodes = 1, .log2_align = {MAX_ALIGN}};
  State *s = memory_alloc_zeroed(1, sizeof *s);
  for (u32 i = 0; i < MAX_NODES; i++)
    for (u32 k = 0; k < MAX_NODES; k++) s->bound[i][k] = i == k ? 0 : NO_BOUND;
  bool ok = true;
  for (u32 i = 0; i < n; i++) declare(&o, s, conds[i], 0);
  o.visits = 0;
  o.is_root = true;
  for (u32 i = 0; ok && i < n; i++) ok = assert_term(&o, s, conds[i], true, 0);
  o.is_root = false;
  bool contradiction = !ok || refuted(&o, s);
  vec_free(&o.given[0]);
  vec_free(&o.given[1]);
  free_state(s);
  return contradiction;
}
