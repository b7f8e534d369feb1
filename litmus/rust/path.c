/* What a path in an expression stands for: a variable, function, constructor, constant. */
#include "litmus/rust/story.h"
#include "litmus/rust/infer.h"

#include <string.h>

/* ---- variables */

/* Names are found from the inside out; an item of an inner block hides an outer variable. A name in
 * the body of a macro means a variable that the same expansion declares or, beyond the macro's
 * definition, what it means there. */
bool lookup_local(Infer *ic, Sym name, u16 ctx, VarId *out) {
  for (u32 i = ic->ribs.len; i-- > 0;) {
    const Rib *r = &ic->ribs.at[i];
    if (r->scope) {
      if (scope_lookup(ic->f, r->scope, name, NS_VALUE)) return false;
    } else if (r->macro) {
      const Expansion *e = expansion_of(ic->f->sources, ctx);
      if (e && e->macro == r->macro) ctx = e->outer;
    } else if (r->name == name && r->ctx == ctx) {
      *out = r->var;
      return true;
    }
  }
  return false;
}

/* ---- paths to values */

/* Generic arguments of a type's definition, given in segment `at`. */
static TypeId type_with_args(Infer *ic, Def *d, const AstSegment *seg) {
  TyEnv env = infer_env(ic);
  TypeId *args = arena_array(ic->arena, TypeId, d->ngens + 1);
  lower_generic_args(&env, d, seg, 0, d->ngens, args);
  if (d->kind != DEF_ALIAS) return adt_of(ic->f, d, args);
  AstType t = {.kind = AST_TY_PATH, .span = seg->span};
  AstPath p = {.span = seg->span, .seg = {(AstSegment *)seg, 1}};
  t.path = &p;
  TyEnv at = {ic->f, ic, d->scope, NULL, NULL, 0, ic};
  if (!seg->has_args) return lower_type(&at, &t);
  TyEnv inner = {ic->f, NULL, d->scope, d, args, 0, ic};
  return lower_type(&inner, d->item->ty);
}

/* The type that the first `used` segments name. */
static TypeId prefix_type(Infer *ic, const AstPath *p, const PathRes *r) {
  if (!r->def) return r->ty;
  return type_with_args(ic, r->def, &p->seg.at[r->used - 1]);
}

static bool find_variant(Infer *ic, TypeId ty, Sym name, u32 *out) {
  Def *d = type_def(ic->f, infer_shallow(ic, ty));
  if (!d || d->kind != DEF_ENUM) return false;
  Def *v = def_member(ic->f, d, name, NS_VALUE);
  if (v) *out = v->variant;
  return v != NULL;
}

static bool is_std_type(Infer *ic, TypeId ty) {
  Def *d = type_def(ic->f, infer_shallow(ic, ty));
  return !d || d->is_prelude;
}

_Noreturn static void fail_assoc(Infer *ic, TypeId ty, const AstSegment *seg) {
  const char *name = name_of(ic->f, seg->name);
  if (infer_is_var(ic, ty)) fail(ic, seg->span, "type annotations needed");
  if (is_std_type(ic, ty))
    unsupported(ic, seg->span, "`%s::%s` is not supported yet", show(ic, ty), name);
  Def *d = type_def(ic->f, infer_shallow(ic, ty));
  fail(ic, seg->span, "no %s named `%s` found for %s `%s` in the current scope",
       d->kind == DEF_ENUM ? "variant or associated item" : "function or associated item", name,
       def_descr(d), show(ic, ty));
}

