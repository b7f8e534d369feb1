/* Operators whose operands inference does not know yet: `|a, b| a + b`. The node stands there with
 * a type of its own until more is known; then the operator is checked as if it had been met only
 * now and takes the node's place. */
#include "litmus/rust/closure.h"

Thir *defer_operator(Infer *ic, DeferredFn *check, const AstExpr *e, Thir *a, Thir *b, TypeId ty) {
  Thir *n = node_new(ic, THIR_USE, e->span, ty);
  Deferred d = {.check = check, .e = e, .a = a, .b = b, .node = n, .closure = ic->closure};
  alist_push(ic->arena, &ic->deferred, d);
  return n;
}

bool is_unknown(Infer *ic, TypeId t) {
  return shallow_get(ic, t)->kind == TY_INFER && !infer_is_number_var(ic, t);
}

static bool is_ready(Infer *ic, const Deferred *d) {
  const Type *ty = shallow_get(ic, d->a->ty);
  while (ty->kind == TY_PTR && ptr_is_ref(ty->u.ptr.kind)) ty = shallow_get(ic, ty->u.ptr.to);
  return ty->kind != TY_INFER || infer_is_number_var(ic, d->a->ty);
}

static void settle(Infer *ic, const Deferred *d) {
  struct Closure *closure = ic->closure;
  ic->closure = d->closure;
  Thir *n = d->check(ic, d->e, d->a, d->b);
  ic->closure = closure;
  d->node->a = n;
  if (!unify(ic, d->node->ty, n->ty)) fail_mismatch(ic, n->span, d->node->ty, n->ty);
}

void deferred_solve(Infer *ic, bool last) {
  for (bool progress = ic->deferred.len > 0; progress;) {
    progress = false;
    for (u32 i = 0; i < ic->deferred.len; i++) {
      Deferred d = ic->deferred.at[i];
      if (d.done || !(is_ready(ic, &d) || last)) continue;
      ic->deferred.at[i].done = true;
      settle(ic, &d);
      progress = true;
      last = false; /* the first guess may say what the others are */
    }
    u32 n = 0;
    for (u32 i = 0; i < ic->deferred.len; i++)
      if (!ic->deferred.at[i].done) ic->deferred.at[n++] = ic->deferred.at[i];
    ic->deferred.len = n;
  }
}
