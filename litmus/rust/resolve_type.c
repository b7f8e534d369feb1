/* Types as written to types of the IR. During inference, generic parameters of a signature are
 * simply replaced by inference variables: signatures are lowered anew for each use. */
#include "litmus/rust/context.h"

#include <string.h>

#include "litmus/rust/dyn.h"

/* ---- constants as generic arguments */

TypeId const_arg(Front *f, u64 value) { return type_array(f->tt, type_unit(f->tt), value); }

bool is_const_arg(Front *f, TypeId t, u64 *value) {
  const Type *ty = type_get(f->tt, t);
  if (ty->kind != TY_ARRAY || ty->u.array.elem != type_unit(f->tt)) return false;
  *value = ty->u.array.len;
  return true;
}

/* ---- environments */

TypeId impl_self_type(Front *f, Infer *ic, Def *impl, const TypeId *args) {
  /* no `_` here; `Self` has no meaning yet */
  TyEnv env = {.f = f, .scope = impl->scope, .owner = impl, .args = args, .solve = ic};
  return lower_type(&env, impl->item->ty);
}

TyEnv env_of(Front *f, Infer *ic, Def *owner, const TypeId *args) {
  TyEnv env = {f, ic, owner->scope, owner, args, 0, ic};
  Def *holder = owner;
  while (holder && (holder->kind == DEF_ANON_CONST || holder->kind == DEF_STORY ||
                    holder->kind == DEF_OPAQUE))
    holder = holder->parent;
  if (!holder) return env;
  if (holder->kind == DEF_TRAIT || (holder->parent && holder->parent->kind == DEF_TRAIT))
    env.self_ty = args ? args[0] : 0;
  else if (holder->kind == DEF_IMPL)
    env.self_ty = impl_self_type(f, ic, holder, args);
  else if (holder->parent && holder->parent->kind == DEF_IMPL)
    env.self_ty = impl_self_type(f, ic, holder->parent, args);
  else if (holder->kind == DEF_STRUCT || holder->kind == DEF_ENUM || holder->kind == DEF_UNION)
    env.self_ty = adt_of(f, holder, args);
  return env;
}

/* ---- generic arguments */

static u64 lower_const(const TyEnv *env, const AstExpr *e, TypeId ty);

/* The type of a `const N: T` parameter: a number, bool or char. */
static TypeId const_param_type(Front *f, const Def *d, const AstGeneric *g) {
  TyEnv env = {.f = f, .scope = d->scope};
  return lower_type(&env, g->ty);
}

/* `Foo<N>`: a constant that the parser took for a type. */
static TypeId const_from_type(const TyEnv *env, const AstType *t, TypeId ty) {
  Front *f = env->f;
  if (t->kind == AST_TY_CONST) return const_arg(f, lower_const(env, t->len, ty));
  if (t->kind == AST_TY_INFER && env->ic) return const_arg(f, infer_fresh_len(env->ic));
  if (t->kind != AST_TY_PATH)
    front_fail(f, DIAG_ERROR, t->span, "type provided when a constant was expected");
  AstExpr *e = arena_new(f->arena, AstExpr);
  e->kind = AST_PATH;
  e->span = t->span;
  e->path = t->path;
  return const_arg(f, lower_const(env, e, ty));
}

static TypeId missing_arg(const TyEnv *env, const AstGeneric *g) {
  return g->is_const ? const_arg(env->f, infer_fresh_len(env->ic)) : infer_fresh(env->ic);
}

static TypeId generic_arg(const TyEnv *env, const Def *d, const AstGeneric *g, const AstType *a) {
  if (g->is_const) return const_from_type(env, a, const_param_type(env->f, d, g));
  if (a->kind == AST_TY_CONST)
    front_fail(env->f, DIAG_ERROR, a->span, "constant provided when a type was expected");
  return lower_type(env, a);
}

