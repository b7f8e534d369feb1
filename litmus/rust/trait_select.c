/* Does a type have a trait, and by which impl? As in rustc: bounds in scope come first, then what
 * is built in, then the impls, of which exactly one may apply. */
#include <string.h>

#include "litmus/rust/closure.h"

enum { MAX_SELECT_DEPTH = 48 };

static Selected select_in(Infer *ic, TraitRef ref, Span span, Selection *out);

static const char *show_ref(Infer *ic, TraitRef ref) {
  const char *self = show(ic, ref.args[0]), *name = name_of(ic->f, ref.trait->name);
  const char *args = "";
  for (u32 i = 1; i < ref.trait->ngens; i++)
    args = arena_printf(ic->arena, "%s%s%s", args, i > 1 ? ", " : "", show(ic, ref.args[i]));
  if (!*args) return arena_printf(ic->arena, "%s: %s", self, name);
  return arena_printf(ic->arena, "%s: %s<%s>", self, name, args);
}

_Noreturn void fail_unsatisfied(Infer *ic, TraitRef ref, Span span) {
  TypeId self = infer_resolve(ic, ref.args[0]);
  const Def *adt = type_def(ic->f, self);
  bool users = !ref.trait->is_prelude || (adt && !adt->is_prelude) ||
               type_get(ic->tt, self)->kind == TY_OPAQUE || type_get(ic->tt, self)->kind == TY_DYN;
  if (users) fail(ic, span, "the trait bound `%s` is not satisfied", show_ref(ic, ref));
  unsupported(ic, span, "the trait bound `%s` is not satisfied, or not supported yet",
              show_ref(ic, ref));
}

/* ---- bounds */

static bool matches_bound(Infer *ic, const EnvBound *b, TraitRef ref) {
  if (b->ref.trait != ref.trait) return false;
  for (u32 i = 0; i < ref.trait->ngens; i++)
    if (!unify(ic, b->ref.args[i], ref.args[i])) return false;
  return true;
}

/* Of several bounds that fit, one that needs no variable bound is as good as any. */
static Selected by_bound(Infer *ic, TraitRef ref, Selection *out) {
  u32 found = 0, which = 0;
  for (u32 i = 0; i < ic->bounds.len; i++) {
    Snapshot s = infer_snapshot(ic);
    u32 trail = ic->trail.len;
    bool fits = matches_bound(ic, &ic->bounds.at[i], ref), exact = fits && ic->trail.len == trail;
    infer_rollback(ic, s);
    if (!fits) continue;
    which = i;
    found++;
    if (exact) {
      found = 1;
      break;
    }
  }
  if (found == 0) return SEL_NO;
  if (found > 1) return SEL_MAYBE;
  (void)matches_bound(ic, &ic->bounds.at[which], ref);
  /* the list may grow: keep a copy */
  EnvBound *b = arena_new(ic->arena, EnvBound);
  *b = ic->bounds.at[which];
  *out = (Selection){.bound = b};
  return SEL_YES;
}

/* ---- what is built in */

static Selected all_have(Infer *ic, const TypeId *at, u32 n, Def *trait, Span span) {
  Selected all = SEL_YES;
  Selection ignored;
  for (u32 i = 0; i < n && all != SEL_NO; i++) {
    if (i && at[i] == at[i - 1]) continue;
    TypeId *args = arena_copy(ic->arena, &at[i], sizeof *args);
    Selected s = select_in(ic, (TraitRef){trait, args}, span, &ignored);
    if (s < all) all = s;
  }
  return all;
}

/* Copy and Clone of types that are no structs, enums or unions. */
static Selected copy_built_in(Infer *ic, TraitRef ref, const Type *ty, bool clone, Span span) {
  switch (ty->kind) {
  case TY_INT:
  case TY_FLOAT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_NEVER:
  case TY_FNPTR:
  case TY_FNDEF: return SEL_YES;
  case TY_PTR: return ptr_is_raw(ty->u.ptr.kind) || ty->u.ptr.kind == PTR_REF ? SEL_YES : SEL_NO;
  case TY_TUPLE: return all_have(ic, ty->u.tuple.at, ty->u.tuple.n, ref.trait, span);
  case TY_ARRAY: return clone ? SEL_NO : all_have(ic, &ty->u.array.elem, 1, ref.trait, span);
  case TY_INFER: return infer_is_number_var(ic, ref.args[0]) ? SEL_YES : SEL_MAYBE;
  default: return SEL_NO;
  }
}

