/* Associated items are found by type: each impl that has a member of the name is matched with the
 * type by unification. Some impls of the prelude hold for every integer type. */
#include "litmus/rust/infer.h"

static bool lang_fits(Infer *ic, Lang lang, TypeId self) {
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
  const DefList *list = &ic->f->assoc[name];
  for (u32 i = 0; i < list->len; i++) {
    Def *d = list->at[i];
    if (d->kind == DEF_IMPL) continue;
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
