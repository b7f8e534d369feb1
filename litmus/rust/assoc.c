/* Associated items of inherent impls are found by type: each impl that has a member of the name is
 * matched with the type by unification. Some impls of the prelude hold for every integer type. */
#include "litmus/rust/infer.h"

bool lang_fits(Infer *ic, Lang lang, TypeId self) {
  if (lang == LANG_FLOAT) return shallow_get(ic, self)->kind == TY_FLOAT;
  if (lang != LANG_INT && lang != LANG_SIGNED && lang != LANG_UNSIGNED) return true;
  const Type *t = shallow_get(ic, self);
  if (t->kind != TY_INT) return false;
  return lang == LANG_INT || t->u.integer.is_signed == (lang == LANG_SIGNED);
}

bool impl_matches(Infer *ic, Def *impl, TypeId ty, TypeId *args) {
  for (u32 i = 0; i < impl->ngens; i++)
    args[i] = impl->gens[i]->is_const ? const_arg(ic->f, infer_fresh_len(ic)) : infer_fresh(ic);
  TypeId self = impl_self_type(ic->f, ic, impl, args);
  return unify(ic, self, ty) && lang_fits(ic, impl->lang, self);
}

bool find_assoc(Infer *ic, TypeId ty, Sym name, Assoc *out) {
  if (name >= ic->f->nassoc) return false;
  if (infer_is_int_var(ic, ty)) (void)unify(ic, ty, type_int(ic->tt, 32, true));
  if (infer_is_float_var(ic, ty)) (void)unify(ic, ty, type_float(ic->tt, 64));
  const DefList *list = &ic->f->assoc[name];
  for (u32 i = 0; i < list->len; i++) {
    Def *d = list->at[i];
    Snapshot s = infer_snapshot(ic);
    TypeId *args = arena_array(ic->arena, TypeId, d->ngens + 1);
    if (impl_matches(ic, d->parent, ty, args)) {
      *out = (Assoc){d, args};
      return true;
    }
    infer_rollback(ic, s);
  }
  return false;
}

/* The member of a trait that holds for the type, in scope or by a bound. */
bool find_trait_assoc(Infer *ic, TypeId ty, Sym name, Span span, Assoc *out) {
  Front *f = ic->f;
  if (name >= f->ntrait_items) return false;
  ty = infer_resolve(ic, ty);
  Def *picked = NULL, *other = NULL;
  bool by_bound = false;
  for (u32 i = 0; i < f->trait_items[name].len; i++) {
    Def *d = f->trait_items[name].at[i];
    if (d->kind == DEF_ASSOC_TYPE) continue;
    bool bound = has_bound(ic, ty, d->parent);
    if (picked && by_bound && !bound) continue;
    if (!bound) {
      if (!trait_in_scope(ic, d->parent)) continue;
      Snapshot s = infer_snapshot(ic);
      TypeId *args = arena_array(ic->arena, TypeId, d->ngens + 1);
      args[0] = ty;
      for (u32 k = 1; k < d->parent->ngens; k++) args[k] = infer_fresh(ic);
      ic->probing++;
      bool failed = ic->failed,
           no = trait_evaluate(ic, (TraitRef){d->parent, args}, span) == SEL_NO;
      ic->failed = failed;
      ic->probing--;
      infer_rollback(ic, s);
      if (no) continue;
    }
    other = by_bound == bound ? picked : NULL;
    picked = d;
    by_bound = bound;
  }
  if (!picked) return false;
  if (other)
    fail(ic, span, "multiple applicable items in scope: `%s` of the traits `%s` and `%s`",
         name_of(f, name), name_of(f, other->parent->name), name_of(f, picked->parent->name));
  TypeId *args = arena_array(ic->arena, TypeId, picked->ngens + 1);
  args[0] = ty;
  for (u32 k = 1; k < picked->parent->ngens; k++)
    args[k] = picked->gens[k]->is_const ? const_arg(f, infer_fresh_len(ic)) : infer_fresh(ic);
  *out = (Assoc){picked, args};
  return true;
}