static bool is_closure(const Type *ty) {
  return ty->kind == TY_ADT && ((Def *)ty->u.adt.def)->kind == DEF_CLOSURE;
}

/* As its captures, once they are known. */
static Selected closure_copies(Infer *ic, TraitRef ref, const Type *ty, Span span) {
  const AdtInfo *info = ty->u.adt.info;
  if (!info) return SEL_MAYBE;
  const Variant *v = &info->variants[0];
  TypeId *fields = arena_array(ic->arena, TypeId, v->nfields + 1);
  for (u32 i = 0; i < v->nfields; i++) fields[i] = v->fields[i].ty;
  return all_have(ic, fields, v->nfields, ref.trait, span);
}

/* == of two tuples of the same type */
static Selected tuple_eq(Infer *ic, TraitRef ref, const Type *ty, Span span) {
  if (ty->kind != TY_TUPLE) return SEL_NO;
  if (!unify(ic, ref.args[0], ref.args[1])) return SEL_NO;
  Selected all = SEL_YES;
  Selection ignored;
  for (u32 i = 0; i < ty->u.tuple.n && all != SEL_NO; i++) {
    TypeId *args = arena_array(ic->arena, TypeId, 2);
    args[0] = args[1] = ty->u.tuple.at[i];
    Selected s = select_in(ic, (TraitRef){ref.trait, args}, span, &ignored);
    if (s < all) all = s;
  }
  return all;
}

/* What can be called has the traits Fn, FnMut and FnOnce as far as we care here: whether a closure
 * is an Fn is known once its captures are (closure.c). */
static Selected callable(Infer *ic, TraitRef ref) {
  FnSig sig;
  if (type_get(ic->tt, infer_shallow(ic, ref.args[0]))->kind == TY_OPAQUE) return SEL_NO;
  if (!callable_sig(ic->f, ic, ref.args[0], &sig) || sig.is_unsafe) return SEL_NO;
  return unify(ic, ref.args[1], type_tuple(ic->tt, sig.params, sig.nparams)) ? SEL_YES : SEL_NO;
}

static Selected built_in(Infer *ic, TraitRef ref, Span span, Selection *out) {
  *out = (Selection){0};
  const Type ty = *shallow_get(ic, ref.args[0]);
  if (ref.trait->is_auto) return SEL_YES;
  switch (ref.trait->lang) {
  case LANG_SIZED: return type_is_sized(ic->tt, infer_shallow(ic, ref.args[0])) ? SEL_YES : SEL_NO;
  case LANG_COPY:
    if (is_closure(&ty)) return closure_copies(ic, ref, &ty, span);
    return copy_built_in(ic, ref, &ty, false, span);
  case LANG_CLONE:
    if (is_closure(&ty)) return closure_copies(ic, ref, &ty, span);
    if (ty.kind == TY_TUPLE || ty.kind == TY_FNPTR || ty.kind == TY_FNDEF || ty.kind == TY_NEVER)
      return copy_built_in(ic, ref, &ty, true, span);
    return SEL_NO;
  case LANG_FN:
  case LANG_FN_MUT:
  case LANG_FN_ONCE: return callable(ic, ref);
  case LANG_PARTIAL_EQ: return tuple_eq(ic, ref, &ty, span);
  case LANG_EQ:
    return ty.kind == TY_TUPLE ? all_have(ic, ty.u.tuple.at, ty.u.tuple.n, ref.trait, span)
                               : SEL_NO;
  default: return SEL_NO;
  }
}

/* ---- impls */

static bool head_fits(Infer *ic, const Def *impl, TypeId self) {
  if (impl->head == TY_NONE) return true;
  const Type *ty = shallow_get(ic, self);
  if (infer_is_float_var(ic, self)) return impl->head == TY_FLOAT;
  if (ty->kind == TY_INFER) return !infer_is_int_var(ic, self) || impl->head == TY_INT;
  return ty->kind == impl->head && (ty->kind != TY_ADT || ty->u.adt.def == impl->head_def);
}

