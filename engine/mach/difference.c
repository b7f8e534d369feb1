/* Refuting layout questions without a solver.
 *
 * Conditions about addresses are mostly of the form x + c <= y + d over 64-bit words. As integers
 * these are difference constraints, whose contradictions are negative cycles (a matrix of shortest
 * distances finds them as constraints come in). What makes words behave like integers are the facts
 * about an address variable x of an allocation of s bytes: 1 <= x <= 2^64 - 1 - s. Each translation
 * below keeps only consequences over the integers, so a contradiction found is one of the words
 * too. Disjunctions (two allocations lie one way round or the other) are split over, a bounded
 * number of times. */
#include "engine/mach/difference.h"

#include <string.h>

#include "engine/base/types.h"

enum { MAX_VARS = 12, MAX_OPEN = 96, MAX_SPLITS = 4000, MAX_DEPTH = 64 };

#define WORD ((i128)1 << 64)
#define UNBOUNDED ((i128)1 << 100)

/* v[a] - v[b] <= c; v[0] is the constant 0 */
typedef struct Edge {
  u32 a, b;
  i128 c;
} Edge;

/* One of two: edges, or formulas. */
typedef struct Choice {
  bool of_terms;
  Edge edge[2];
  Term term[2];
  bool positive[2];
} Choice;

typedef struct State {
  i128 dist[MAX_VARS + 1][MAX_VARS + 1];
  u32 nopen;
  Choice open[MAX_OPEN];
} State;

typedef struct Refuter {
  Terms *ts;
  u32 nvars;
  Term vars[MAX_VARS];
  u64 size[MAX_VARS + 1];
  u32 splits;
} Refuter;

/* ---- constraints */

static bool entailed(const State *s, Edge e) { return s->dist[e.a][e.b] <= e.c; }

/* false: contradiction */
static bool add_edge(const Refuter *r, State *s, Edge e) {
  if (entailed(s, e)) return true;
  if (s->dist[e.b][e.a] + e.c < 0) return false;
  for (u32 i = 0; i <= r->nvars; i++) {
    if (s->dist[i][e.a] >= UNBOUNDED) continue;
    for (u32 j = 0; j <= r->nvars; j++) {
      i128 via = s->dist[i][e.a] + e.c + s->dist[e.b][j];
      if (via < s->dist[i][j]) s->dist[i][j] = via;
    }
  }
  return true;
}

static void add_choice(State *s, Choice c) {
  if (s->nopen < MAX_OPEN) s->open[s->nopen++] = c; /* else left out */
}

/* ---- linear forms: v[plus] - v[minus] + c modulo 2^64; index 0 where there is none */

typedef struct Linear {
  u32 plus, minus;
  u64 c;
} Linear;

static u32 var_index(const Refuter *r, Term t) {
  for (u32 i = 0; i < r->nvars; i++)
    if (r->vars[i] == t) return i + 1;
  return 0;
}

static bool put_var(Linear *l, u32 v, bool negative) {
  u32 *own = negative ? &l->minus : &l->plus, *other = negative ? &l->plus : &l->minus;
  if (*other == v) return *other = 0, true;
  if (*own) return false;
  *own = v;
  return true;
}

