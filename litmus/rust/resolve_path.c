/* Paths: which definition or type a path starts with. What follows a type (`T::name`) is found by
 * type, in assoc.c. */
#include "litmus/rust/context.h"

#include <string.h>

/* Names of std's prelude and primitive types that the language does not have yet. */
static bool is_known_missing(const char *name) {
  static const char *const names[] = {
      "Vec",    "String", "ToString",  "ToOwned", "Iterator", "IntoIterator", "Default",
      "From",   "Into",   "TryFrom",   "TryInto", "AsRef",    "Fn",           "FnMut",
      "FnOnce", "f16",    "f128",      "Clone",   "Copy",     "Send",         "Sync",
      "Sized",  "Drop",   "PartialEq", "Eq",      "Ord",      "PartialOrd"};
  for (u32 i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) return true;
  return false;
}

const char *path_text(const Front *f, const AstPath *p, u32 n) {
  const char *text = p->global ? "::" : "";
  for (u32 i = 0; i < n; i++)
    text = arena_printf(f->arena, "%s%s%s", text, i ? "::" : "", name_of(f, p->seg.at[i].name));
  return text;
}

static bool primitive(const Front *f, Sym name, PathRes *out) {
  for (u32 i = 0; i < NPRIMS; i++)
    if (f->prims[i].name == name) {
      out->ty = f->prims[i].ty;
      out->used = 1;
      return true;
    }
  return false;
}

/* The `use std::..` that would have brought the name into scope if the prelude had it. */
static const AstPath *missing_import(const TyEnv *env, Sym name) {
  Front *f = env->f;
  for (const Scope *s = env->scope; s; s = s->parent)
    for (u32 i = 0; i < s->imports.len; i++) {
      const AstUse *use = s->imports.at[i].use;
      if (use->glob || use->name != name || use->path->seg.n < 2) continue;
      if (is_std_name(f, use->path->seg.at[0].name)) return use->path;
    }
  return NULL;
}

_Noreturn static void not_found(const TyEnv *env, const AstPath *p, u32 at, const Def *in,
                                Namespace ns, const char *what) {
  Front *f = env->f;
  const AstSegment *seg = &p->seg.at[at];
  const char *name = name_of(f, seg->name);
  bool last = at + 1 == p->seg.n;
  if (in && in == f->litmus_root)
    front_fail(f, DIAG_ERROR, seg->span, "cannot find %s `%s` in crate `litmus`", what, name);
  if (in && in->is_prelude)
    front_fail(f, DIAG_UNSUPPORTED, p->span, "`%s` is not supported yet", path_text(f, p, at + 1));
  if (!in && is_known_missing(name))
    front_fail(f, DIAG_UNSUPPORTED, seg->span, "`%s` is not supported yet", name);
  const AstPath *import = in ? NULL : missing_import(env, seg->name);
  if (import)
    front_fail(f, DIAG_UNSUPPORTED, seg->span, "`%s` is not supported yet",
               path_text(f, import, import->seg.n));
  if (in && last)
    front_fail(f, DIAG_ERROR, seg->span, "cannot find %s `%s` in %s `%s`", what, name,
               in->parent ? def_descr(in) : "the",
               in->parent ? name_of(f, in->name) : "crate root");
  if (!last)
    front_fail(f, DIAG_ERROR, seg->span, "failed to resolve: use of undeclared type or module `%s`",
               name);
  Def *type = ns == NS_VALUE ? lookup_name(f, env->scope, seg->name, NS_TYPE) : NULL;
  PathRes prim;
  if (type || (ns == NS_VALUE && primitive(f, seg->name, &prim)))
    front_fail(f, DIAG_ERROR, seg->span, "expected %s, found %s `%s`", what,
               type ? def_descr(type) : "builtin type", name);
  front_fail(f, DIAG_ERROR, seg->span, "cannot find %s `%s` in this scope", what, name);
}

/* A generic parameter of the item we are in. */
static bool generic_param(const TyEnv *env, Sym name, PathRes *out) {
  if (!env->owner || !env->args) return false; /* (`Self` of a trait is one, too) */
  for (u32 i = env->owner->ngens; i-- > 0;)
    if (env->owner->gens[i]->name == name) {
      out->ty = env->args[i];
      out->is_const = env->owner->gens[i]->is_const;
      out->used = 1;
      return true;
    }
  return false;
}

