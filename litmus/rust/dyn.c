/* The type `dyn Trait`. Its list of arguments is that of the principal trait, without Self,
 * followed by one type for each associated type of the trait and its supertraits. */
#include "litmus/rust/dyn.h"
#include "litmus/rust/closure.h"

enum { MAX_SUPERTRAIT_DEPTH = 32 };

/* ---- associated types: of which traits, in which order */

/* An associated type that `dyn Trait<Assoc = T>` has to name, or that a supertrait bound of the
 * trait `in` fixes. */
typedef struct DynAssoc {
  Def *assoc;
  const AstAssocArg *fixed; /* or NULL */
  Def *in;
} DynAssoc;
typedef ALIST(DynAssoc) DynAssocs;

static bool lists(const DynAssocs *list, const Def *assoc) {
  for (u32 i = 0; i < list->len; i++)
    if (list->at[i].assoc == assoc) return true;
  return false;
}

static const AstAssocArg *fixed_by(const AstBound *b, Sym name) {
  const AstSegment *seg = b ? &b->path->seg.at[b->path->seg.n - 1] : NULL;
  for (u32 i = 0; seg && i < seg->assoc.n; i++)
    if (seg->assoc.at[i].name == name && seg->assoc.at[i].ty) return &seg->assoc.at[i];
  return NULL;
}

/* Walks the definitions only: the arguments of supertraits may mention the types looked for. `by`
 * is the bound of trait `in` that leads here. */
static void collect(Front *f, Def *trait, const AstBound *by, Def *in, u32 depth, DynAssocs *out) {
  for (u32 i = 0; i < trait->items.len; i++) {
    Def *d = trait->items.at[i];
    if (d->kind != DEF_ASSOC_TYPE || needs_sized_self(f, d) || lists(out, d)) continue;
    DynAssoc a = {d, fixed_by(by, d->name), in};
    alist_push(f->arena, out, a);
  }
  if (depth > MAX_SUPERTRAIT_DEPTH) return;
  TyEnv env = {.f = f, .scope = trait->scope};
  const AstBounds *b = &trait->item->bounds;
  for (u32 i = 0; i < b->n; i++)
    if (!b->at[i].relaxed)
      collect(f, resolve_trait(&env, b->at[i].path), &b->at[i], trait, depth + 1, out);
}

static DynAssocs assocs_of(Front *f, Def *trait) {
  DynAssocs out = {0};
  collect(f, trait, NULL, NULL, 0, &out);
  return out;
}

/* ---- the type as written */

/* Auto traits only restrict what is behind the pointer; `Sized` is for no trait object. */
static bool is_marker(const Def *trait) { return trait->is_auto; }

static const AstBound *principal(const TyEnv *env, const AstType *t) {
  const AstBound *found = NULL;
  for (u32 i = 0; i < t->bounds.n; i++) {
    const AstBound *b = &t->bounds.at[i];
    if (b->relaxed)
      front_fail(env->f, DIAG_ERROR, b->span, "`?Trait` is not permitted in trait object types");
    if (is_marker(resolve_trait(env, b->path))) continue;
    if (found)
      front_fail(env->f, DIAG_ERROR, b->span,
                 "only auto traits can be used as additional traits in a trait object");
    found = b;
  }
  if (found) return found;
  if (!t->bounds.n)
    front_fail(env->f, DIAG_ERROR, t->span, "at least one trait is required for an object type");
  return &t->bounds.at[0];
}

/* A default that mentions Self has no meaning here. */
static void check_given(const TyEnv *env, const Def *trait, const AstSegment *seg) {
  u32 given = seg->has_args ? seg->args.n : 0;
  for (u32 i = given + 1; i < trait->ngens; i++) {
    const AstType *d = trait->gens[i]->dflt;
    bool is_self = d && d->kind == AST_TY_PATH && d->path->seg.n == 1 &&
                   d->path->seg.at[0].name == env->f->n.self_type;
    if (is_self)
      front_fail(env->f, DIAG_ERROR, seg->span,
                 "the type parameter `%s` must be explicitly specified: its default is `Self`",
                 name_of(env->f, trait->gens[i]->name));
  }
}

static TypeId assoc_given(const TyEnv *env, const AstBound *b, TraitRef ref, const DynAssoc *a) {
  Front *f = env->f;
  const AstAssocArg *given = fixed_by(b, a->assoc->name);
  if (given) return lower_type(env, given->ty);
  if (a->fixed) { /* trait Sub: Iterator<Item = u8> */
    if (a->in != ref.trait && a->in->ngens > 1)
      front_fail(f, DIAG_UNSUPPORTED, b->span,
                 "an associated type that a generic supertrait fixes is not supported yet");
    TyEnv at = env_of(f, NULL, a->in, ref.args);
    at.solve = env->solve;
    return lower_type(&at, a->fixed->ty);
  }
  front_fail(f, DIAG_ERROR, b->span,
             "the value of the associated type `%s` in `%s` must be specified",
             name_of(f, a->assoc->name), name_of(f, a->assoc->parent->name));
}