void lower_generic_args(const TyEnv *env, Def *d, const AstSegment *seg, u32 from, u32 n,
                        TypeId *out) {
  Front *f = env->f;
  u32 given = seg && seg->has_args ? seg->args.n : 0, most = 0, least = 0;
  for (u32 i = 0; i < n; i++) {
    most += !d->gens[from + i]->is_impl;
    least += !d->gens[from + i]->is_impl && !d->gens[from + i]->dflt;
  }
  if (given > most || (given > 0 && given < least))
    front_fail(f, DIAG_ERROR, seg->span,
               "%s takes %s%u generic argument%s but %u generic argument%s supplied", def_descr(d),
               least == most  ? ""
               : given > most ? "at most "
                              : "at least ",
               given > most ? most : least, (given > most ? most : least) == 1 ? "" : "s", given,
               given == 1 ? " was" : "s were");
  for (u32 i = 0; i < n; i++) {
    const AstGeneric *g = d->gens[from + i];
    if (i < given) {
      out[i] = generic_arg(env, d, g, seg->args.at[i]);
    } else if (g->dflt && (given || !env->ic)) { /* may mention the parameters before it */
      TyEnv at = {.f = f, .scope = d->scope, .owner = d, .args = out - from, .solve = env->solve};
      out[i] = generic_arg(&at, d, g, g->dflt);
    } else if (env->ic) {
      out[i] = missing_arg(env, g);
    } else {
      front_fail(f, DIAG_ERROR, seg ? seg->span : d->span, "missing generics for %s `%s`",
                 def_descr(d), name_of(f, d->name));
    }
  }
}

/* ---- ADTs */

TypeId adt_of(Front *f, Def *d, const TypeId *args) {
  if (d->lang == LANG_OWNED_BOX) return type_ptr(f->tt, PTR_BOX, args[0]);
  return type_adt(f->tt, d, args, d->ngens);
}

Def *type_def(const Front *f, TypeId t) {
  const Type *ty = type_get(f->tt, t);
  return ty->kind == TY_ADT ? (Def *)ty->u.adt.def : NULL;
}

const AstVariant *adt_variant(const Def *d, u32 variant) { return &d->item->variants.at[variant]; }

TypeId field_type(Front *f, Infer *ic, TypeId adt, u32 variant, u32 field) {
  const Type *ty = type_get(f->tt, adt);
  Def *d = (Def *)ty->u.adt.def;
  /* `_` is not allowed in a field */
  TyEnv env = {f, NULL, d->scope, d, ty->u.adt.args, adt, ic};
  return lower_type(&env, adt_variant(d, variant)->fields.at[field].ty);
}

TypeId value_type(Front *f, Infer *ic, Def *d, const TypeId *args) {
  TyEnv env = env_of(f, ic, d, args);
  env.ic = NULL;
  return lower_type(&env, d->item->ty);
}

FnSig fn_signature(Front *f, Infer *ic, Def *fn, const TypeId *args) {
  if (fn->kind == DEF_CTOR) return ctor_signature(f, ic, fn, args);
  const AstItem *it = fn->item;
  TyEnv env = env_of(f, ic, fn, args);
  env.ic = NULL;
  TypeId *params = arena_array(f->arena, TypeId, it->params.n + 1);
  for (u32 i = 0; i < it->params.n; i++) {
    const AstParam *p = &it->params.at[i];
    if (i == 0 && it->self_kind != AST_SELF_NONE && it->self_kind != AST_SELF_TYPED) {
      if (!env.self_ty)
        front_fail(f, DIAG_ERROR, p->pat->span,
                   "`self` parameter is only allowed in associated functions");
      params[0] = env.self_ty;
      if (it->self_kind == AST_SELF_REF) params[0] = type_ptr(f->tt, PTR_REF, env.self_ty);
      if (it->self_kind == AST_SELF_REF_MUT) params[0] = type_ptr(f->tt, PTR_REF_MUT, env.self_ty);
    } else {
      params[i] = lower_type(&env, p->ty);
    }
  }
  FnSig sig = {.nparams = it->params.n, .params = params};
  sig.ret = it->ty ? lower_type(&env, it->ty) : type_unit(f->tt);
  sig.is_unsafe = it->is_unsafe;
  sig.is_extern_c = it->is_extern_c;
  return sig;
}

/* ---- types */

u64 lower_len(const TyEnv *env, const AstExpr *e) {
  return lower_const(env, e, type_usize(env->f->tt));
}

