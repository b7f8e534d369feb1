/* Which traits can be trait objects (Rust Reference, "Dyn compatibility"). */
#include "litmus/rust/dyn.h"

enum { MAX_COMPAT_DEPTH = 32 };

/* ---- Self in types */

static bool is_self(const Front *f, const AstType *t) {
  return t->kind == AST_TY_PATH && !t->path->self_ty && t->path->seg.n == 1 &&
         t->path->seg.at[0].name == f->n.self_type;
}

static bool mentions_self(const Front *f, const AstType *t);

static bool path_mentions_self(const Front *f, const AstPath *p) {
  /* `Self::Item` is what the trait object says that it is */
  bool assoc = !p->self_ty && p->seg.n > 1 && p->seg.at[0].name == f->n.self_type;
  if (p->seg.n == 1 && p->seg.at[0].name == f->n.self_type) return true;
  for (u32 i = 0; !assoc && i < p->seg.n; i++) {
    for (u32 k = 0; k < p->seg.at[i].args.n; k++)
      if (mentions_self(f, p->seg.at[i].args.at[k])) return true;
    for (u32 k = 0; k < p->seg.at[i].assoc.n; k++)
      if (p->seg.at[i].assoc.at[k].ty && mentions_self(f, p->seg.at[i].assoc.at[k].ty)) return true;
  }
  return false;
}

static bool mentions_self(const Front *f, const AstType *t) {
  if (t->path && path_mentions_self(f, t->path)) return true;
  if (t->elem && mentions_self(f, t->elem)) return true;
  if (t->ret && mentions_self(f, t->ret)) return true;
  for (u32 i = 0; i < t->elems.n; i++)
    if (mentions_self(f, t->elems.at[i])) return true;
  for (u32 i = 0; i < t->bounds.n; i++)
    if (path_mentions_self(f, t->bounds.at[i].path)) return true;
  return false;
}

static bool is_sized(const TyEnv *env, const AstBound *b) {
  return !b->relaxed && resolve_trait(env, b->path)->lang == LANG_SIZED;
}

bool needs_sized_self(Front *f, const Def *item) {
  TyEnv env = {.f = f, .scope = item->scope};
  for (u32 i = 0; i < item->item->wheres.n; i++) {
    const AstWhere *w = &item->item->wheres.at[i];
    for (u32 k = 0; w->ty && is_self(f, w->ty) && k < w->bounds.n; k++)
      if (is_sized(&env, &w->bounds.at[k])) return true;
  }
  return false;
}

/* ---- methods */

static bool returns_impl(const AstType *t) {
  return t && (t->kind == AST_TY_IMPL || (t->elem && returns_impl(t->elem)));
}

/* NULL, or why the method has no place in a vtable. */
static const char *method_fault(Front *f, const Def *fn) {
  const AstItem *it = fn->item;
  if (it->self_kind == AST_SELF_NONE) return "has no `self` parameter";
  for (u32 i = fn->nparent; i < fn->ngens; i++) return "has generic type parameters";
  for (u32 i = 1; i < it->params.n; i++)
    if (mentions_self(f, it->params.at[i].ty))
      return "references the `Self` type in its parameters";
  if (it->ty && mentions_self(f, it->ty)) return "references the `Self` type in its return type";
  if (returns_impl(it->ty)) return "returns an `impl Trait`";
  return NULL;
}

bool has_slot(Front *f, const Def *fn) {
  return fn->kind == DEF_FN && !needs_sized_self(f, fn) && !method_fault(f, fn);
}

/* ---- traits */

_Noreturn static void fail_compat(Front *f, const Def *trait, Span span, const char *why) {
  front_fail(f, DIAG_ERROR, span, "the trait `%s` is not dyn compatible: %s",
             name_of(f, trait->name), why);
}

static void check(Front *f, Def *whole, Def *trait, Span span, u32 depth);

static void check_item(Front *f, Def *whole, Def *d, Span span) {
  if (needs_sized_self(f, d)) return;
  const char *name = name_of(f, d->name), *fault;
  switch (d->kind) {
  case DEF_CONST:
    fail_compat(f, whole, span,
                arena_printf(f->arena, "it has the associated constant `%s`", name));
  case DEF_ASSOC_TYPE:
    if (d->ngens > d->nparent)
      fail_compat(f, whole, span,
                  arena_printf(f->arena, "it has the generic associated type `%s`", name));
    return;
  case DEF_FN:
    if ((fault = method_fault(f, d)))
      fail_compat(f, whole, span, arena_printf(f->arena, "its function `%s` %s", name, fault));
    return;
  default: return;
  }
}

static void check_supertraits(Front *f, Def *whole, Def *trait, const AstBounds *bounds, Span span,
                              u32 depth) {
  TyEnv env = {.f = f, .scope = trait->scope};
  for (u32 i = 0; i < bounds->n; i++) {
    const AstBound *b = &bounds->at[i];
    if (b->relaxed) continue;
    if (is_sized(&env, b)) fail_compat(f, whole, span, "it requires `Self: Sized`");
    if (path_mentions_self(f, b->path))
      fail_compat(f, whole, span, "it uses `Self` as an argument of a supertrait");
    check(f, whole, resolve_trait(&env, b->path), span, depth + 1);
  }
}

static void check(Front *f, Def *whole, Def *trait, Span span, u32 depth) {
  if (depth > MAX_COMPAT_DEPTH || trait->is_auto) return;
  if (trait->lang == LANG_SIZED) fail_compat(f, whole, span, "it requires `Self: Sized`");
  if (trait->lang == LANG_COPY || trait->lang == LANG_CLONE)
    fail_compat(f, whole, span, "it requires `Self: Sized`");
  check_supertraits(f, whole, trait, &trait->item->bounds, span, depth);
  for (u32 i = 0; i < trait->item->wheres.n; i++)
    if (is_self(f, trait->item->wheres.at[i].ty))
      check_supertraits(f, whole, trait, &trait->item->wheres.at[i].bounds, span, depth);
  for (u32 i = 0; i < trait->items.len; i++) check_item(f, whole, trait->items.at[i], span);
}

void check_dyn_compatible(Front *f, Def *trait, Span span) { check(f, trait, trait, span, 0); }