static bool linear_into(const Refuter *r, Term t, bool negative, Linear *l, u32 depth) {
  u128 k;
  if (depth > MAX_DEPTH) return false;
  if (term_is_const(r->ts, t, &k)) {
    l->c += negative ? (u64)0 - (u64)k : (u64)k;
    return true;
  }
  u32 v = var_index(r, t);
  if (v) return put_var(l, v, negative);
  switch (term_op(r->ts, t)) {
  case TERM_NEG: return linear_into(r, term_arg(r->ts, t, 0), !negative, l, depth + 1);
  case TERM_NOT: /* ~x = -x - 1 */
    l->c += negative ? 1 : (u64)0 - 1;
    return linear_into(r, term_arg(r->ts, t, 0), !negative, l, depth + 1);
  case TERM_ADD:
  case TERM_SUB: {
    bool sub = term_op(r->ts, t) == TERM_SUB;
    return linear_into(r, term_arg(r->ts, t, 0), negative, l, depth + 1) &&
           linear_into(r, term_arg(r->ts, t, 1), negative != sub, l, depth + 1);
  }
  case TERM_MUL: /* by -1 */
    for (u32 i = 0; i < 2; i++)
      if (term_is_const(r->ts, term_arg(r->ts, t, i), &k) && (u64)k == UINT64_MAX)
        return linear_into(r, term_arg(r->ts, t, 1 - i), !negative, l, depth + 1);
    return false;
  default: return false;
  }
}

static bool linear(const Refuter *r, Term t, Linear *l) {
  *l = (Linear){0};
  return term_width(r->ts, t) == 64 && linear_into(r, t, false, l, 0);
}

/* The least and greatest integer v[plus] - v[minus] can be. */
static i128 least(const Refuter *r, Linear l) {
  i128 lo = l.plus ? 1 : 0;
  return lo - (l.minus ? WORD - 1 - r->size[l.minus] : 0);
}
static i128 greatest(const Refuter *r, Linear l) {
  i128 hi = l.plus ? WORD - 1 - r->size[l.plus] : 0;
  return hi - (l.minus ? 1 : 0);
}

/* The form's value as a word lies in [lo, hi] (lo <= hi). Then the integer v[plus] - v[minus] + c,
 * with c read as a signed number, lies in [lo, hi] plus a multiple of 2^64; usable when facts leave
 * one. */
static bool within(const Refuter *r, State *s, Linear l, u64 lo, u64 hi) {
  i128 c = (i64)l.c;
  i128 only = UNBOUNDED;
  u32 possible = 0;
  for (i128 k = -2; k <= 2; k++) {
    i128 from = (i128)lo - c + k * WORD, to = (i128)hi - c + k * WORD;
    if (to < least(r, l) || from > greatest(r, l)) continue;
    possible++;
    only = k;
  }
  if (!possible) return false;
  if (possible > 1) return true; /* left out */
  i128 from = (i128)lo - c + only * WORD, to = (i128)hi - c + only * WORD;
  return add_edge(r, s, (Edge){l.plus, l.minus, to}) &&
         add_edge(r, s, (Edge){l.minus, l.plus, -from});
}

/* The form's value as a word is not in [lo, hi]: in particular the integer is not. */
static void outside(State *s, Linear l, u64 lo, u64 hi) {
  i128 c = (i64)l.c;
  add_choice(s, (Choice){.edge = {{l.plus, l.minus, (i128)lo - c - 1},
                                  {l.minus, l.plus, -((i128)hi - c + 1)}}});
}

/* ---- formulas */

/* a single variable plus an offset that cannot wrap, or a constant */
static bool is_plain(const Refuter *r, Linear l) {
  return !l.minus && (!l.plus || l.c <= r->size[l.plus]);
}

/* a <= b, or a < b when strict */
static bool ordered(const Refuter *r, State *s, Term a, Term b, bool strict) {
  Linear x, y;
  if (!linear(r, a, &x) || !linear(r, b, &y)) return true;
  bool x_const = !x.plus && !x.minus, y_const = !y.plus && !y.minus;
  if (y_const) {
    if (strict && y.c == 0) return false;
    return within(r, s, x, 0, y.c - strict);
  }
  if (x_const) {
    if (strict && x.c == UINT64_MAX) return false;
    u64 at_least = x.c + strict;
    if (at_least) outside(s, y, 0, at_least - 1);
    return true;
  }
  if (!is_plain(r, x) || !is_plain(r, y)) return true;
  return add_edge(r, s, (Edge){x.plus, y.plus, (i128)y.c - (i128)x.c - strict});
}