static u64 lower_const(const TyEnv *env, const AstExpr *e, TypeId ty) {
  Front *f = env->f;
  while (e->kind == AST_PAREN) e = e->a;
  if (e->kind == AST_PATH && !e->path->self_ty && e->path->seg.n == 1) {
    if (e->path->seg.at[0].name == f->n.underscore && env->ic) return infer_fresh_len(env->ic);
    PathRes r = resolve_path(env, e->path, NS_VALUE, "value");
    u64 len;
    if (r.is_const && is_const_arg(f, r.ty, &len)) return len;
  }
  u128 v = eval_const_expr(env, e, ty);
  if (v >> 62 && ty != type_usize(f->tt))
    front_fail(f, DIAG_UNSUPPORTED, e->span,
               "a generic argument of more than 62 bits is not supported yet");
  if (v >> 62)
    front_fail(f, DIAG_ERROR, e->span,
               "values of the type are too big for the target architecture");
  return (u64)v;
}

/* The one argument of the `UnsignedOf` and `SignedOf` aliases, decided now or, when unknown yet,
 * i32's. */
static TypeId with_sign(Front *f, TypeId arg, bool is_signed) {
  const Type *t = type_get(f->tt, arg);
  if (t->kind == TY_FLOAT) return type_int(f->tt, t->u.floating.bits, false);
  if (t->kind != TY_INT) return arg;
  if (t->u.integer.is_size) return is_signed ? type_isize(f->tt) : type_usize(f->tt);
  return type_int(f->tt, t->u.integer.bits, is_signed);
}

static TypeId alias_type(const TyEnv *env, Def *d, const AstSegment *seg, Span span) {
  Front *f = env->f;
  TypeId *args = arena_array(f->arena, TypeId, d->ngens + 1);
  lower_generic_args(env, d, seg, 0, d->ngens, args);
  if (d->lang == LANG_UNSIGNED_OF || d->lang == LANG_SIGNED_OF)
    return with_sign(f, infer_shallow(env->ic, args[0]), d->lang == LANG_SIGNED_OF);
  if (f->alias_depth > 64)
    front_fail(f, DIAG_ERROR, span, "cycle detected when expanding type alias `%s`",
               name_of(f, d->name));
  TyEnv inner = {f, NULL, d->scope, d, args, 0, env->solve};
  f->alias_depth++;
  TypeId t = lower_type(&inner, d->item->ty);
  f->alias_depth--;
  return t;
}

/* `Struct<A>::Name`, `Trait::Name` */
static TypeId assoc_of_def(const TyEnv *env, const AstPath *p, const PathRes *r, Span span) {
  Front *f = env->f;
  const AstSegment *seg = &p->seg.at[r->used - 1];
  PathRes at = {.used = r->used};
  if (r->def->kind == DEF_TRAIT)
    front_fail(f, DIAG_ERROR, span, "ambiguous associated type: write `<T as %s>::%s`",
               name_of(f, r->def->name), name_of(f, p->seg.at[r->used].name));
  AstPath *prefix = arena_new(f->arena, AstPath);
  *prefix = *p;
  prefix->seg.n = r->used;
  AstType *t = arena_new(f->arena, AstType);
  *t = (AstType){.kind = AST_TY_PATH, .span = seg->span, .path = prefix};
  at.ty = lower_type(env, t);
  return assoc_type_path(env, p, &at, span);
}

static TypeId path_type(const TyEnv *env, const AstType *t) {
  Front *f = env->f;
  const AstPath *p = t->path;
  PathRes r = resolve_path(env, p, NS_TYPE, "type");
  if (r.used < p->seg.n)
    return r.def ? assoc_of_def(env, p, &r, t->span) : assoc_type_path(env, p, &r, t->span);
  if (!r.def) {
    if (r.is_const) front_fail(f, DIAG_ERROR, t->span, "expected type, found const parameter");
    return r.ty;
  }
  const AstSegment *seg = &p->seg.at[p->seg.n - 1];
  Def *d = r.def;
  if (d->kind == DEF_ALIAS) return alias_type(env, d, seg, t->span);
  if (d->kind != DEF_STRUCT && d->kind != DEF_ENUM && d->kind != DEF_UNION)
    front_fail(f, DIAG_ERROR, t->span, "expected type, found %s `%s`", def_descr(d),
               name_of(f, d->name));
  TypeId *args = arena_array(f->arena, TypeId, d->ngens + 1);
  TyEnv strict = *env;
  if (!seg->has_args) strict.ic = NULL; /* types do not leave arguments out */
  lower_generic_args(&strict, d, seg, 0, d->ngens, args);
  return adt_of(f, d, args);
}

