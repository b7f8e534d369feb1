/* Trait definitions and references to them: members, supertraits, and bounds as facts. */
#include <string.h>

#include "litmus/rust/infer.h"

enum { MAX_SUPERTRAITS = 256 };

static Def *item_named(const DefList *items, Sym name) {
  for (u32 i = 0; i < items->len; i++)
    if (items->at[i]->name == name) return items->at[i];
  return NULL;
}

Def *trait_item(const Def *trait, Sym name) { return item_named(&trait->items, name); }
Def *impl_item(const Def *impl, Sym name) { return item_named(&impl->items, name); }

Def *resolve_trait(const TyEnv *env, const AstPath *path) {
  PathRes r = resolve_path(env, path, NS_TYPE, "trait");
  if (!r.def || r.def->kind != DEF_TRAIT || r.used < path->seg.n)
    front_fail(env->f, DIAG_ERROR, path->span, "expected trait, found %s `%s`",
               r.def ? def_descr(r.def) : "type", path_text(env->f, path, path->seg.n));
  return r.def;
}

TraitRef lower_trait_ref(const TyEnv *env, const AstPath *path, TypeId self) {
  Def *trait = resolve_trait(env, path);
  TypeId *args = arena_array(env->f->arena, TypeId, trait->ngens + 1);
  TyEnv strict = *env;
  const AstSegment *seg = &path->seg.at[path->seg.n - 1];
  if (!seg->has_args) strict.ic = NULL; /* defaults, not inference */
  args[0] = self;
  lower_generic_args(&strict, trait, seg, 1, trait->ngens - 1, args + 1);
  return (TraitRef){trait, args};
}

TraitRef impl_trait_ref(Front *f, Infer *ic, Def *impl, const TypeId *args) {
  TyEnv env = env_of(f, NULL, impl, args);
  env.solve = ic;
  return lower_trait_ref(&env, impl->item->trait_path, env.self_ty);
}

/* ---- facts */

static bool same_ref(TraitRef a, TraitRef b) {
  return a.trait == b.trait && memcmp(a.args, b.args, a.trait->ngens * sizeof *a.args) == 0;
}

/* Does an assoc argument already mean this bound? Each is listed once. */
static void merge_assoc(Front *f, EnvAssocs *into, const EnvAssocs *from) {
  for (u32 i = 0; i < from->len; i++) {
    bool known = false;
    for (u32 k = 0; k < into->len; k++) known |= into->at[k].arg == from->at[i].arg;
    if (!known) alist_push(f->arena, into, from->at[i]);
  }
}

static void add_fact(Front *f, Infer *ic, TraitRef ref, const EnvAssocs *assoc, EnvBounds *out);

/* Bounds on Self at a trait's head and in its where clause. */
static void add_supertraits(Front *f, Infer *ic, TraitRef ref, const EnvAssocs *assoc,
                            EnvBounds *out) {
  const AstItem *item = ref.trait->item;
  TyEnv *env = arena_new(f->arena, TyEnv);
  *env = env_of(f, NULL, ref.trait, ref.args);
  env->solve = ic;
  const AstBounds *lists[2] = {&item->bounds, NULL};
  for (u32 w = 0; w <= item->wheres.n; w++) {
    if (w > 0) {
      const AstType *t = item->wheres.at[w - 1].ty;
      bool on_self = t->kind == AST_TY_PATH && t->path->seg.n == 1 && !t->path->self_ty &&
                     t->path->seg.at[0].name == f->n.self_type;
      lists[0] = on_self ? &item->wheres.at[w - 1].bounds : NULL;
    }
    for (u32 i = 0; lists[0] && i < lists[0]->n; i++) {
      const AstBound *b = &lists[0]->at[i];
      if (b->relaxed) continue;
      TraitRef super = lower_trait_ref(env, b->path, ref.args[0]);
      EnvAssocs all = {0};
      const AstSegment *seg = &b->path->seg.at[b->path->seg.n - 1];
      for (u32 k = 0; k < seg->assoc.n; k++) {
        EnvAssoc a = {&seg->assoc.at[k], env};
        alist_push(f->arena, &all, a);
      }
      merge_assoc(f, &all, assoc);
      add_fact(f, ic, super, &all, out);
    }
  }
}

