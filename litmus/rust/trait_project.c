/* Associated types, and what is still to be shown about types that inference does not know yet. */
#include "litmus/rust/closure.h"
#include "litmus/rust/dyn.h"

/* ---- associated types */

/* The type that an impl (or the trait) gives; 0 if none. */
static TypeId impl_assoc_type(Front *f, Infer *ic, Def *assoc, const TypeId *args,
                              const Selection *sel, Span span) {
  Def *trait = assoc->parent;
  Def *own = sel->impl ? impl_item(sel->impl, assoc->name) : NULL;
  u32 given = assoc->ngens - trait->ngens;
  if (!own) {
    if (!assoc->item->ty)
      front_fail(f, DIAG_ERROR, sel->impl ? sel->impl->item->name_span : span,
                 "not all trait items implemented, missing: `%s`", name_of(f, assoc->name));
    TyEnv env = env_of(f, NULL, assoc, args);
    env.solve = ic;
    return lower_type(&env, assoc->item->ty);
  }
  if (own->kind != DEF_ASSOC_TYPE || own->ngens - own->nparent != given)
    front_fail(f, DIAG_ERROR, own->span, "`%s` does not fit its declaration in the trait `%s`",
               name_of(f, own->name), name_of(f, trait->name));
  TypeId *all = arena_array(f->arena, TypeId, own->ngens + 1);
  for (u32 i = 0; i < own->nparent; i++) all[i] = sel->impl_args[i];
  for (u32 i = 0; i < given; i++) all[own->nparent + i] = args[trait->ngens + i];
  TyEnv env = env_of(f, NULL, own, all);
  env.solve = ic;
  return lower_type(&env, own->item->ty);
}

static TypeId concrete_project(Front *f, Def *assoc, const TypeId *args, Span span) {
  Infer ic;
  infer_init(&ic, f, f->user_root, NULL);
  TypeId t = project(f, &ic, assoc, types_reveal(f, args, assoc->ngens), span);
  t = infer_resolve(&ic, t);
  if (type_mentions_infer(f, t))
    front_fail(f, DIAG_ERROR, span, "type annotations needed: the associated type `%s` of `%s`",
               name_of(f, assoc->name), type_show(f, &ic, args[0]));
  return type_reveal(f, t);
}

/* By a bound: what it says, or a type known by its own bounds alone. */
static TypeId bound_assoc_type(Front *f, Def *assoc, const TypeId *args, const EnvBound *b,
                               Span span) {
  for (u32 i = 0; i < b->assoc.len; i++) {
    const AstAssocArg *a = b->assoc.at[i].arg;
    if (a->name == assoc->name && a->ty) return lower_type(b->assoc.at[i].env, a->ty);
  }
  TypeId of_dyn = type_get(f->tt, args[0])->kind == TY_DYN ? dyn_assoc_type(f, args[0], assoc) : 0;
  if (of_dyn) return of_dyn;
  for (u32 i = 0; i < assoc->ngens; i++)
    if (type_mentions_infer(f, args[i])) return 0;
  TypeId hidden = concrete_project(f, assoc, args, span);
  return type_opaque(f->tt, OPAQUE_ASSOC, assoc, args, assoc->ngens, hidden);
}

static TypeId later(Infer *ic, Def *assoc, const TypeId *args, Span span) {
  Obligation o = {.ref = {assoc->parent, args}, .assoc = assoc, .args = args, .span = span};
  o.ty = infer_fresh(ic);
  alist_push(ic->arena, &ic->obligations, o);
  return o.ty;
}

/* 0: not known yet; when probing also if there is no such impl, and ic->failed is set. */
static TypeId try_project(Infer *ic, Def *assoc, const TypeId *args, Span span) {
  Front *f = ic->f;
  Def *trait = assoc->parent;
  TypeId *now = arena_array(f->arena, TypeId, assoc->ngens + 1);
  Selection sel;
  Selected s = trait_select(ic, (TraitRef){trait, args}, span, &sel);
  for (u32 i = 0; i < assoc->ngens; i++) now[i] = infer_resolve(ic, args[i]);
  if (s == SEL_NO) {
    if (!ic->probing) fail_unsatisfied(ic, (TraitRef){trait, args}, span);
    ic->failed = true;
    return 0;
  }
  if (s == SEL_MAYBE) return 0;
  if (!sel.bound && !sel.impl && trait == f->lang[LANG_FN_ONCE]) {
    FnSig sig;
    return callable_sig(f, ic, now[0], &sig) ? sig.ret : 0;
  }
  if (sel.bound) return bound_assoc_type(f, assoc, now, sel.bound, span);
  return impl_assoc_type(f, ic, assoc, now, &sel, span);
}