static TypeId fn_type(const TyEnv *env, const AstType *t) {
  FnSig sig = {.nparams = t->elems.n, .is_unsafe = t->is_unsafe, .is_extern_c = t->is_extern_c};
  TypeId *params = arena_array(env->f->arena, TypeId, t->elems.n + 1);
  for (u32 i = 0; i < t->elems.n; i++) params[i] = lower_type(env, t->elems.at[i]);
  sig.params = params;
  sig.ret = t->ret ? lower_type(env, t->ret) : type_unit(env->f->tt);
  return type_fnptr(env->f->tt, sig);
}

static TypeId sized_elem(const TyEnv *env, const AstType *elem) {
  TypeId t = lower_type(env, elem);
  if (!type_is_sized(env->f->tt, t))
    front_fail(env->f, DIAG_ERROR, elem->span,
               "the size for values of type `%s` cannot be known at compilation time",
               type_show(env->f, env->ic, t));
  return t;
}

TypeId lower_type(const TyEnv *env, const AstType *t) {
  TypeTable *tt = env->f->tt;
  switch (t->kind) {
  case AST_TY_PATH: return path_type(env, t);
  case AST_TY_REF: return type_ptr(tt, t->is_mut ? PTR_REF_MUT : PTR_REF, lower_type(env, t->elem));
  case AST_TY_RAW:
    return type_ptr(tt, t->is_mut ? PTR_RAW_MUT : PTR_RAW_CONST, lower_type(env, t->elem));
  case AST_TY_TUPLE: {
    TypeId *elems = arena_array(env->f->arena, TypeId, t->elems.n + 1);
    for (u32 i = 0; i < t->elems.n; i++) elems[i] = sized_elem(env, t->elems.at[i]);
    return type_tuple(tt, elems, t->elems.n);
  }
  case AST_TY_ARRAY: {
    TypeId elem = sized_elem(env, t->elem);
    return type_array(tt, elem, lower_len(env, t->len));
  }
  case AST_TY_SLICE: return type_slice(tt, sized_elem(env, t->elem));
  case AST_TY_FN: return fn_type(env, t);
  case AST_TY_NEVER: return type_never(tt);
  case AST_TY_INFER:
    if (env->ic) return infer_fresh(env->ic);
    front_fail(env->f, DIAG_ERROR, t->span,
               "the placeholder `_` is not allowed within types on item signatures");
  case AST_TY_DYN: return lower_dyn(env, t);
  case AST_TY_IMPL: return opaque_type(env, t);
  case AST_TY_CONST: break;
  }
  front_fail(env->f, DIAG_ERROR, t->span, "expected type, found constant");
}

/* ---- showing types */

static void show_list(Front *f, const Infer *ic, const TypeId *at, u32 n, StrBuf *out) {
  for (u32 i = 0; i < n && out->len <= 1000; i++) {
    if (i) sb_puts(out, ", ");
    type_show_to(f, ic, at[i], out);
  }
}

static void show_args(Front *f, const Infer *ic, const Def *d, const TypeId *args, u32 n,
                      StrBuf *out) {
  for (u32 i = 0; i < n; i++) {
    u64 v;
    if (i) sb_puts(out, ", ");
    if (i < d->ngens && d->gens[i]->is_const && is_const_arg(f, args[i], &v)) {
      if (len_is_infer(v))
        sb_puts(out, "_");
      else
        sb_printf(out, "%llu", (unsigned long long)v);
    } else {
      type_show_to(f, ic, args[i], out);
    }
  }
}

