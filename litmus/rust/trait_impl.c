/* `impl Trait` as what a function returns: a type known by its bounds, which hides the type that
 * the function's body was found to have. The body is compiled when the type is first asked for. */
#include "litmus/rust/closure.h"

/* One definition for each `impl Trait` in the source. */
static Def *opaque_def(Front *f, Def *fn, const AstType *t) {
  for (u32 i = 0; i < f->opaques.len; i++)
    if (f->opaques.at[i]->opaque == t) return f->opaques.at[i];
  Def *d = arena_new(f->arena, Def);
  d->kind = DEF_OPAQUE;
  d->name = fn->name;
  d->span = t->span;
  d->parent = fn;
  d->scope = fn->scope;
  d->is_prelude = fn->is_prelude;
  d->lang = LANG_COUNT;
  d->opaque = t;
  d->gens = fn->gens;
  d->ngens = fn->ngens;
  d->nparent = fn->nparent;
  alist_push(f->arena, &f->opaques, d);
  return d;
}

static bool any_infer(Front *f, const TypeId *args, u32 n) {
  for (u32 i = 0; i < n; i++)
    if (type_mentions_infer(f, args[i])) return true;
  return false;
}

static TypeId hidden_type(Front *f, Def *od, const TypeId *args, Span span) {
  Def *fn = od->parent;
  args = types_reveal(f, args, fn->ngens);
  if (fn->parent && fn->parent->kind == DEF_TRAIT) {
    const TypeId *own_args;
    Def *own = find_trait_fn(f, fn, args, fn->ngens, span, &own_args);
    if (own != fn) {
      if (fn->item->ty != od->opaque)
        front_fail(
            f, DIAG_UNSUPPORTED, od->span,
            "`impl Trait` inside the return type of a trait's function is not supported yet");
      return type_reveal(f, fn_signature(f, NULL, own, own_args).ret);
    }
  }
  Instance *inst = find_instance(f, fn, args, fn->ngens, span);
  compile_now(f, inst, span);
  for (u32 i = 0; i < inst->hidden.len; i++)
    if (inst->hidden.at[i].opaque == od) return inst->hidden.at[i].ty;
  front_fail(f, DIAG_ERROR, od->span, "cannot resolve opaque type");
}

TypeId try_opaque(Infer *ic, Front *f, Def *od, const TypeId *args, Span span) {
  TypeId *now = arena_array(f->arena, TypeId, od->ngens + 1);
  for (u32 i = 0; i < od->ngens; i++) now[i] = ic ? infer_resolve(ic, args[i]) : args[i];
  if (any_infer(f, now, od->ngens)) return 0;
  TypeId hidden = hidden_type(f, od, now, span);
  return type_opaque(f->tt, OPAQUE_IMPL, od, now, od->ngens, hidden);
}

/* In the function's own body: the type that is being looked for. */
static TypeId defining(const TyEnv *env, Def *od) {
  Infer *ic = env->solve;
  for (u32 i = 0; i < ic->hidden.len; i++)
    if (ic->hidden.at[i].opaque == od) return ic->hidden.at[i].ty;
  Hidden h = {od, infer_fresh(ic)};
  alist_push(ic->arena, &ic->hidden, h);
  expect_bounds(env, h.ty, &od->opaque->bounds, od->span);
  return h.ty;
}

TypeId opaque_type(const TyEnv *env, const AstType *t) {
  Front *f = env->f;
  Def *fn = env->owner;
  while (fn && (fn->kind == DEF_ANON_CONST || fn->kind == DEF_OPAQUE)) fn = fn->parent;
  if (!fn || fn->kind != DEF_FN)
    front_fail(f, DIAG_ERROR, t->span,
               "`impl Trait` is not allowed outside of function and inherent method argument and "
               "return types");
  Def *od = opaque_def(f, fn, t);
  Infer *ic = env->solve;
  if (ic && ic->owner == fn && ic->args == env->args && ic->defines) return defining(env, od);
  TypeId ty = try_opaque(ic, f, od, env->args, t->span);
  if (ty) return ty;
  if (!ic) front_fail(f, DIAG_ERROR, t->span, "type annotations needed");
  Obligation o = {.opaque = od, .args = env->args, .ty = infer_fresh(ic), .span = t->span};
  alist_push(ic->arena, &ic->obligations, o);
  return o.ty;
}

void keep_hidden(Infer *ic, Instance *inst) {
  for (u32 i = 0; i < ic->hidden.len; i++) {
    Hidden h = ic->hidden.at[i];
    h.ty = type_reveal(ic->f, infer_resolve(ic, h.ty));
    if (type_mentions_infer(ic->f, h.ty)) fail(ic, h.opaque->span, "type annotations needed");
    alist_push(ic->f->arena, &inst->hidden, h);
  }
}