/* `u16: From<u8>` and the like: does every value of `from` exist in `to`? */
static bool is_lossless(const Type *from, const Type *to) {
  if (to->kind == TY_FLOAT) {
    unsigned most = to->u.floating.bits == 32 ? 16 : 32; /* bits that a significand holds */
    if (from->kind == TY_FLOAT) return from->u.floating.bits < to->u.floating.bits;
    return from->kind == TY_INT && !from->u.integer.is_size && from->u.integer.bits <= most;
  }
  if (to->kind != TY_INT) return false;
  unsigned bits = to->u.integer.bits;
  if (to->u.integer.is_size) bits = 16; /* as far as the language promises */
  if (from->kind == TY_BOOL) return true;
  if (from->kind == TY_CHAR)
    return !to->u.integer.is_signed && bits >= 32 && !to->u.integer.is_size;
  if (from->kind != TY_INT || from->u.integer.is_size) return false;
  bool fs = from->u.integer.is_signed, ts = to->u.integer.is_signed;
  unsigned fb = from->u.integer.bits;
  if (to->u.integer.is_size) return ts ? (fb == 8 || (fb == 16 && fs)) : !fs && fb <= 16;
  return fs == ts ? fb < bits : !fs && fb < bits;
}

static Selected lang_allows(Infer *ic, const Def *impl, TraitRef ref, const TypeId *args) {
  bool integers =
      impl->lang == LANG_INT || impl->lang == LANG_SIGNED || impl->lang == LANG_UNSIGNED;
  bool numbers = integers || impl->lang == LANG_FLOAT;
  TypeId self = numbers ? args[0] : ref.args[0];
  if (numbers && infer_is_var(ic, self) && !infer_is_number_var(ic, self)) return SEL_MAYBE;
  if (integers && infer_is_float_var(ic, self)) return SEL_NO;
  const Type *ty = shallow_get(ic, self);
  switch (impl->lang) {
  case LANG_INT: return ty->kind == TY_INT || infer_is_int_var(ic, self) ? SEL_YES : SEL_NO;
  case LANG_FLOAT: return ty->kind == TY_FLOAT || infer_is_float_var(ic, self) ? SEL_YES : SEL_NO;
  case LANG_SIGNED:
  case LANG_UNSIGNED:
    if (infer_is_int_var(ic, self)) return SEL_MAYBE;
    return ty->kind == TY_INT && ty->u.integer.is_signed == (impl->lang == LANG_SIGNED) ? SEL_YES
                                                                                        : SEL_NO;
  case LANG_LOSSLESS: {
    const Type *from = shallow_get(ic, ref.args[1]);
    if (ty->kind != TY_INFER && ty->kind != TY_INT && ty->kind != TY_FLOAT) return SEL_NO;
    if (ty->kind == TY_INFER || from->kind == TY_INFER) return SEL_MAYBE;
    return is_lossless(from, ty) ? SEL_YES : SEL_NO;
  }
  default: return SEL_YES;
  }
}

/* `Item = u8` or `Item: Trait` of a bound. */
static Selected assoc_holds(Infer *ic, const EnvBound *b, const EnvAssoc *a, Span span) {
  Front *f = ic->f;
  Def *assoc = trait_item(b->ref.trait, a->arg->name);
  if (!assoc || assoc->kind != DEF_ASSOC_TYPE) return SEL_YES; /* a supertrait's */
  TypeId t = project(f, ic, assoc, b->ref.args, span);
  if (a->arg->ty && !unify(ic, t, lower_type(a->env, a->arg->ty))) return SEL_NO;
  EnvBounds more = {0};
  add_bounds(a->env, t, &a->arg->bounds, &more);
  Selected all = SEL_YES;
  Selection ignored;
  for (u32 i = 0; i < more.len && all != SEL_NO; i++) {
    Selected s = select_in(ic, more.at[i].ref, span, &ignored);
    if (s < all) all = s;
  }
  return all;
}

/* What an impl asks of its parameters. */
static Selected impl_bounds_hold(Infer *ic, Def *impl, const TypeId *args, Span span) {
  if (!impl->item->has_bounds) return SEL_YES;
  EnvBounds bounds = {0};
  item_bounds(ic->f, ic, impl, args, &bounds);
  Selected all = SEL_YES;
  Selection ignored;
  for (u32 i = 0; i < bounds.len; i++) {
    const EnvBound *b = &bounds.at[i];
    Selected s = select_in(ic, b->ref, span, &ignored);
    for (u32 k = 0; k < b->assoc.len && s != SEL_NO; k++) {
      Selected a = assoc_holds(ic, b, &b->assoc.at[k], span);
      if (a < s) s = a;
    }
    if (s == SEL_NO || ic->failed) return SEL_NO;
    if (s == SEL_MAYBE) require_trait(ic, b->ref, span);
    if (s < all) all = s;
  }
  return all;
}