static void show_fn(Front *f, const Infer *ic, const FnSig *s, StrBuf *out) {
  if (s->is_unsafe) sb_puts(out, "unsafe ");
  if (s->is_extern_c) sb_puts(out, "extern \"C\" ");
  sb_puts(out, "fn(");
  show_list(f, ic, s->params, s->nparams, out);
  sb_putc(out, ')');
  if (type_is_unit(f->tt, s->ret)) return;
  sb_puts(out, " -> ");
  type_show_to(f, ic, s->ret, out);
}

static void show_opaque(Front *f, const Infer *ic, const Type *ty, StrBuf *out) {
  const Def *d = ty->u.opaque.def;
  switch (ty->u.opaque.kind) {
  case OPAQUE_PARAM: {
    const AstGeneric *g = ty->u.opaque.def;
    sb_puts(out, g->is_impl ? "impl Trait" : name_of(f, g->name));
    return;
  }
  case OPAQUE_ASSOC:
    sb_putc(out, '<');
    type_show_to(f, ic, ty->u.opaque.args[0], out);
    sb_printf(out, " as %s>::%s", name_of(f, d->parent->name), name_of(f, d->name));
    return;
  case OPAQUE_IMPL: sb_puts(out, "impl Trait"); return;
  }
}

void type_show_to(Front *f, const Infer *ic, TypeId t, StrBuf *out) {
  if (out->len > 1000) { /* nobody reads on; and types can be larger than memory as text */
    sb_puts(out, "..");
    return;
  }
  t = infer_shallow(ic, t);
  const Type *ty = type_get(f->tt, t);
  switch (ty->kind) {
  case TY_OPAQUE: show_opaque(f, ic, ty, out); return;
  case TY_DYN: show_dyn(f, ic, ty, out); return;
  case TY_INFER:
    sb_puts(out, infer_is_int_var(ic, t)     ? "{integer}"
                 : infer_is_float_var(ic, t) ? "{float}"
                                             : "_");
    return;
  case TY_PTR: {
    static const char *const prefix[] = {"&", "&mut ", "*const ", "*mut ", "Box<"};
    sb_puts(out, prefix[ty->u.ptr.kind]);
    type_show_to(f, ic, ty->u.ptr.to, out);
    if (ty->u.ptr.kind == PTR_BOX) sb_putc(out, '>');
    return;
  }
  case TY_TUPLE:
    sb_putc(out, '(');
    show_list(f, ic, ty->u.tuple.at, ty->u.tuple.n, out);
    sb_puts(out, ty->u.tuple.n == 1 ? ",)" : ")");
    return;
  case TY_ARRAY:
  case TY_SLICE:
    sb_putc(out, '[');
    type_show_to(f, ic, ty->u.array.elem, out);
    if (ty->kind == TY_ARRAY) {
      u64 len = infer_len(ic, ty->u.array.len);
      if (len_is_infer(len))
        sb_puts(out, "; _");
      else
        sb_printf(out, "; %llu", (unsigned long long)len);
    }
    sb_putc(out, ']');
    return;
  case TY_FNPTR: show_fn(f, ic, &ty->u.fnptr, out); return;
  case TY_FNDEF: {
    Def *d = (Def *)ty->u.fndef.def;
    if (!def_is_function(d)) {
      sb_printf(out, "fn item {%s}", name_of(f, d->name));
      return;
    }
    FnSig sig = fn_signature(f, (Infer *)ic, d, ty->u.fndef.args);
    show_fn(f, ic, &sig, out);
    sb_printf(out, " {%s}", name_of(f, d->name));
    return;
  }
  case TY_ADT: {
    Def *d = (Def *)ty->u.adt.def;
    sb_puts(out, name_of(f, d->name));
    if (!ty->u.adt.nargs) return;
    sb_putc(out, '<');
    show_args(f, ic, d, ty->u.adt.args, ty->u.adt.nargs, out);
    sb_putc(out, '>');
    return;
  }
  default: type_print(f->tt, t, out);
  }
}

const char *type_show(Front *f, const Infer *ic, TypeId t) {
  StrBuf b = {0};
  type_show_to(f, ic, t, &b);
  const char *text = arena_strdup(f->arena, sb_str(&b));
  sb_free(&b);
  return text;
}
