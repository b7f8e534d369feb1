/* Walks over a term without recursion: terms can be deeper than the C stack. */
#include "engine/term/internal.h"

#include <string.h>

#include "engine/base/memory.h"

/* Starts a walk that reaches no handle above `top`; returns its number. Marks of earlier walks
 * differ from it, so nothing has to be cleared. */
u32 walk_begin(Terms *ts, Term top) {
  if (top >= ts->nmark) {
    u32 n = ts->nodes.cap;
    ts->mark = memory_resize(ts->mark, n * sizeof *ts->mark);
    memset(ts->mark + ts->nmark, 0, (n - ts->nmark) * sizeof *ts->mark);
    ts->nmark = n;
  }
  if (++ts->round == 0) { /* after 2^32 walks old marks could be taken for new ones */
    memset(ts->mark, 0, ts->nmark * sizeof *ts->mark);
    ts->round = 1;
  }
  vec_clear(&ts->stack);
  return ts->round;
}

static bool contains(const Term *list, u32 n, Term t) {
  for (u32 i = 0; i < n; i++) {
    if (list[i] == t) return true;
  }
  return false;
}

u32 term_vars(Terms *ts, Term t, Term *out, u32 n, u32 cap) {
  u32 round = walk_begin(ts, t);
  vec_push(&ts->stack, t);
  while (ts->stack.len) {
    Term u = vec_pop(&ts->stack);
    if (ts->mark[u] == round) continue;
    ts->mark[u] = round;
    const Node *node = node_of(ts, u);
    if (node->op == TERM_VAR) {
      if (n < cap && !contains(out, n, u)) out[n++] = u;
      continue;
    }
    for (unsigned i = term_op_arity(node->op); i-- > 0;) {
      vec_push(&ts->stack, term_arg(ts, u, i));
    }
  }
  return n;
}

u32 term_size(Terms *ts, Term t) {
  u32 round = walk_begin(ts, t), n = 0;
  vec_push(&ts->stack, t);
  while (ts->stack.len) {
    Term u = vec_pop(&ts->stack);
    if (ts->mark[u] == round) continue;
    ts->mark[u] = round;
    n++;
    const Node *node = node_of(ts, u);
    for (unsigned i = term_op_arity(node->op); i-- > 0;) vec_push(&ts->stack, term_arg(ts, u, i));
  }
  return n;
}