/* Brings the impl's own trait reference together with the one that is asked for. */
static Selected match_header(Infer *ic, Def *impl, TraitRef ref, TypeId **out) {
  TypeId *args = arena_array(ic->arena, TypeId, impl->ngens + 1);
  for (u32 i = 0; i < impl->ngens; i++)
    args[i] = impl->gens[i]->is_const ? const_arg(ic->f, infer_fresh_len(ic)) : infer_fresh(ic);
  *out = args;
  TypeId self = impl_self_type(ic->f, ic, impl, args);
  if (!unify(ic, self, ref.args[0])) return SEL_NO;
  if (ref.trait->ngens > 1) {
    TraitRef own = impl_trait_ref(ic->f, ic, impl, args);
    for (u32 i = 1; i < ref.trait->ngens; i++)
      if (!unify(ic, own.args[i], ref.args[i])) return SEL_NO;
  }
  return ic->failed ? SEL_NO : lang_allows(ic, impl, ref, args);
}

static Selected try_impl(Infer *ic, Def *impl, TraitRef ref, Span span, TypeId **out) {
  Selected s = match_header(ic, impl, ref, out);
  if (s == SEL_NO) return s;
  Selected b = impl_bounds_hold(ic, impl, *out, span);
  return b < s ? b : s;
}

static Selected evaluate_impl(Infer *ic, Def *impl, TraitRef ref, Span span) {
  bool failed = ic->failed;
  Snapshot s = infer_snapshot(ic);
  TypeId *args;
  ic->failed = false;
  ic->probing++;
  Selected r = try_impl(ic, impl, ref, span, &args);
  ic->probing--;
  ic->failed = failed;
  infer_rollback(ic, s);
  return r;
}

/* Is one of two impls of the library that both apply a mere convenience? `impl<T> From<T> for T`
 * meets nothing else; user impls never overlap. */
_Noreturn static void fail_overlap(Infer *ic, TraitRef ref, const Def *a, const Def *b, Span span) {
  diag_add(ic->f->diags, DIAG_NOTE, a->item->span, "one impl is here");
  diag_add(ic->f->diags, DIAG_NOTE, b->item->span, "the other impl is here");
  fail(ic, span, "conflicting implementations: two impls apply to `%s`", show_ref(ic, ref));
}

/* Could the impl's head be that of the type? Then its bounds are worth a look. */
static bool header_fits(Infer *ic, Def *impl, TraitRef ref) {
  if (!head_fits(ic, impl, ref.args[0])) return false;
  bool failed = ic->failed;
  Snapshot s = infer_snapshot(ic);
  TypeId *args;
  ic->probing++;
  bool fits = match_header(ic, impl, ref, &args) != SEL_NO;
  ic->probing--;
  ic->failed = failed;
  infer_rollback(ic, s);
  return fits;
}

/* Takes the only impl whose head fits; what it says about variables is so, even when one of its
 * bounds is still open. */
static Selected take_impl(Infer *ic, Def *impl, TraitRef ref, Span span, Selection *out) {
  bool failed = ic->failed;
  TypeId *args;
  ic->failed = false;
  ic->probing++;
  Selected s = try_impl(ic, impl, ref, span, &args);
  ic->probing--;
  ic->failed = failed;
  if (s == SEL_NO) return SEL_NO;
  if (s == SEL_MAYBE && lang_allows(ic, impl, ref, args) == SEL_MAYBE) return SEL_MAYBE;
  for (u32 i = 0; i < impl->ngens; i++) args[i] = infer_resolve(ic, args[i]);
  *out = (Selection){.impl = impl, .impl_args = args};
  return SEL_YES;
}