TypeId project(Front *f, Infer *ic, Def *assoc, const TypeId *args, Span span) {
  if (!ic) return concrete_project(f, assoc, args, span);
  if (++f->alias_depth > 64)
    front_fail(f, DIAG_UNSUPPORTED, span, "overflow evaluating the associated type `%s`",
               name_of(f, assoc->name));
  TypeId t = try_project(ic, assoc, args, span);
  f->alias_depth--;
  return t ? t : later(ic, assoc, args, span);
}

/* ---- paths */

/* The associated type of a trait or of one that it follows from; its trait into *found. */
static Def *assoc_in(Front *f, Infer *ic, TraitRef ref, Sym name, TraitRef *found) {
  Def *own = trait_item(ref.trait, name);
  *found = ref;
  if (own && own->kind == DEF_ASSOC_TYPE) return own;
  EnvBounds all = {0};
  add_trait_ref(f, ic, ref, &all);
  for (u32 i = 0; i < all.len; i++) {
    own = trait_item(all.at[i].ref.trait, name);
    *found = all.at[i].ref;
    if (own && own->kind == DEF_ASSOC_TYPE) return own;
  }
  return NULL;
}

/* Does the trait, or one of its supertraits, have an associated type of the name? Looks at the
 * definitions only, since bounds may mention the very type that is looked for. */
static bool declares(Front *f, Def *trait, Sym name, u32 depth) {
  Def *own = trait_item(trait, name);
  if (own && own->kind == DEF_ASSOC_TYPE) return true;
  if (depth > 16) return false;
  TyEnv env = {.f = f, .scope = trait->scope};
  const AstBounds *b = &trait->item->bounds;
  for (u32 i = 0; i < b->n; i++)
    if (!b->at[i].relaxed && declares(f, resolve_trait(&env, b->at[i].path), name, depth + 1))
      return true;
  return false;
}

static Def *among(const TyEnv *env, const AstBounds *bounds, TypeId self, Sym name,
                  TraitRef *found) {
  for (u32 i = 0; i < bounds->n; i++) {
    if (bounds->at[i].relaxed) continue;
    if (!declares(env->f, resolve_trait(env, bounds->at[i].path), name, 0)) continue;
    TraitRef ref = lower_trait_ref(env, bounds->at[i].path, self);
    Def *assoc = assoc_in(env->f, env->solve, ref, name, found);
    if (assoc) return assoc;
  }
  return NULL;
}

static bool is_name(const AstType *t, Sym name) {
  return t->kind == AST_TY_PATH && !t->path->self_ty && t->path->seg.n == 1 &&
         t->path->seg.at[0].name == name;
}

/* `param::name` inside d: by the bounds on the parameter. */
static Def *by_param_bounds(const TyEnv *env, Def *d, Sym param, TypeId self, Sym name,
                            TraitRef *found) {
  if (!d || !d->item) return NULL;
  for (u32 i = 0; i < d->item->generics.n; i++) {
    const AstGeneric *g = &d->item->generics.at[i];
    Def *assoc = g->name == param ? among(env, &g->bounds, self, name, found) : NULL;
    if (assoc) return assoc;
  }
  for (u32 i = 0; i < d->item->wheres.n; i++) {
    const AstWhere *w = &d->item->wheres.at[i];
    Def *assoc = is_name(w->ty, param) ? among(env, &w->bounds, self, name, found) : NULL;
    if (assoc) return assoc;
  }
  bool inside = d->parent && (d->parent->kind == DEF_IMPL || d->parent->kind == DEF_TRAIT);
  return inside ? by_param_bounds(env, d->parent, param, self, name, found) : NULL;
}

static Def *trait_around(Def *d) {
  while (d && d->kind != DEF_TRAIT && d->kind != DEF_IMPL) d = d->parent;
  return d;
}

/* `Self::name` in a trait or an impl of one. */
static Def *by_self(const TyEnv *env, Sym name, TraitRef *found) {
  Def *around = trait_around(env->owner);
  if (!around) return NULL;
  if (around->kind == DEF_TRAIT)
    return assoc_in(env->f, env->solve, (TraitRef){around, env->args}, name, found);
  if (!around->trait) return NULL;
  TraitRef ref = impl_trait_ref(env->f, env->solve, around, env->args);
  return assoc_in(env->f, env->solve, ref, name, found);
}

/* By the traits that have such an associated type and hold for the type: for the library, whose
 * code has no bounds, and types written out. */