static void add_fact(Front *f, Infer *ic, TraitRef ref, const EnvAssocs *assoc, EnvBounds *out) {
  for (u32 i = 0; i < out->len; i++)
    if (same_ref(out->at[i].ref, ref)) {
      merge_assoc(f, &out->at[i].assoc, assoc);
      return;
    }
  if (out->len >= MAX_SUPERTRAITS)
    front_fail(f, DIAG_UNSUPPORTED, ref.trait->span, "this many bounds are not supported yet");
  EnvBound b = {.ref = ref};
  merge_assoc(f, &b.assoc, assoc);
  alist_push(f->arena, out, b);
  add_supertraits(f, ic, ref, assoc, out);
}

void add_trait_ref(Front *f, Infer *ic, TraitRef ref, EnvBounds *out) {
  EnvAssocs none = {0};
  add_fact(f, ic, ref, &none, out);
}

void add_bounds(const TyEnv *env, TypeId self, const AstBounds *bounds, EnvBounds *out) {
  Front *f = env->f;
  TyEnv *kept = NULL;
  for (u32 i = 0; i < bounds->n; i++) {
    const AstBound *b = &bounds->at[i];
    if (b->relaxed) continue;
    if (!kept) {
      kept = arena_new(f->arena, TyEnv);
      *kept = *env;
    }
    TraitRef ref = lower_trait_ref(env, b->path, self);
    const AstSegment *seg = &b->path->seg.at[b->path->seg.n - 1];
    EnvAssocs assoc = {0};
    for (u32 k = 0; k < seg->assoc.n; k++) {
      EnvAssoc a = {&seg->assoc.at[k], kept};
      alist_push(f->arena, &assoc, a);
    }
    add_fact(f, env->solve, ref, &assoc, out);
  }
}

/* ---- the bounds of an item */

static void bounds_of(const TyEnv *env, const AstItem *item, Def *d, u32 from, u32 to,
                      EnvBounds *out) {
  for (u32 i = from; i < to; i++) add_bounds(env, env->args[i], &d->gens[i]->bounds, out);
  for (u32 i = 0; i < item->wheres.n; i++)
    add_bounds(env, lower_type(env, item->wheres.at[i].ty), &item->wheres.at[i].bounds, out);
}

void item_bounds(Front *f, Infer *ic, Def *d, const TypeId *args, EnvBounds *out) {
  if (!d->item) return;
  Def *outer = d->parent;
  bool inside = outer && (outer->kind == DEF_IMPL || outer->kind == DEF_TRAIT);
  bool any =
      d->item->has_bounds || (inside && (outer->kind == DEF_TRAIT || outer->item->has_bounds));
  if (!any) return;
  TyEnv env = env_of(f, NULL, d, args);
  env.solve = ic;
  u32 nparent = inside ? d->nparent : 0;
  if (inside) {
    TyEnv at = env_of(f, NULL, outer, args);
    at.solve = ic;
    if (outer->kind == DEF_TRAIT) add_trait_ref(f, ic, (TraitRef){outer, args}, out);
    bounds_of(&at, outer->item, outer, outer->kind == DEF_TRAIT ? 1 : 0, nparent, out);
  }
  bounds_of(&env, d->item, d, nparent, d->ngens, out);
}

/* ---- vtables */

void trait_methods(Front *f, TraitRef ref, TraitMethods *out) {
  EnvBounds all = {0};
  add_trait_ref(f, NULL, ref, &all);
  /* a trait comes before what follows from it */
  for (u32 i = all.len; i-- > 0;) {
    const DefList *items = &all.at[i].ref.trait->items;
    for (u32 k = 0; k < items->len; k++) {
      TraitMethod m = {items->at[k], all.at[i].ref};
      if (m.fn->kind == DEF_FN && m.fn->item->self_kind != AST_SELF_NONE)
        alist_push(f->arena, out, m);
    }
  }
}