static Selected by_impl(Infer *ic, TraitRef ref, Span span, Selection *out) {
  DefList fitting = {0};
  for (u32 i = 0; i < ref.trait->impls.len; i++)
    if (header_fits(ic, ref.trait->impls.at[i], ref))
      alist_push(ic->arena, &fitting, ref.trait->impls.at[i]);
  if (fitting.len == 0) return SEL_NO;
  if (fitting.len == 1) return take_impl(ic, fitting.at[0], ref, span, out);
  Def *picked = NULL;
  u32 found = 0;
  Selected best = SEL_NO;
  bool known = true;
  for (u32 i = 0; i < ref.trait->ngens; i++) known &= !infer_has_vars(ic, ref.args[i]);
  for (u32 i = 0; i < fitting.len; i++) {
    Selected s = evaluate_impl(ic, fitting.at[i], ref, span);
    if (s == SEL_NO) continue;
    if (found++ && known && s == SEL_YES && best == SEL_YES)
      fail_overlap(ic, ref, picked, fitting.at[i], span);
    if (s > best || !picked) {
      picked = fitting.at[i];
      best = s;
    }
  }
  if (found == 0) return SEL_NO;
  if (found > 1 && !(known && best == SEL_YES)) return SEL_MAYBE;
  return take_impl(ic, picked, ref, span, out);
}

/* ---- what was found for concrete types is kept */

static bool is_concrete(Front *f, TraitRef ref) {
  for (u32 i = 0; i < ref.trait->ngens; i++)
    if (type_mentions_infer(f, ref.args[i]) || type_mentions_opaque(f, ref.args[i])) return false;
  return true;
}

static u32 ref_hash(TraitRef ref) {
  u64 h = (u64)(uintptr_t)ref.trait >> 4;
  for (u32 i = 0; i < ref.trait->ngens; i++) h = (h ^ ref.args[i]) * 0x9e3779b97f4a7c15ull;
  return (u32)(h >> 32);
}

static Found *found_slot(Front *f, TraitRef ref) {
  if ((f->nfound + 1) * 2 > f->nfound_slots) {
    u32 n = f->nfound_slots ? f->nfound_slots * 2 : 1024;
    Found *slots = arena_array(f->arena, Found, n), *old = f->found;
    u32 nold = f->nfound_slots;
    f->found = slots;
    f->nfound_slots = n;
    f->nfound = 0;
    for (u32 i = 0; i < nold; i++)
      if (old[i].ref.trait) {
        *found_slot(f, (TraitRef){old[i].ref.trait, old[i].ref.args}) = old[i];
        f->nfound++;
      }
  }
  u32 mask = f->nfound_slots - 1, i = ref_hash(ref) & mask;
  for (; f->found[i].ref.trait; i = (i + 1) & mask)
    if (f->found[i].ref.trait == ref.trait &&
        memcmp(f->found[i].ref.args, ref.args, ref.trait->ngens * sizeof *ref.args) == 0)
      break;
  return &f->found[i];
}

/* A negative answer may change while impls inside of blocks are still to be found; a closure's
 * traits are known when its captures are. */
static bool may_keep(Front *f, const Selection *sel, Selected s) {
  if (s != SEL_YES || !sel->impl) return false;
  for (u32 i = 0; i < sel->impl->ngens; i++)
    if (type_mentions_infer(f, sel->impl_args[i])) return false;
  return true;
}

static void keep_found(Front *f, TraitRef ref, Selected s, const Selection *sel) {
  Found *slot = found_slot(f, ref);
  if (!slot->ref.trait) f->nfound++;
  *slot = (Found){
      .ref = {ref.trait, ref.args}, .selected = s, .impl = sel->impl, .impl_args = sel->impl_args};
}

/* ---- */