static Def *by_type(const TyEnv *env, TypeId self, Sym name, Span span, TraitRef *found) {
  Front *f = env->f;
  Def *only = NULL;
  if (name >= f->ntrait_items) return NULL;
  Infer local, *ic = env->solve;
  if (!ic) {
    infer_init(&local, f, f->user_root, NULL);
    ic = &local;
  }
  for (u32 i = 0; i < f->trait_items[name].len; i++) {
    Def *assoc = f->trait_items[name].at[i];
    if (assoc->kind != DEF_ASSOC_TYPE) continue;
    TypeId *args = arena_array(f->arena, TypeId, assoc->ngens + 1);
    args[0] = self;
    for (u32 k = 1; k < assoc->parent->ngens; k++) args[k] = infer_fresh(ic);
    if (trait_evaluate(ic, (TraitRef){assoc->parent, args}, span) == SEL_NO) continue;
    if (only)
      front_fail(f, DIAG_ERROR, span, "ambiguous associated type `%s` in `%s`", name_of(f, name),
                 type_show(f, ic, self));
    only = assoc;
    *found = (TraitRef){assoc->parent, args};
  }
  return only;
}

static TypeId project_segment(const TyEnv *env, Def *assoc, TraitRef ref, const AstSegment *seg,
                              Span span) {
  Front *f = env->f;
  TypeId *args = arena_array(f->arena, TypeId, assoc->ngens + 1);
  for (u32 i = 0; i < ref.trait->ngens; i++) args[i] = ref.args[i];
  lower_generic_args(env, assoc, seg, ref.trait->ngens, assoc->ngens - ref.trait->ngens,
                     args + ref.trait->ngens);
  return project(f, env->solve, assoc, args, span);
}

TypeId assoc_type_path(const TyEnv *env, const AstPath *p, const PathRes *r, Span span) {
  Front *f = env->f;
  const AstSegment *seg = &p->seg.at[r->used];
  TraitRef ref;
  Def *assoc = NULL;
  if (r->used + 1 < p->seg.n)
    front_fail(f, DIAG_ERROR, span, "ambiguous associated type: write `<T as Trait>::%s`",
               name_of(f, p->seg.at[p->seg.n - 1].name));
  if (p->trait) {
    ref = lower_trait_ref(env, p->trait, r->ty);
    assoc = trait_item(ref.trait, seg->name);
    if (!assoc || assoc->kind != DEF_ASSOC_TYPE)
      front_fail(f, DIAG_ERROR, seg->span, "cannot find associated type `%s` in trait `%s`",
                 name_of(f, seg->name), name_of(f, ref.trait->name));
    return project_segment(env, assoc, ref, seg, span);
  }
  if (!p->self_ty && r->used == 1) {
    Sym first = p->seg.at[0].name;
    if (first == f->n.self_type) assoc = by_self(env, seg->name, &ref);
    Def *d = env->owner;
    while (d && (d->kind == DEF_ANON_CONST || d->kind == DEF_OPAQUE)) d = d->parent;
    if (!assoc) assoc = by_param_bounds(env, d, first, r->ty, seg->name, &ref);
  }
  if (!assoc) {
    const Type *ty = type_get(f->tt, r->ty);
    if (env->solve && ty->kind == TY_OPAQUE) {
      assume_opaque(env->solve, r->ty);
      for (u32 i = 0; !assoc && i < env->solve->bounds.len; i++) {
        const EnvBound *b = &env->solve->bounds.at[i];
        if (b->ref.args[0] != r->ty) continue;
        assoc = trait_item(b->ref.trait, seg->name);
        if (assoc && assoc->kind != DEF_ASSOC_TYPE) assoc = NULL;
        ref = b->ref;
      }
    }
  }
  if (!assoc) assoc = by_type(env, r->ty, seg->name, span, &ref);
  if (!assoc)
    front_fail(f, DIAG_ERROR, seg->span, "associated type `%s` not found for `%s`",
               name_of(f, seg->name), type_show(f, env->solve, r->ty));
  return project_segment(env, assoc, ref, seg, span);
}

/* ---- obligations */

void require_trait(Infer *ic, TraitRef ref, Span span) {
  Obligation o = {.ref = ref, .span = span};
  alist_push(ic->arena, &ic->obligations, o);
}

