/* What the bounds Fn, FnMut and FnOnce of generic parameters ask of the types given for them: the
 * signature as soon as the type is known, the kind once captures are. */
#include "litmus/rust/closure.h"

bool fn_trait_kind(const Front *f, const AstPath *trait, FnKind *kind) {
  if (!trait || !trait->seg.n || !trait->seg.at[trait->seg.n - 1].is_fn_sugar) return false;
  Sym name = trait->seg.at[trait->seg.n - 1].name;
  *kind = name == f->n.fn_ ? FN_KIND_FN : name == f->n.fn_mut ? FN_KIND_MUT : FN_KIND_ONCE;
  return name == f->n.fn_ || name == f->n.fn_mut || name == f->n.fn_once;
}

/* Fn(A, B) -> C was parsed as Fn<(A, B), Output = C>. */
FnSig fn_bound_sugar(const TyEnv *env, const AstSegment *seg) {
  FnSig sig = {.ret = type_unit(env->f->tt)};
  if (seg->args.n && seg->args.at[0]->kind == AST_TY_TUPLE) {
    const AstType *tuple = seg->args.at[0];
    TypeId *params = arena_array(env->f->arena, TypeId, tuple->elems.n + 1);
    for (u32 i = 0; i < tuple->elems.n; i++) params[i] = lower_type(env, tuple->elems.at[i]);
    sig.params = params;
    sig.nparams = tuple->elems.n;
  }
  if (seg->assoc.n && seg->assoc.at[0].ty) sig.ret = lower_type(env, seg->assoc.at[0].ty);
  return sig;
}

void fn_bound_expect(Infer *ic, TypeId ty, FnKind kind, const FnSig *sig, Span span) {
  FnBound b = {.ty = ty, .kind = kind, .span = span, .has_sig = sig != NULL};
  if (sig) b.sig = *sig;
  alist_push(ic->arena, &ic->fn_bounds, b);
}

void fn_bounds_add(Infer *ic, Def *d, const TypeId *args, Span span) {
  for (u32 i = 0; i < d->ngens; i++) {
    if (d->gens[i]->is_const || d->gens[i]->is_lifetime) continue;
    BoundList bounds = {0};
    generic_bounds(ic->f, d, i, &bounds);
    for (u32 k = 0; k < bounds.len; k++) {
      FnKind kind;
      const AstPath *trait = bounds.at[k]->path;
      if (!fn_trait_kind(ic->f, trait, &kind)) continue;
      TyEnv env = env_of(ic->f, ic, d, args);
      FnSig sig = fn_bound_sugar(&env, &trait->seg.at[trait->seg.n - 1]);
      fn_bound_expect(ic, args[i], kind, &sig, span);
    }
  }
}

_Noreturn static void fail_signature(Infer *ic, const FnBound *b, const FnSig *found) {
  if (b->sig.nparams != found->nparams)
    fail(ic, b->span, "expected a function or closure that takes %u argument%s, but `%s` takes %u",
         b->sig.nparams, b->sig.nparams == 1 ? "" : "s", show(ic, b->ty), found->nparams);
  FnSig want = b->sig;
  want.is_unsafe = want.is_extern_c = false;
  fail(ic, b->span, "type mismatch in the arguments or result of `%s`: expected signature `%s`",
       show(ic, b->ty), show(ic, type_fnptr(ic->tt, want)));
}

void fn_bounds_solve(Infer *ic) {
  for (u32 i = 0; i < ic->fn_bounds.len; i++) {
    FnBound *b = &ic->fn_bounds.at[i];
    if (b->solved || infer_is_var(ic, b->ty)) continue;
    b->solved = true;
    FnSig sig;
    if (!callable_sig(ic->f, ic, b->ty, &sig)) {
      static const char *const traits[] = {"Fn", "FnMut", "FnOnce"};
      fail(ic, b->span, "expected a `%s` closure, found `%s`", traits[b->kind], show(ic, b->ty));
    }
    if (!b->has_sig) continue;
    const FnBound bound = *b; /* unifying may add bounds */
    bool same = sig.nparams == bound.sig.nparams;
    for (u32 k = 0; same && k < sig.nparams; k++)
      same = unify(ic, sig.params[k], bound.sig.params[k]);
    if (!same || !unify(ic, sig.ret, bound.sig.ret)) fail_signature(ic, &bound, &sig);
  }
}

/* A closure of a kind of its own, given where another kind is asked for. */
void fn_bounds_check(Infer *ic) {
  static const char *const traits[] = {"Fn", "FnMut", "FnOnce"};
  for (u32 i = 0; i < ic->fn_bounds.len; i++) {
    const FnBound *b = &ic->fn_bounds.at[i];
    TypeId t = type_reveal(ic->f, infer_resolve(ic, b->ty));
    if (type_mentions_infer(ic->f, t) || callable_as(ic->f, t, b->kind)) continue;
    Closure *c = closure_of(ic->f, t);
    if (c)
      fail(ic, c->def->span,
           "expected a closure that implements the `%s` trait, but this closure only implements "
           "`%s`",
           traits[b->kind], traits[c->kind]);
    fail(ic, b->span, "expected a `%s` closure, found `%s`", traits[b->kind], show(ic, t));
  }
}