static void check_names(const TyEnv *env, const AstBound *b, const DynAssocs *assocs) {
  const AstSegment *seg = &b->path->seg.at[b->path->seg.n - 1];
  for (u32 i = 0; i < seg->assoc.n; i++) {
    bool known = false;
    for (u32 k = 0; k < assocs->len; k++)
      known |= assocs->at[k].assoc->name == seg->assoc.at[i].name;
    if (!known || !seg->assoc.at[i].ty)
      front_fail(env->f, DIAG_ERROR, seg->assoc.at[i].span,
                 "associated type `%s` not found for `%s`", name_of(env->f, seg->assoc.at[i].name),
                 name_of(env->f, seg->name));
  }
}

TypeId lower_dyn(const TyEnv *env, const AstType *t) {
  Front *f = env->f;
  const AstBound *b = principal(env, t);
  Def *trait = resolve_trait(env, b->path);
  const AstSegment *seg = &b->path->seg.at[b->path->seg.n - 1];
  check_dyn_compatible(f, trait, b->span);
  check_given(env, trait, seg);
  TypeId self = type_never(f->tt); /* no argument mentions it */
  TraitRef ref = lower_trait_ref(env, b->path, self);
  DynAssocs assocs = assocs_of(f, trait);
  check_names(env, b, &assocs);
  u32 n = trait->ngens - 1;
  TypeId *args = arena_array(f->arena, TypeId, n + assocs.len + 1);
  for (u32 i = 0; i < n; i++) args[i] = ref.args[i + 1];
  for (u32 i = 0; i < assocs.len; i++) args[n++] = assoc_given(env, b, ref, &assocs.at[i]);
  return type_dyn(f->tt, trait, args, n);
}

/* The associated type of whatever it is that has the traits `all`. */
static TypeId assoc_among(Front *f, Infer *ic, const EnvBounds *all, Def *assoc, Span span) {
  u32 k = 0;
  while (k + 1 < all->len && all->at[k].ref.trait != assoc->parent) k++;
  return project(f, ic, assoc, all->at[k].ref.args, span);
}

TypeId dyn_of_ref(Front *f, Infer *ic, TraitRef ref, Span span) {
  DynAssocs assocs = assocs_of(f, ref.trait);
  EnvBounds all = {0};
  add_trait_ref(f, ic, ref, &all);
  u32 n = ref.trait->ngens - 1;
  TypeId *args = arena_array(f->arena, TypeId, n + assocs.len + 1);
  for (u32 i = 0; i < n; i++) args[i] = ref.args[i + 1];
  for (u32 i = 0; i < assocs.len; i++)
    args[n++] = assoc_among(f, ic, &all, assocs.at[i].assoc, span);
  return type_dyn(f->tt, ref.trait, args, n);
}

/* ---- what it means */

TraitRef dyn_trait_ref(Front *f, TypeId dyn, TypeId self) {
  const Type ty = *type_get(f->tt, dyn);
  Def *trait = (Def *)ty.u.dyn.def;
  TypeId *args = arena_array(f->arena, TypeId, trait->ngens + 1);
  args[0] = self;
  for (u32 i = 1; i < trait->ngens; i++) args[i] = ty.u.dyn.args[i - 1];
  return (TraitRef){trait, args};
}

void require_dyn(Infer *ic, TypeId dyn, TypeId self, Span span) {
  Front *f = ic->f;
  const Type ty = *type_get(f->tt, dyn);
  TraitRef ref = dyn_trait_ref(f, dyn, self);
  DynAssocs assocs = assocs_of(f, ref.trait);
  EnvBounds all = {0};
  require_trait(ic, ref, span);
  add_trait_ref(f, ic, ref, &all);
  for (u32 i = 0; i < assocs.len; i++) {
    Def *assoc = assocs.at[i].assoc;
    TypeId want = ty.u.dyn.args[ref.trait->ngens - 1 + i];
    TypeId have = assoc_among(f, ic, &all, assoc, span);
    if (!unify(ic, have, want))
      fail(ic, span, "type mismatch resolving `<%s as %s>::%s`: expected `%s`, found `%s`",
           show(ic, self), name_of(f, assoc->parent->name), name_of(f, assoc->name), show(ic, want),
           show(ic, have));
  }
}

void dyn_facts(Front *f, Infer *ic, TypeId dyn, EnvBounds *out) {
  add_trait_ref(f, ic, dyn_trait_ref(f, dyn, dyn), out);
}

TypeId dyn_assoc_type(Front *f, TypeId dyn, const Def *assoc) {
  const Type ty = *type_get(f->tt, dyn);
  Def *trait = (Def *)ty.u.dyn.def;
  DynAssocs assocs = assocs_of(f, trait);
  for (u32 i = 0; i < assocs.len; i++)
    if (assocs.at[i].assoc == assoc) return ty.u.dyn.args[trait->ngens - 1 + i];
  return 0;
}

/* ---- Fn(A, B) -> C */

bool is_fn_trait(const Front *f, const Def *trait) {
  return trait->is_prelude &&
         (trait->name == f->n.fn_ || trait->name == f->n.fn_mut || trait->name == f->n.fn_once);
}

