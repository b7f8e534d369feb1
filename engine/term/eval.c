/* The value of a term under an assignment of its variables. */
#include "engine/term/internal.h"

#include "engine/base/memory.h"

static u128 value_of(const Terms *ts, Term t) {
  u128 v;
  return const_value(ts, t, &v) ? v : ts->value[t];
}

/* The value of a node whose operands have values. */
static u128 evaluate(const Terms *ts, const Node *n) {
  u128 a = value_of(ts, n->a);
  unsigned from = width_of(ts, n->a);
  switch ((TermOp)n->op) {
  case TERM_NOT:
  case TERM_NEG: return fold_un(n->op, n->width, a);
  case TERM_ITE: return value_of(ts, a ? n->b : n->c);
  case TERM_CONCAT: return a << width_of(ts, n->b) | value_of(ts, n->b);
  case TERM_EXTRACT: return u128_mask(a >> n->lo, n->width);
  case TERM_ZEXT: return a;
  case TERM_SEXT: return u128_mask((u128)u128_sext(a, from), n->width);
  default: break;
  }
  unsigned arity = term_op_arity(n->op);
  u128 b = arity > 1 ? value_of(ts, n->b) : 0;
  if (!term_op_is_float(n->op)) return term_fold_bin(n->op, from, a, b);
  return term_fold_float(n->op, from, n->width, a, b, arity > 2 ? value_of(ts, n->c) : 0);
}

/* Pushes the operands of `t` that have no value yet; false if there are none. */
static bool push_operands(Terms *ts, Term t, u32 round) {
  const Node n = *node_of(ts, t);
  u32 before = ts->stack.len;
  const Term args[] = {n.a, n.b, n.c};
  for (unsigned i = 0; i < term_op_arity(n.op); i++) {
    if (ts->mark[args[i]] != round && !is_const(ts, args[i])) vec_push(&ts->stack, args[i]);
  }
  return ts->stack.len > before;
}

bool term_eval(Terms *ts, Term t, const Term *vars, const u128 *vals, u32 n, u128 *out) {
  if (const_value(ts, t, out)) return true;
  u32 round = walk_begin(ts, t);
  if (ts->nvalue < ts->nmark) {
    ts->value = memory_resize(ts->value, ts->nmark * sizeof *ts->value);
    ts->nvalue = ts->nmark;
  }
  for (u32 i = 0; i < n; i++) {
    if (vars[i] > t) continue; /* operands have smaller handles: it cannot occur */
    ts->mark[vars[i]] = round;
    ts->value[vars[i]] = u128_mask(vals[i], width_of(ts, vars[i]));
  }
  vec_push(&ts->stack, t);
  while (ts->stack.len) {
    Term u = vec_last(&ts->stack);
    if (ts->mark[u] != round) {
      if (is_op(ts, u, TERM_VAR)) return false;
      if (push_operands(ts, u, round)) continue;
      ts->value[u] = evaluate(ts, node_of(ts, u));
      ts->mark[u] = round;
    }
    ts->stack.len--;
  }
  *out = ts->value[t];
  return true;
}
