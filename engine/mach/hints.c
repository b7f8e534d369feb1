/* Collects the variables, the constants and the equations of conditions, also of those equations
 * that stand below a negation or in one branch of a disjunction. The walk looks at a bounded number
 * of terms, without recursion. */
#include "engine/mach/hints.h"

#include <string.h>

#define MAX_TERMS 1500
#define SLOTS 4096 /* a power of two, well above MAX_TERMS */

typedef struct Walk {
  Term todo[MAX_TERMS];
  u32 ntodo, nseen;
  Term seen[SLOTS];
} Walk;

/* Remembers t for the walk unless it is there or the walk has got long. */
static void visit(Walk *w, Term t) {
  u32 i = (t * 0x9e3779b1u) >> 20;
  for (; w->seen[i & (SLOTS - 1)]; i++) {
    if (w->seen[i & (SLOTS - 1)] == t) return;
  }
  if (w->nseen >= MAX_TERMS) return;
  w->seen[i & (SLOTS - 1)] = t;
  w->nseen++;
  w->todo[w->ntodo++] = t;
}

static void add_constant(Hints *h, u128 v) {
  for (u32 i = 0; i < h->nconstants; i++) {
    if (h->constants[i] == v) return;
  }
  if (h->nconstants < MAX_HINT_CONSTANTS) h->constants[h->nconstants++] = v;
}

/* t as bits hi..lo of (variable + offset), or as a constant (variable 0). */
typedef struct Side {
  Term var;
  u128 offset;
  unsigned lo, width;
} Side;

static bool as_side(const Terms *ts, Term t, Side *s) {
  *s = (Side){.width = term_width(ts, t)};
  if (term_is_const(ts, t, &s->offset)) return true;
  if (term_op(ts, t) == TERM_ZEXT) t = term_arg(ts, t, 0);
  if (term_op(ts, t) == TERM_EXTRACT) {
    s->lo = term_lo(ts, t);
    s->width = term_width(ts, t);
    t = term_arg(ts, t, 0);
  }
  if (term_op(ts, t) == TERM_ADD && term_is_const(ts, term_arg(ts, t, 1), &s->offset)) {
    t = term_arg(ts, t, 0);
  }
  s->var = t;
  return term_op(ts, t) == TERM_VAR;
}

/* x's bits = y's bits: what does that say about the variable of x? */
static void add_equation(Hints *h, const Terms *ts, Side x, Side y) {
  if (!x.var || h->nequations == MAX_HINT_EQUATIONS) return;
  unsigned width = term_width(ts, x.var);
  Equation e = {.var = x.var, .other = y.var, .mask = u128_mask(~(u128)0, width)};
  if (!y.var) {
    e.mask = u128_mask(u128_mask(~(u128)0, x.width) << x.lo, width);
    e.offset = u128_mask((y.offset << x.lo) - x.offset, width);
  } else {
    if (x.lo != y.lo || term_width(ts, y.var) != width) return;
    e.mask = u128_mask(u128_mask(~(u128)0, x.width) << x.lo, width);
    e.offset = u128_mask(y.offset - x.offset, width);
  }
  h->equations[h->nequations++] = e;
}

/* Comparisons are worth trying at their edge, so < counts as = here. */
static void look_at_compare(Hints *h, const Terms *ts, Term t) {
  Side x, y;
  if (!as_side(ts, term_arg(ts, t, 0), &x) || !as_side(ts, term_arg(ts, t, 1), &y)) return;
  add_equation(h, ts, x, y);
  add_equation(h, ts, y, x);
}

void hints_collect(Hints *h, Terms *ts, const Term *conds, u32 n) {
  h->nvars = h->nconstants = h->nequations = 0;
  for (u32 i = 0; i < n; i++) {
    h->nvars = term_vars(ts, conds[i], h->vars, h->nvars, MAX_HINT_VARS);
  }
  h->too_many_vars = h->nvars == MAX_HINT_VARS;

  Walk w;
  w.ntodo = w.nseen = 0;
  memset(w.seen, 0, sizeof w.seen);
  /* The latest condition is the one that is new, so it is looked at first. */
  for (u32 i = 0; i < n && i < MAX_TERMS; i++) {
    visit(&w, conds[n - 1 - i]);
    while (w.ntodo) {
      Term t = w.todo[--w.ntodo];
      TermOp op = term_op(ts, t);
      u128 v;
      if (term_is_const(ts, t, &v)) add_constant(h, v);
      if (op == TERM_EQ || op == TERM_ULT || op == TERM_ULE) look_at_compare(h, ts, t);
      for (unsigned k = 0; k < term_op_arity(op); k++) visit(&w, term_arg(ts, t, k));
    }
  }
}

static u128 greatest(const TermVar *v) { return u128_mask(~(u128)0, v->width); }
static u128 alignment(const TermVar *v) {
  return v->address && v->log2_align < v->width ? (u128)1 << v->log2_align : 1;
}

bool legal_value(const TermVar *v, u128 x) {
  if (x > greatest(v)) return false;
  if (!v->address) return true;
  if (v->log2_align >= v->width || v->size > greatest(v)) return false;
  return x && !(x & (alignment(v) - 1)) && x <= greatest(v) - v->size;
}

u128 first_place(const TermVar *v) {
  return (u128)1 << (v->width > 22 ? 20 : v->width > 2 ? v->width - 2 : 0);
}

u128 align_down(const TermVar *v, u128 x) { return x & ~(alignment(v) - 1); }
u128 align_up(const TermVar *v, u128 x) { return align_down(v, x + alignment(v) - 1); }

static bool is_apart(const Terms *ts, const TermVar *v, u128 x, const Term *others,
                     const u128 *values, u32 n) {
  for (u32 i = 0; i < n; i++) {
    const TermVar *o = term_as_var(ts, others[i]);
    if (o->address && x < values[i] + o->size && values[i] < x + v->size) return false;
    if (o->address && x == values[i]) return false;
  }
  return true;
}

u128 value_apart(const Terms *ts, Term var, const Term *others, const u128 *values, u32 n) {
  const TermVar *v = term_as_var(ts, var);
  if (!v->address) return 0;
  u128 end = first_place(v), x;
  for (u32 i = 0; i < n; i++) {
    const TermVar *o = term_as_var(ts, others[i]);
    if (o->address && o->width == v->width && values[i] + o->size > end) end = values[i] + o->size;
  }
  x = align_up(v, end + SPACING);
  if (end < end + SPACING && legal_value(v, x)) return x;
  x = align_up(v, 1);
  if (legal_value(v, x) && is_apart(ts, v, x, others, values, n)) return x;
  for (u32 i = 0; i < n; i++) {
    const TermVar *o = term_as_var(ts, others[i]);
    x = align_up(v, values[i] + o->size);
    if (o->address && legal_value(v, x) && is_apart(ts, v, x, others, values, n)) return x;
  }
  return align_up(v, 1);
}
