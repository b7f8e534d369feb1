/* What a body knows of its generic parameters: opaque types and the bounds on them. */
#include "litmus/rust/dyn.h"

/* ---- opaque types */

/* The item whose bounds hold in d's body: a constant in a function's body sees the function's. */
static Def *holder_of(Def *d) {
  while (d && d->kind == DEF_ANON_CONST) d = d->parent;
  return d;
}

/* Items of the library without bounds are templates: their bodies use what the concrete types have.
 * `impl<I> I` for all integers is one, too. */
static bool knows_bounds_only(const Def *d) {
  if (!d || !d->item) return false;
  const Def *outer = d->parent;
  bool in_trait = outer && outer->kind == DEF_TRAIT;
  bool in_impl = outer && outer->kind == DEF_IMPL;
  if (!d->is_prelude || in_trait) return true;
  if (in_impl && outer->lang != LANG_COUNT) return false;
  return d->item->has_bounds || (in_impl && outer->item->has_bounds);
}

const TypeId *opaque_args(Front *f, Def *d, const TypeId *args) {
  if (!d->ngens || !knows_bounds_only(holder_of(d))) return args;
  TypeId *out = arena_array(f->arena, TypeId, d->ngens);
  for (u32 i = 0; i < d->ngens; i++)
    out[i] = d->gens[i]->is_const ? args[i]
                                  : type_opaque(f->tt, OPAQUE_PARAM, d->gens[i], NULL, 0, args[i]);
  return out;
}

/* ---- bounds */

void assume_bounds(Infer *ic) {
  Def *d = holder_of(ic->owner);
  if (!d || !ic->args || !knows_bounds_only(d)) return;
  /* Bounds may mention each other's associated types: they are facts from the start. */
  item_bounds(ic->f, ic, d, ic->args, &ic->bounds);
}

void assume_opaque(Infer *ic, TypeId t) {
  const Type ty = *type_get(ic->tt, t);
  bool is_opaque = ty.kind == TY_OPAQUE && ty.u.opaque.kind != OPAQUE_PARAM;
  if (!is_opaque && ty.kind != TY_DYN) return;
  for (u32 i = 0; i < ic->known.len; i++)
    if (ic->known.at[i] == t) return;
  alist_push(ic->arena, &ic->known, t);
  if (ty.kind == TY_DYN) {
    dyn_facts(ic->f, ic, t, &ic->bounds);
    return;
  }
  Def *d = (Def *)ty.u.opaque.def;
  TyEnv env = env_of(ic->f, NULL, d, ty.u.opaque.args);
  env.solve = ic;
  const AstBounds *bounds = ty.u.opaque.kind == OPAQUE_IMPL ? &d->opaque->bounds : &d->item->bounds;
  add_bounds(&env, t, bounds, &ic->bounds);
}

bool has_bound(Infer *ic, TypeId self, const Def *trait) {
  self = infer_resolve(ic, self);
  assume_opaque(ic, self);
  for (u32 i = 0; i < ic->bounds.len; i++)
    if (ic->bounds.at[i].ref.trait == trait && ic->bounds.at[i].ref.args[0] == self) return true;
  return false;
}

/* ---- scope */

static bool scope_has_trait(Front *f, Scope *s, Def *trait) {
  for (u32 i = 0; i < s->defs.len; i++)
    if (s->defs.at[i] == trait) return true;
  for (u32 i = 0; i < s->imports.len; i++) {
    const AstUse *use = s->imports.at[i].use;
    Def *d = imported_def(f, s, i, NS_TYPE);
    if (!d) continue;
    if (!use->glob && d == trait) return true;
    if (!use->glob || d->kind != DEF_MOD || s->glob_busy) continue;
    s->glob_busy = true; /* modules may import each other whole */
    bool found = scope_has_trait(f, d->members, trait);
    s->glob_busy = false;
    if (found) return true;
  }
  return false;
}

bool trait_in_scope(Infer *ic, Def *trait) {
  if (ic->is_prelude) return trait->is_prelude;
  for (Scope *s = ic->scope; s; s = s->parent)
    if (scope_has_trait(ic->f, s, trait)) return true;
  /* an impl of the trait, and the trait itself, need not import it */
  for (const Def *d = ic->owner; d; d = d->parent)
    if (d == trait || (d->kind == DEF_IMPL && d->trait == trait)) return true;
  return scope_has_trait(ic->f, ic->f->std_prelude->members, trait);
}
