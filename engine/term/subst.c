/* Replacing variables. Operands have smaller handles than what is made of them, so the terms below
 * the given one, in ascending order, can be rebuilt one after the other. */
#include "engine/term/internal.h"

#include <stdlib.h>

typedef VEC(Term) Handles;

/* The terms below and including t that are not constants, ascending. */
static void collect(Terms *ts, Term t, Handles *cone) {
  u32 round = walk_begin(ts, t);
  vec_push(&ts->stack, t);
  while (ts->stack.len) {
    Term u = vec_pop(&ts->stack);
    if (ts->mark[u] == round || is_const(ts, u)) continue;
    ts->mark[u] = round;
    vec_push(cone, u);
    for (unsigned i = 0; i < term_op_arity(op_of(ts, u)); i++) {
      vec_push(&ts->stack, term_arg(ts, u, i));
    }
  }
}

static int by_handle(const void *a, const void *b) {
  Term x = *(const Term *)a, y = *(const Term *)b;
  return x < y ? -1 : x > y;
}

/* What became of `t`; constants stay. */
static Term image(const Handles *cone, const Handles *images, Term t) {
  u32 lo = 0, hi = cone->len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (cone->at[mid] < t) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo < cone->len && cone->at[lo] == t ? images->at[lo] : t;
}

static Term rebuild(Terms *ts, Term t, const Handles *cone, const Handles *images) {
  const Node n = *node_of(ts, t);
  unsigned arity = term_op_arity(n.op);
  Term a = image(cone, images, n.a);
  Term b = arity > 1 ? image(cone, images, n.b) : 0;
  Term c = arity > 2 ? image(cone, images, n.c) : 0;
  /* What does not change is not normalised again: facts about layouts are kept as they were made.
   */
  if (a == n.a && (arity < 2 || b == n.b) && (arity < 3 || c == n.c)) return t;
  switch ((TermOp)n.op) {
  case TERM_EXTRACT: return term_extract(ts, a, n.hi, n.lo);
  case TERM_ZEXT: return term_zext(ts, a, n.width);
  case TERM_SEXT: return term_sext(ts, a, n.width);
  case TERM_FCONVERT:
  case TERM_FFROM_U:
  case TERM_FFROM_S:
  case TERM_FTO_U:
  case TERM_FTO_S: return term_float_to(ts, n.op, a, n.width);
  default: return term_build(ts, n.op, a, b, c);
  }
}

static Term replacement(Term t, const Term *from, const Term *to, u32 n) {
  for (u32 i = 0; i < n; i++) {
    if (from[i] == t) return to[i];
  }
  return t;
}

Term term_subst(Terms *ts, Term t, const Term *from, const Term *to, u32 n) {
  Handles cone = {0}, images = {0};
  collect(ts, t, &cone);
  if (cone.len) qsort(cone.at, cone.len, sizeof *cone.at, by_handle);
  for (u32 i = 0; i < cone.len; i++) {
    Term u = cone.at[i];
    Term became =
        is_op(ts, u, TERM_VAR) ? replacement(u, from, to, n) : rebuild(ts, u, &cone, &images);
    vec_push(&images, became);
  }
  Term result = images.len ? vec_last(&images) : t;
  vec_free(&cone);
  vec_free(&images);
  return result;
}