void show_dyn(Front *f, const Infer *ic, const Type *ty, StrBuf *out) {
  Def *trait = (Def *)ty->u.dyn.def;
  DynAssocs assocs = assocs_of(f, trait);
  u32 n = trait->ngens - 1;
  sb_printf(out, "dyn %s", name_of(f, trait->name));
  if (is_fn_trait(f, trait) && n == 1 && assocs.len == 1) {
    const Type *tuple = type_get(f->tt, infer_shallow(ic, ty->u.dyn.args[0]));
    sb_putc(out, '(');
    for (u32 i = 0; tuple->kind == TY_TUPLE && i < tuple->u.tuple.n; i++) {
      if (i) sb_puts(out, ", ");
      type_show_to(f, ic, tuple->u.tuple.at[i], out);
    }
    sb_putc(out, ')');
    if (type_is_unit(f->tt, infer_shallow(ic, ty->u.dyn.args[1]))) return;
    sb_puts(out, " -> ");
    type_show_to(f, ic, ty->u.dyn.args[1], out);
    return;
  }
  for (u32 i = 0; i < ty->u.dyn.nargs; i++) {
    sb_puts(out, i ? ", " : "<");
    if (i >= n) sb_printf(out, "%s = ", name_of(f, assocs.at[i - n].assoc->name));
    type_show_to(f, ic, ty->u.dyn.args[i], out);
  }
  if (ty->u.dyn.nargs) sb_putc(out, '>');
}

/* ---- methods */

void dyn_methods(Front *f, TypeId dyn, TypeId self, TraitMethods *out) {
  TraitMethods all = {0};
  trait_methods(f, dyn_trait_ref(f, dyn, self), &all);
  for (u32 i = 0; i < all.len; i++)
    if (has_slot(f, all.at[i].fn)) alist_push(f->arena, out, all.at[i]);
}

static bool same_args(Front *f, const TypeId *a, const TypeId *b, u32 n) {
  for (u32 i = 1; i < n; i++)
    if (type_reveal(f, a[i]) != type_reveal(f, b[i])) return false;
  return true;
}

bool dyn_slot(Front *f, Def *fn, const TypeId *args, u32 nargs, Span span, u32 *slot) {
  Def *trait = fn->parent;
  if (!nargs || type_get(f->tt, args[0])->kind != TY_DYN) return false;
  TraitMethods methods = {0};
  dyn_methods(f, args[0], args[0], &methods);
  for (*slot = 0; *slot < methods.len; (*slot)++) {
    const TraitMethod *m = &methods.at[*slot];
    if (m->fn == fn && same_args(f, m->ref.args, args, trait->ngens)) return true;
  }
  EnvBounds facts = {0};
  dyn_facts(f, NULL, args[0], &facts);
  for (u32 i = 0; i < facts.len; i++)
    if (facts.at[i].ref.trait == trait && same_args(f, facts.at[i].ref.args, args, trait->ngens))
      front_fail(f, DIAG_ERROR, span, "the `%s` method cannot be invoked on a trait object",
                 name_of(f, fn->name));
  return false;
}

/* The arguments of Fn traits are passed one by one. */
static void define_fn_methods(Front *f, TypeId t, DynInfo *info) {
  static const char *const names[] = {"FnOnce>::call_once", "FnMut>::call_mut", "Fn>::call"};
  FnKind kind;
  FnSig sig;
  if (!dyn_fn_kind(f, t, &kind) || !dyn_fn_sig(f, NULL, t, &sig)) return;
  DynMethod *out = arena_array(f->arena, DynMethod, 3);
  info->nmethods = dyn_fn_slot(kind) + 1;
  info->methods = out;
  for (u32 i = 0; i < info->nmethods; i++) {
    TypeId *params = arena_array(f->arena, TypeId, sig.nparams + 1);
    params[0] = i == 0 ? t : type_ptr(f->tt, i == 1 ? PTR_REF_MUT : PTR_REF, t);
    for (u32 k = 0; k < sig.nparams; k++) params[k + 1] = sig.params[k];
    out[i].name = arena_printf(f->arena, "<%s as %s", info->name, names[i]);
    out[i].sig = (FnSig){.nparams = sig.nparams + 1, .params = params, .ret = sig.ret};
  }
}

void define_dyn(Front *f, TypeId t) {
  DynInfo *info = arena_new(f->arena, DynInfo);
  info->name = type_show(f, NULL, t);
  type_define_dyn(f->tt, t, info);
  if (is_fn_trait(f, (const Def *)type_get(f->tt, t)->u.dyn.def)) {
    define_fn_methods(f, t, info);
    return;
  }
  TraitMethods methods = {0};
  dyn_methods(f, t, t, &methods);
  DynMethod *out = arena_array(f->arena, DynMethod, methods.len + 1);
  for (u32 i = 0; i < methods.len; i++) {
    Def *fn = methods.at[i].fn;
    out[i].name = arena_printf(f->arena, "<%s as %s>::%s", info->name, name_of(f, fn->parent->name),
                               name_of(f, fn->name));
    out[i].sig = fn_signature(f, NULL, fn, methods.at[i].ref.args);
  }
  info->methods = out;
  info->nmethods = methods.len;
}