static Value assoc_value(Infer *ic, TypeId ty, const AstSegment *seg) {
  Value v = {0};
  if (find_variant(ic, ty, seg->name, &v.variant)) {
    v.kind = VALUE_CTOR;
    v.adt = infer_shallow(ic, ty);
    return v;
  }
  Assoc as;
  ty = structurally(ic, ty);
  if (!find_assoc(ic, ty, seg->name, &as) && !find_trait_assoc(ic, ty, seg->name, seg->span, &as))
    fail_assoc(ic, ty, seg);
  v.kind = as.def->kind == DEF_FN ? VALUE_FN : VALUE_CONST;
  v.def = as.def;
  v.args = arena_array(ic->arena, TypeId, as.def->ngens + 1);
  memcpy(v.args, as.impl_args, as.def->nparent * sizeof *v.args);
  TyEnv env = infer_env(ic);
  lower_generic_args(&env, as.def, seg, as.def->nparent, as.def->ngens - as.def->nparent,
                     v.args + as.def->nparent);
  return v;
}

/* `Trait::name`, `<T as Trait>::name` */
static Value trait_value(Infer *ic, TraitRef ref, const AstSegment *seg) {
  Def *d = trait_item(ref.trait, seg->name);
  if (!d || d->kind == DEF_ASSOC_TYPE)
    fail(ic, seg->span, "cannot find method or associated constant `%s` in trait `%s`",
         name_of(ic->f, seg->name), name_of(ic->f, ref.trait->name));
  Value v = {.kind = d->kind == DEF_FN ? VALUE_FN : VALUE_CONST, .def = d};
  v.args = arena_array(ic->arena, TypeId, d->ngens + 1);
  memcpy(v.args, ref.args, ref.trait->ngens * sizeof *v.args);
  TyEnv env = infer_env(ic);
  lower_generic_args(&env, d, seg, d->nparent, d->ngens - d->nparent, v.args + d->nparent);
  return v;
}

static Value path_through_trait(Infer *ic, const AstPath *p, const PathRes *r) {
  TyEnv env = infer_env(ic);
  if (r->used + 1 < p->seg.n)
    fail(ic, p->span, "ambiguous associated type: write `<T as Trait>::name`");
  TraitRef ref = {.trait = p->trait ? resolve_trait(&env, p->trait) : r->def};
  const AstSegment *seg =
      p->trait ? &p->trait->seg.at[p->trait->seg.n - 1] : &p->seg.at[r->used - 1];
  TypeId *args = arena_array(ic->arena, TypeId, ref.trait->ngens + 1);
  args[0] = p->trait ? r->ty : infer_fresh(ic);
  lower_generic_args(&env, ref.trait, seg, 1, ref.trait->ngens - 1, args + 1);
  ref.args = args;
  return trait_value(ic, ref, &p->seg.at[p->seg.n - 1]);
}

static Value def_value(Infer *ic, const AstPath *p, Def *d, const char *what) {
  TyEnv env = infer_env(ic);
  const AstSegment *seg = &p->seg.at[p->seg.n - 1];
  Value v = {.def = d};
  switch (d->kind) {
  case DEF_FN:
    v.kind = VALUE_FN;
    v.args = arena_array(ic->arena, TypeId, d->ngens + 1);
    lower_generic_args(&env, d, seg, 0, d->ngens, v.args);
    return v;
  case DEF_CONST: v.kind = VALUE_CONST; return v;
  case DEF_STATIC: v.kind = VALUE_STATIC; return v;
  case DEF_STRUCT:
    if (d->lang == LANG_OWNED_BOX)
      fail(ic, p->span, "cannot initialize a tuple struct which contains private fields");
    v.kind = VALUE_CTOR;
    v.adt = type_with_args(ic, d, seg);
    return v;
  case DEF_VARIANT:
    v.kind = VALUE_CTOR;
    v.variant = d->variant;
    /* the enum's arguments stand behind its name or behind the variant's */
    if (!seg->has_args && p->seg.n > 1 && p->seg.at[p->seg.n - 2].has_args) seg--;
    v.adt = type_with_args(ic, d->parent, seg);
    return v;
  default:
    fail(ic, p->span, "expected %s, found %s `%s`", what, def_descr(d), name_of(ic->f, d->name));
  }
}