static void require_assoc(Infer *ic, const EnvBound *b, Span span) {
  for (u32 i = 0; i < b->assoc.len; i++) {
    const EnvAssoc *a = &b->assoc.at[i];
    Def *assoc = trait_item(b->ref.trait, a->arg->name);
    if (!assoc || assoc->kind != DEF_ASSOC_TYPE) continue;
    TypeId t = project(ic->f, ic, assoc, b->ref.args, span);
    if (a->arg->ty) {
      TypeId want = lower_type(a->env, a->arg->ty);
      if (!unify(ic, t, want) && !unify(ic, type_reveal(ic->f, infer_resolve(ic, t)),
                                        type_reveal(ic->f, infer_resolve(ic, want))))
        fail(ic, span, "type mismatch resolving `<%s as %s>::%s`: expected `%s`, found `%s`",
             show(ic, b->ref.args[0]), name_of(ic->f, b->ref.trait->name),
             name_of(ic->f, assoc->name), show(ic, want), show(ic, t));
    }
    EnvBounds more = {0};
    add_bounds(a->env, t, &a->arg->bounds, &more);
    for (u32 k = 0; k < more.len; k++) require_trait(ic, more.at[k].ref, span);
  }
}

void expect_bounds(const TyEnv *env, TypeId t, const AstBounds *bounds, Span span) {
  Infer *ic = env->solve;
  EnvBounds all = {0};
  add_bounds(env, t, bounds, &all);
  for (u32 i = 0; i < all.len; i++) {
    require_trait(ic, all.at[i].ref, span);
    require_assoc(ic, &all.at[i], span);
  }
  for (u32 i = 0; i < bounds->n; i++) {
    FnKind kind;
    const AstPath *trait = bounds->at[i].path;
    if (!fn_trait_kind(ic->f, trait, &kind)) continue;
    FnSig sig = fn_bound_sugar(env, &trait->seg.at[trait->seg.n - 1]);
    fn_bound_expect(ic, t, kind, &sig, span);
  }
}

void require_bounds(Infer *ic, Def *d, const TypeId *args, Span span) {
  EnvBounds bounds = {0};
  item_bounds(ic->f, ic, d, args, &bounds);
  for (u32 i = 0; i < bounds.len; i++) {
    require_trait(ic, bounds.at[i].ref, span);
    require_assoc(ic, &bounds.at[i], span);
  }
}

/* `T::Assoc<?>` is to be `T::Assoc<u8>`, of which no more is known: the arguments are the same. */
static bool same_projection(Infer *ic, const Obligation *o) {
  const Type self = *shallow_get(ic, o->args[0]), ty = *shallow_get(ic, o->ty);
  if (self.kind != TY_OPAQUE || ty.kind != TY_OPAQUE || ty.u.opaque.def != o->assoc) return false;
  for (u32 i = 0; i < ty.u.opaque.nargs; i++)
    if (!unify(ic, ty.u.opaque.args[i], o->args[i])) return false;
  return true;
}

static bool try_obligation(Infer *ic, const Obligation *o) {
  Selection sel;
  if (o->opaque) {
    TypeId t = try_opaque(ic, ic->f, o->opaque, o->args, o->span);
    if (t && !unify(ic, t, o->ty)) fail_mismatch(ic, o->span, o->ty, t);
    return t != 0;
  }
  if (o->assoc) {
    TypeId t = try_project(ic, o->assoc, o->args, o->span);
    if (!t) return same_projection(ic, o);
    if (!unify(ic, t, o->ty) && !unify(ic, type_reveal(ic->f, infer_resolve(ic, t)),
                                       type_reveal(ic->f, infer_resolve(ic, o->ty))))
      fail(ic, o->span, "type mismatch: expected `%s`, found `%s`", show(ic, o->ty), show(ic, t));
    return true;
  }
  switch (trait_select(ic, o->ref, o->span, &sel)) {
  case SEL_YES: return true;
  case SEL_MAYBE: return false;
  case SEL_NO: break;
  }
  fail_unsatisfied(ic, o->ref, o->span);
}

void solve_obligations(Infer *ic) {
  if (ic->probing) return;
  for (bool progress = true; progress;) {
    progress = false;
    for (u32 i = 0; i < ic->obligations.len; i++) {
      if (ic->obligations.at[i].done) continue;
      const Obligation o = ic->obligations.at[i];
      if (!try_obligation(ic, &o)) continue;
      ic->obligations.at[i].done = true;
      progress = true;
    }
    u32 n = 0;
    for (u32 i = 0; i < ic->obligations.len; i++)
      if (!ic->obligations.at[i].done) ic->obligations.at[n++] = ic->obligations.at[i];
    ic->obligations.len = n;
  }
}

TypeId structurally(Infer *ic, TypeId t) {
  t = infer_shallow(ic, t);
  if (type_get(ic->tt, t)->kind == TY_INFER && (ic->obligations.len || ic->deferred.len)) {
    solve_obligations(ic);
    if (!ic->probing) deferred_solve(ic, false);
    t = infer_shallow(ic, t);
  }
  return t;
}