static Selected select_in(Infer *ic, TraitRef ref, Span span, Selection *out) {
  Front *f = ic->f;
  TypeId *args = arena_array(ic->arena, TypeId, ref.trait->ngens + 1);
  for (u32 i = 0; i < ref.trait->ngens; i++) args[i] = infer_resolve(ic, ref.args[i]);
  ref.args = args;
  *out = (Selection){0};
  const Type *self = type_get(ic->tt, args[0]);
  if (self->kind == TY_INFER && !infer_is_number_var(ic, args[0]))
    return ref.trait->is_auto || ref.trait->lang == LANG_SIZED ? SEL_YES : SEL_MAYBE;
  if (++ic->select_depth > MAX_SELECT_DEPTH)
    front_fail(f, DIAG_UNSUPPORTED, span, "overflow evaluating the requirement `%s`",
               show_ref(ic, ref));
  assume_opaque(ic, args[0]);
  bool concrete = is_concrete(f, ref);
  const Found *known = concrete ? found_slot(f, ref) : NULL;
  if (known && known->ref.trait) {
    ic->select_depth--;
    *out = (Selection){.impl = known->impl, .impl_args = known->impl_args};
    return (Selected)known->selected;
  }
  Selected s = ic->bounds.len ? by_bound(ic, ref, out) : SEL_NO;
  bool bound = s != SEL_NO;
  if (s == SEL_NO) s = built_in(ic, ref, span, out);
  if (s == SEL_NO) s = by_impl(ic, ref, span, out);
  ic->select_depth--;
  if (concrete && !bound && may_keep(f, out, s)) keep_found(f, ref, s, out);
  return s;
}

Selected trait_select(Infer *ic, TraitRef ref, Span span, Selection *out) {
  Snapshot s = infer_snapshot(ic);
  Selected r = select_in(ic, ref, span, out);
  if (r != SEL_YES) infer_rollback(ic, s);
  return r;
}

Selected trait_evaluate(Infer *ic, TraitRef ref, Span span) {
  Selection ignored;
  Snapshot s = infer_snapshot(ic);
  Selected r = select_in(ic, ref, span, &ignored);
  infer_rollback(ic, s);
  return r;
}

/* ---- concrete types */

static void concrete_infer(Infer *ic, Front *f) { infer_init(ic, f, f->user_root, NULL); }

bool trait_holds(Front *f, TraitRef ref, Span span) {
  Infer ic;
  concrete_infer(&ic, f);
  return trait_evaluate(&ic, ref, span) == SEL_YES;
}

bool type_has_lang_trait(Front *f, Lang lang, TypeId t, Span span) {
  TypeId args[2] = {t, t};
  return f->lang[lang] && trait_holds(f, (TraitRef){f->lang[lang], args}, span);
}

static Def *built_in_fn(Front *f, Def *item, const TypeId *args, const TypeId **fn_args) {
  *fn_args = args;
  switch (item->parent->lang) {
  case LANG_CLONE: return item->name == f->n.clone ? f->clone_glue : NULL;
  case LANG_PARTIAL_EQ: return item->name == f->n.eq ? f->eq_glue : NULL;
  default: return NULL;
  }
}

Def *find_trait_fn(Front *f, Def *item, const TypeId *args, u32 nargs, Span span,
                   const TypeId **fn_args) {
  Def *trait = item->parent;
  Infer ic;
  concrete_infer(&ic, f);
  Selection sel;
  Selected s = trait_select(&ic, (TraitRef){trait, args}, span, &sel);
  if (s != SEL_YES) fail_unsatisfied(&ic, (TraitRef){trait, args}, span);
  if (!sel.impl) {
    Def *glue = built_in_fn(f, item, args, fn_args);
    if (glue) return glue;
  }
  Def *own = sel.impl ? impl_item(sel.impl, item->name) : NULL;
  *fn_args = args;
  if (!own) {
    bool has_default = item->kind == DEF_FN ? item->item->body != NULL : item->item->value != NULL;
    if (!has_default)
      fail(&ic, sel.impl ? sel.impl->item->name_span : span,
           "not all trait items implemented, missing: `%s`", name_of(f, item->name));
    return item;
  }
  /* the impl's parameters, then the function's own as given to the trait's */
  u32 own_args = own->ngens - own->nparent, given = nargs - trait->ngens;
  if (own->kind != item->kind || own_args != given)
    fail(&ic, own->span, "`%s` does not fit its declaration in the trait `%s`",
         name_of(f, own->name), name_of(f, trait->name));
  TypeId *out = arena_array(f->arena, TypeId, own->ngens + 1);
  for (u32 i = 0; i < own->nparent; i++) {
    out[i] = infer_resolve(&ic, sel.impl_args[i]);
    if (type_mentions_infer(f, out[i]))
      fail(&ic, span, "type annotations needed: the impl for `%s` is not known",
           show(&ic, args[0]));
  }
  for (u32 i = 0; i < own_args; i++) out[own->nparent + i] = args[trait->ngens + i];
  *fn_args = out;
  return own;
}