static Value param_value(Infer *ic, const AstPath *p, const PathRes *r) {
  u64 value = 0;
  is_const_arg(ic->f, r->ty, &value);
  Value v = {.kind = VALUE_PARAM};
  TypeId ty = type_usize(ic->tt);
  for (u32 i = 0; i < ic->owner->ngens; i++)
    if (ic->owner->gens[i]->name == p->seg.at[0].name && ic->owner->gens[i]->ty) {
      TyEnv env = infer_env(ic);
      ty = lower_type(&env, ic->owner->gens[i]->ty);
    }
  v.node = node_int(ic, p->span, ty, value);
  return v;
}

Value resolve_value(Infer *ic, const AstPath *p, const char *what) {
  Value v = {0};
  bool single = p->seg.n == 1 && !p->self_ty && !p->global;
  if (single && lookup_local(ic, p->seg.at[0].name, p->seg.at[0].span.ctx, &v.var)) {
    if (p->seg.at[0].has_args)
      fail(ic, p->span, "generic arguments are not allowed on local variable");
    return v;
  }
  story_check_name(ic, p);
  TyEnv env = infer_env(ic);
  PathRes r = resolve_path(&env, p, NS_VALUE, what);
  if (r.intrinsic) {
    v.kind = VALUE_INTRINSIC;
    v.intrinsic = intrinsic_by_name(name_of(ic->f, p->seg.at[p->seg.n - 1].name));
    /* one that is not the machine's: see check_intrinsic */
    if (v.intrinsic == INTR_COUNT && p->seg.at[p->seg.n - 1].name != ic->f->n.drop_in_place)
      fail(ic, p->span, "unknown intrinsic");
    return v;
  }
  if (p->trait || (r.def && r.def->kind == DEF_TRAIT && r.used < p->seg.n))
    return path_through_trait(ic, p, &r);
  if (r.used == p->seg.n && p->seg.n > 0) {
    if (r.is_const) return param_value(ic, p, &r);
    if (r.def) return def_value(ic, p, r.def, what);
    /* `Self` as a value: its constructor */
    Def *d = type_def(ic->f, r.ty);
    if (!d || d->kind != DEF_STRUCT)
      fail(ic, p->span, "expected %s, found type `%s`", what, show(ic, r.ty));
    v.kind = VALUE_CTOR;
    v.adt = r.ty;
    return v;
  }
  TypeId ty = prefix_type(ic, p, &r);
  if (r.used + 2 == p->seg.n) { /* T::Assoc::name */
    PathRes at = {.ty = ty, .used = r.used};
    AstPath *prefix = arena_new(ic->arena, AstPath);
    *prefix = *p;
    prefix->seg.n--;
    ty = assoc_type_path(&env, prefix, &at, p->span);
  } else if (r.used + 2 < p->seg.n) {
    fail(ic, p->span, "ambiguous associated type: write `<T as Trait>::name`");
  }
  return assoc_value(ic, ty, &p->seg.at[p->seg.n - 1]);
}

TypeId resolve_struct(Infer *ic, const AstPath *p, u32 *variant, const char *what) {
  TyEnv env = infer_env(ic);
  PathRes r = resolve_path(&env, p, NS_TYPE, what);
  *variant = 0;
  if (r.used < p->seg.n) {
    TypeId ty = r.def && r.def->kind == DEF_TRAIT ? 0 : prefix_type(ic, p, &r);
    if (!ty || p->trait) fail(ic, p->span, "expected %s, found an associated item", what);
    const AstSegment *seg = &p->seg.at[r.used];
    if (r.used + 1 == p->seg.n && find_variant(ic, ty, seg->name, variant))
      return infer_shallow(ic, ty);
    fail_assoc(ic, ty, seg);
  }
  TypeId ty;
  if (r.def && r.def->kind == DEF_VARIANT) {
    *variant = r.def->variant;
    const AstSegment *seg = &p->seg.at[p->seg.n - 1];
    if (!seg->has_args && p->seg.n > 1 && p->seg.at[p->seg.n - 2].has_args) seg--;
    ty = type_with_args(ic, r.def->parent, seg);
  } else {
    if (r.def && r.def->kind == DEF_ENUM)
      fail(ic, p->span, "expected %s, found enum `%s`", what, name_of(ic->f, r.def->name));
    ty = prefix_type(ic, p, &r);
  }
  Def *d = type_def(ic->f, infer_shallow(ic, ty));
  if (!d || (d->kind == DEF_ENUM && !(r.def && r.def->kind == DEF_VARIANT)))
    fail(ic, p->span, "expected %s, found type `%s`", what, show(ic, ty));
  return infer_shallow(ic, ty);
}