static bool equal(const Refuter *r, State *s, Term a, Term b, bool positive) {
  Linear x = {0};
  if (term_width(r->ts, a) != 64 || !linear_into(r, a, false, &x, 0) ||
      !linear_into(r, b, true, &x, 0))
    return true;
  if (positive) return within(r, s, x, 0, 0);
  outside(s, x, 0, 0);
  return true;
}

static bool assume(const Refuter *r, State *s, Term t, bool positive, u32 depth) {
  Terms *ts = r->ts;
  u128 k;
  if (term_is_const(ts, t, &k)) return (k != 0) == positive;
  if (depth > MAX_DEPTH || term_width(ts, t) != 1) return true;
  TermOp op = term_op(ts, t);
  if (op == TERM_VAR) return true;
  Term a = term_arg(ts, t, 0), b = term_op_arity(op) > 1 ? term_arg(ts, t, 1) : 0;
  switch (op) {
  case TERM_NOT: return assume(r, s, a, !positive, depth + 1);
  case TERM_AND:
  case TERM_OR:
    if ((op == TERM_AND) == positive)
      return assume(r, s, a, positive, depth + 1) && assume(r, s, b, positive, depth + 1);
    add_choice(s, (Choice){.of_terms = true, .term = {a, b}, .positive = {positive, positive}});
    return true;
  case TERM_EQ: return equal(r, s, a, b, positive);
  case TERM_ULE: return positive ? ordered(r, s, a, b, false) : ordered(r, s, b, a, true);
  case TERM_ULT: return positive ? ordered(r, s, a, b, true) : ordered(r, s, b, a, false);
  default: return true;
  }
}

/* ---- search */

static bool take(const Refuter *r, State *s, const Choice *c, u32 side) {
  return c->of_terms ? assume(r, s, c->term[side], c->positive[side], 0)
                     : add_edge(r, s, c->edge[side]);
}

/* Is there no way to satisfy s? Bounded: gives up with false. */
static bool refuted(Refuter *r, State *s) {
  while (s->nopen) {
    Choice c = s->open[--s->nopen];
    if (!c.of_terms && (entailed(s, c.edge[0]) || entailed(s, c.edge[1]))) continue;
    if (++r->splits > MAX_SPLITS) return false;
    State first = *s;
    bool first_open = take(r, &first, &c, 0);
    State second = *s;
    if (!take(r, &second, &c, 1)) {
      if (!first_open) return true;
      *s = first;
      continue;
    }
    if (!first_open) {
      *s = second;
      continue;
    }
    if (!refuted(r, &first)) return false;
    *s = second;
  }
  return false;
}

bool difference_refutes(Terms *ts, const Term *conds, u32 n) {
  Refuter r = {.ts = ts};
  Term vars[MAX_VARS + 1];
  u32 count = 0;
  for (u32 i = 0; i < n; i++) count = term_vars(ts, conds[i], vars, count, MAX_VARS + 1);
  if (count > MAX_VARS) return false;
  for (u32 i = 0; i < count; i++) {
    const TermVar *v = term_as_var(ts, vars[i]);
    if (!v->address || v->width != 64) continue;
    r.vars[r.nvars] = vars[i];
    r.size[++r.nvars] = v->size;
  }
  if (!r.nvars) return false;
  State s;
  s.nopen = 0;
  for (u32 i = 0; i <= r.nvars; i++)
    for (u32 j = 0; j <= r.nvars; j++) s.dist[i][j] = i == j ? 0 : UNBOUNDED;
  for (u32 i = 1; i <= r.nvars; i++)
    if (!add_edge(&r, &s, (Edge){i, 0, WORD - 1 - r.size[i]}) ||
        !add_edge(&r, &s, (Edge){0, i, -1}))
      return true;
  for (u32 i = 0; i < n; i++)
    if (!assume(&r, &s, conds[i], true, 0)) return true;
  return refuted(&r, &s);
}