/* crate, self, super (repeated). */
static Def *keyword_start(const TyEnv *env, const AstPath *p, u32 *used) {
  Front *f = env->f;
  Sym name = p->seg.at[0].name;
  Def *d = NULL;
  if (name == f->n.crate_) {
    d = env->scope->module;
    while (d->parent) d = d->parent;
  } else if (name == f->n.self_value && p->seg.n > 1) {
    d = env->scope->module;
  } else if (name == f->n.super_) {
    d = env->scope->module->parent;
    if (!d)
      front_fail(f, DIAG_ERROR, p->seg.at[0].span, "there are too many leading `super` keywords");
  }
  if (!d) return NULL;
  u32 at = 1;
  while (at < p->seg.n && p->seg.at[at].name == f->n.super_) {
    d = d->parent;
    if (!d)
      front_fail(f, DIAG_ERROR, p->seg.at[at].span, "there are too many leading `super` keywords");
    at++;
  }
  *used = at;
  return d;
}

static bool first_segment(const TyEnv *env, const AstPath *p, Namespace ns, PathRes *out) {
  Front *f = env->f;
  Sym name = p->seg.at[0].name;
  bool single = p->seg.n == 1;
  if (p->global) {
    out->def = named_crate(f, name);
    out->used = 1;
    return out->def != NULL;
  }
  if (name == f->n.self_type && env->self_ty) {
    out->ty = env->self_ty;
    out->used = 1;
    return true;
  }
  out->def = keyword_start(env, p, &out->used);
  if (out->def) return true;
  if (generic_param(env, name, out)) {
    if (single && ns == NS_VALUE && !out->is_const) {
      *out = (PathRes){0};
      return false;
    }
    return true;
  }
  Def *d = lookup_name(f, env->scope, name, single ? ns : NS_TYPE);
  /* a module `u8` does not hide the type u8 */
  if (d && d->kind == DEF_MOD && single && ns == NS_TYPE && primitive(f, name, out)) return true;
  if (d) {
    out->def = d;
    out->used = 1;
    return true;
  }
  out->def = single ? NULL : named_crate(f, name);
  if (out->def) {
    out->used = 1;
    return true;
  }
  if (!single && name == f->n.intrinsics && env->scope->module->is_prelude) {
    out->intrinsic = true;
    out->used = p->seg.n;
    return true;
  }
  return (ns == NS_TYPE || !single) && primitive(f, name, out);
}

PathRes resolve_path(const TyEnv *env, const AstPath *p, Namespace ns, const char *what) {
  Front *f = env->f;
  PathRes r = {0};
  if (p->self_ty) {
    r.ty = lower_type(env, p->self_ty);
    return r;
  }
  if (!first_segment(env, p, ns, &r)) not_found(env, p, 0, NULL, ns, what);
  while (r.def && r.used < p->seg.n && (r.def->kind == DEF_MOD || r.def->kind == DEF_ENUM)) {
    bool last = r.used + 1 == p->seg.n;
    Sym name = p->seg.at[r.used].name;
    Def *next = def_member(f, r.def, name, last ? ns : NS_TYPE);
    if (!next && r.def->kind == DEF_MOD) {
      PathRes prim = {0};
      /* core::primitive types as in `std::u8::MAX` are modules of the prelude */
      if (r.def->is_prelude && !last && primitive(f, name, &prim)) {
        prim.used = r.used + 1;
        return prim;
      }
      not_found(env, p, r.used, r.def, ns, what);
    }
    if (!next) break; /* an associated item of the enum */
    r.def = next;
    r.used++;
  }
  if (r.def && r.def->kind == DEF_MOD)
    front_fail(f, DIAG_ERROR, p->span, "expected %s, found module `%s`", what,
               path_text(f, p, p->seg.n));
  if (r.def && r.used < p->seg.n &&
      !(r.def->kind == DEF_STRUCT || r.def->kind == DEF_ENUM || r.def->kind == DEF_UNION ||
        r.def->kind == DEF_ALIAS || r.def->kind == DEF_TRAIT))
    front_fail(f, DIAG_ERROR, p->seg.at[r.used].span,
               "failed to resolve: `%s` is a %s, not a module", name_of(f, r.def->name),
               def_descr(r.def));
  return r;
}