/* ---- their nodes */

static Thir *ctor_node(Infer *ic, const Value *v, Span span) {
  Def *d = type_def(ic->f, v->adt);
  const AstVariant *av = adt_variant(d, v->variant);
  if (av->is_unit_like) {
    Thir *n = node_new(ic, THIR_ADT, span, v->adt);
    n->variant = v->variant;
    return n;
  }
  if (!av->is_tuple_like)
    fail(ic, span, "expected value, found struct%s `%s`", d->kind == DEF_ENUM ? " variant" : "",
         name_of(ic->f, d->kind == DEF_ENUM ? av->name : d->name));
  const Type *ty = type_get(ic->tt, v->adt);
  Thir *n =
      node_new(ic, THIR_CONST, span,
               type_fndef(ic->tt, ctor_def(ic->f, d, v->variant), ty->u.adt.args, ty->u.adt.nargs));
  n->konst.kind = CONST_ZST;
  return n;
}

static Thir *static_node(Infer *ic, Def *d, Span span) {
  if (d->is_foreign) unsupported(ic, span, "foreign statics are not supported yet");
  if (d->item->is_mut) require_unsafe(ic, span, "use of mutable static");
  Thir *n = node_new(ic, THIR_STATIC, span, value_type(ic->f, ic, d, NULL));
  n->stat = request_static(ic->f, d, span);
  n->is_mut = d->item->is_mut;
  return n;
}

Thir *value_node(Infer *ic, const Value *v, Span span) {
  Front *f = ic->f;
  switch (v->kind) {
  case VALUE_LOCAL: return node_var(ic, v->var, span);
  case VALUE_PARAM: return v->node;
  case VALUE_CTOR: return ctor_node(ic, v, span);
  case VALUE_STATIC: return static_node(ic, v->def, span);
  case VALUE_CONST: {
    Thir *n = node_new(ic, THIR_CONST_FN, span, value_type(f, ic, v->def, v->args));
    if (v->def->parent && v->def->parent->kind == DEF_TRAIT)
      require_trait(ic, (TraitRef){v->def->parent, v->args}, span);
    Pending p = {n, v->def, v->args};
    alist_push(ic->arena, &ic->pending, p);
    return n;
  }
  case VALUE_FN: {
    TypeId ty = type_fndef(ic->tt, v->def, v->args, v->def->ngens);
    Thir *n = node_new(ic, THIR_CONST, span, ty);
    n->konst.kind = CONST_ZST;
    return n;
  }
  case VALUE_INTRINSIC: break;
  }
  fail(ic, span, "an intrinsic can only be called");
}

Thir *check_path(Infer *ic, const AstExpr *e, Expect ex) {
  Value v = resolve_value(ic, e->path, "value");
  bool is_unit =
      v.kind == VALUE_CTOR && adt_variant(type_def(ic->f, v.adt), v.variant)->is_unit_like;
  if (is_unit && ex.ty && !ex.is_cast) {
    /* `None` where Option<u8> is expected */
    Snapshot s = infer_snapshot(ic);
    if (!unify(ic, v.adt, ex.ty)) infer_rollback(ic, s);
  }
  return value_node(ic, &v, e->span);
}
