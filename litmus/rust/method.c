/* Method calls. The receiver is tried as it is, dereferenced once, twice, .., and at the end
 * unsized from array to slice; at each step by value, by `&`, by `&mut`, and a `*mut` as `*const`:
 * rustc's probing order. The adjustments found are made explicit. */
#include "litmus/rust/closure.h"

#include <string.h>

enum { MAX_STEPS = 16 };

typedef enum Adjust { ADJ_VALUE, ADJ_REF, ADJ_REF_MUT, ADJ_CONST_PTR, ADJ_COUNT } Adjust;

typedef struct Probe {
  Infer *ic;
  Sym name;
  Thir *steps[MAX_STEPS];
  u32 nsteps;
  /* the pick */
  Def *fn;
  TypeId *args;
  u32 step;
  bool unsize;
  Adjust adjust;
} Probe;

/* The type of the `self` parameter, given the impl's arguments. */
static TypeId self_param_type(Infer *ic, Def *fn, const TypeId *args) {
  Front *f = ic->f;
  const AstItem *it = fn->item;
  TypeId self = impl_self_type(f, ic, fn->parent, args);
  switch (it->self_kind) {
  case AST_SELF_VALUE: return self;
  case AST_SELF_REF: return type_ptr(ic->tt, PTR_REF, self);
  case AST_SELF_REF_MUT: return type_ptr(ic->tt, PTR_REF_MUT, self);
  default: {
    TyEnv env = {f, NULL, fn->scope, fn, args, self};
    return lower_type(&env, it->params.at[0].ty);
  }
  }
}

/* Does fn take `self` of type t? Then the type arguments are bound and kept. */
static bool candidate(Probe *p, Def *fn, TypeId t) {
  Infer *ic = p->ic;
  if (fn->kind != DEF_FN || fn->item->self_kind == AST_SELF_NONE) return false;
  Snapshot s = infer_snapshot(ic);
  TypeId *args = arena_array(ic->arena, TypeId, fn->ngens + 1);
  for (u32 i = 0; i < fn->ngens; i++)
    args[i] = fn->gens[i]->is_const ? const_arg(ic->f, infer_fresh_len(ic)) : infer_fresh(ic);
  TypeId want = self_param_type(ic, fn, args);
  if (unify(ic, want, t)) {
    Lang lang = fn->parent->lang;
    if (lang != LANG_INT && lang != LANG_SIGNED && lang != LANG_UNSIGNED) {
      p->fn = fn;
      p->args = args;
      return true;
    }
    /* impl<I> I: for integers of the right kind only */
    const Type *self = shallow_get(ic, impl_self_type(ic->f, ic, fn->parent, args));
    bool is_signed = self->kind == TY_INT && self->u.integer.is_signed;
    if (self->kind == TY_INT && (lang == LANG_INT || is_signed == (lang == LANG_SIGNED))) {
      p->fn = fn;
      p->args = args;
      return true;
    }
  }
  infer_rollback(ic, s);
  return false;
}

static bool any_candidate(Probe *p, TypeId t) {
  Front *f = p->ic->f;
  if (p->name >= f->nassoc) return false;
  const DefList *list = &f->assoc[p->name];
  for (u32 i = 0; i < list->len; i++)
    if (list->at[i]->kind != DEF_IMPL && candidate(p, list->at[i], t)) return true;
  return false;
}

static bool probe_step(Probe *p, TypeId t) {
  TypeTable *tt = p->ic->tt;
  const Type *ty = shallow_get(p->ic, t);
  for (p->adjust = ADJ_VALUE; p->adjust < ADJ_COUNT; p->adjust++) {
    TypeId self = t;
    if (p->adjust == ADJ_REF) self = type_ptr(tt, PTR_REF, t);
    if (p->adjust == ADJ_REF_MUT) self = type_ptr(tt, PTR_REF_MUT, t);
    if (p->adjust == ADJ_CONST_PTR) {
      if (ty->kind != TY_PTR || ty->u.ptr.kind != PTR_RAW_MUT) return false;
      self = type_ptr(tt, PTR_RAW_CONST, ty->u.ptr.to);
    }
    if (any_candidate(p, self)) return true;
  }
  return false;
}

static void make_steps(Probe *p, Thir *recv) {
  for (Thir *at = recv; at && p->nsteps < MAX_STEPS; at = deref_step(p->ic, at, false))
    p->steps[p->nsteps++] = at;
}

static bool probe(Probe *p) {
  for (p->step = 0; p->step < p->nsteps; p->step++)
    if (probe_step(p, p->steps[p->step]->ty)) return true;
  p->step = p->nsteps - 1;
  const Type *last = shallow_get(p->ic, p->steps[p->step]->ty);
  if (last->kind != TY_ARRAY) return false;
  p->unsize = true;
  return probe_step(p, type_slice(p->ic->tt, last->u.array.elem));
}

static Thir *adjusted(Probe *p) {
  Infer *ic = p->ic;
  Thir *n = p->steps[p->step];
  const Type ty = *shallow_get(ic, n->ty);
  switch (p->adjust) {
  case ADJ_VALUE:
    /* a reference passed on is reborrowed */
    if (ty.kind == TY_PTR && ptr_is_ref(ty.u.ptr.kind))
      return node_borrow(ic, node_deref(ic, n, ty.u.ptr.to), ty.u.ptr.kind == PTR_REF_MUT, true);
    return n;
  case ADJ_CONST_PTR:
    return node_cast(ic, n, CAST_PTR, type_ptr(ic->tt, PTR_RAW_CONST, ty.u.ptr.to));
  default: break;
  }
  bool is_mut = p->adjust == ADJ_REF_MUT;
  Thir *r = node_borrow(ic, n, is_mut, true);
  if (!p->unsize) return r;
  return node_cast(
      ic, r, CAST_UNSIZE,
      type_ptr(ic->tt, is_mut ? PTR_REF_MUT : PTR_REF, type_slice(ic->tt, ty.u.array.elem)));
}

/* ---- clone of Copy types and derived Clone */

static bool args_all(Infer *ic, const TypeId *at, u32 n, bool (*test)(Infer *, TypeId)) {
  for (u32 i = 0; i < n; i++)
    if (!test(ic, at[i])) return false;
  return true;
}

static bool is_copy(Infer *ic, TypeId t) {
  const Type *ty = shallow_get(ic, t);
  switch (ty->kind) {
  case TY_INT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_NEVER:
  case TY_FNPTR:
  case TY_FNDEF: return true;
  case TY_PTR: return ptr_is_raw(ty->u.ptr.kind) || ty->u.ptr.kind == PTR_REF;
  case TY_TUPLE: return args_all(ic, ty->u.tuple.at, ty->u.tuple.n, is_copy);
  case TY_ARRAY: return is_copy(ic, ty->u.array.elem);
  case TY_ADT: {
    Def *d = (Def *)ty->u.adt.def;
    return d->copy_always ||
           (d->derives_copy && args_all(ic, ty->u.adt.args, ty->u.adt.nargs, is_copy));
  }
  default: return infer_is_int_var(ic, t);
  }
}

static bool is_clone(Infer *ic, TypeId t) {
  if (is_copy(ic, t)) return true;
  const Type *ty = shallow_get(ic, t);
  if (ty->kind == TY_TUPLE) return args_all(ic, ty->u.tuple.at, ty->u.tuple.n, is_clone);
  if (ty->kind == TY_ADT) return ((Def *)ty->u.adt.def)->derives_clone;
  return false;
}

static Thir *clone_of(Infer *ic, Thir *place, Span span) {
  if (is_copy(ic, place->ty)) {
    Thir *n = node_unary(ic, THIR_USE, place, place->ty);
    n->span = span;
    return n;
  }
  Thir **args = arena_array(ic->arena, Thir *, 1);
  TypeId *targs = arena_array(ic->arena, TypeId, 1);
  args[0] = node_borrow(ic, place, false, false);
  targs[0] = place->ty;
  return node_call(ic, ic->f->clone_glue, targs, args, 1, place->ty, span);
}

static Thir *check_clone(Probe *p, Span span) {
  Infer *ic = p->ic;
  for (u32 i = 0; i < p->nsteps; i++) {
    Thir *n = p->steps[i];
    const Type *ty = shallow_get(ic, n->ty);
    if (ty->kind == TY_PTR && ptr_is_ref(ty->u.ptr.kind) && is_clone(ic, ty->u.ptr.to))
      return clone_of(ic, node_deref(ic, n, ty->u.ptr.to), span);
    if (is_clone(ic, n->ty)) return clone_of(ic, n, span);
  }
  return NULL;
}

Thir *clone_place(Infer *ic, Thir *recv, Span span) {
  Probe p = {.ic = ic, .name = ic->f->n.clone, .steps = {recv}, .nsteps = 1};
  if (!probe(&p)) {
    Thir *n = check_clone(&p, span);
    if (n) return n;
    fail(ic, span, "the field type `%s` does not implement `Clone`", show(ic, recv->ty));
  }
  for (u32 i = 0; i < p.fn->ngens; i++) p.args[i] = infer_resolve(ic, p.args[i]);
  FnSig sig = fn_signature(ic->f, ic, p.fn, p.args);
  Thir **args = arena_array(ic->arena, Thir *, 1);
  args[0] = adjusted(&p);
  return node_call(ic, p.fn, p.args, args, 1, sig.ret, span);
}

/* ---- */

_Noreturn static void fail_method(Probe *p, const AstExpr *e) {
  Infer *ic = p->ic;
  const char *name = name_of(ic->f, p->name);
  TypeId t = p->steps[0]->ty;
  bool user = false;
  for (u32 i = 0; i < p->nsteps; i++) {
    Def *d = type_def(ic->f, infer_shallow(ic, p->steps[i]->ty));
    user |= d && !d->is_prelude;
  }
  static const char *const of_derives[] = {"eq",   "ne",  "partial_cmp", "cmp",       "lt",
                                           "le",   "gt",  "ge",          "max",       "min",
                                           "hash", "fmt", "clamp",       "clone_from"};
  for (u32 i = 0; i < sizeof of_derives / sizeof *of_derives; i++)
    if (strcmp(name, of_derives[i]) == 0) user = false;
  if (!user)
    unsupported(ic, e->op_span, "the method `%s` of type `%s` is not supported yet", name,
                show(ic, t));
  Def *d = type_def(ic->f, infer_shallow(ic, t));
  if (d)
    for (u32 i = 0; d->kind != DEF_ENUM && i < adt_variant(d, 0)->fields.n; i++)
      if (adt_variant(d, 0)->fields.at[i].name == p->name)
        fail(ic, e->op_span,
             "field, not a method: to call the function stored in `%s`, surround "
             "the field access with parentheses",
             name);
  fail(ic, e->op_span, "no method named `%s` found for %s `%s` in the current scope", name,
       d ? def_descr(d) : "type", show(ic, t));
}

/* Where the call is: in a chain over several lines, on the line of the method's name. */
static Span call_span(const Infer *ic, const AstExpr *e) {
  const char *text = ic->f->sources->files[e->span.file].text;
  Span s = e->span;
  if (memchr(text + s.lo, '\n', e->op_span.lo - s.lo)) s.lo = e->op_span.lo;
  return s;
}

Thir *check_method(Infer *ic, const AstExpr *e, Expect ex) {
  Front *f = ic->f;
  Thir *recv = check_expr(ic, e->a, EXPECT_NONE);
  if (infer_is_int_var(ic, recv->ty)) (void)unify(ic, recv->ty, type_int(ic->tt, 32, true));
  if (infer_is_var(ic, recv->ty)) fail(ic, e->a->span, "type annotations needed");
  Probe p = {.ic = ic, .name = e->name.name};
  make_steps(&p, recv);
  if (!probe(&p)) {
    Thir *n = p.name == f->n.clone && e->args.n == 0 ? check_clone(&p, e->span) : NULL;
    if (n) return n;
    fail_method(&p, e);
  }
  if (p.fn->parent->trait_name && p.name == f->n.drop)
    fail(ic, e->op_span, "explicit use of destructor method");
  Def *fn = p.fn;
  TyEnv env = infer_env(ic);
  if (e->name.has_args)
    lower_generic_args(&env, fn, &e->name, fn->nparent, fn->ngens - fn->nparent,
                       p.args + fn->nparent);
  for (u32 i = 0; i < fn->ngens; i++) p.args[i] = infer_resolve(ic, p.args[i]);
  FnSig sig = fn_signature(f, ic, fn, p.args);
  if (sig.is_unsafe)
    require_unsafe(ic, e->span,
                   arena_printf(ic->arena, "call to unsafe function `%s`", name_of(f, fn->name)));
  Thir *self = adjusted(&p);
  fn_bounds_add(ic, fn, p.args, e->span);
  Thir **args =
      check_args(ic, &sig, 1, e->args.at, e->args.n, e->span, ex.is_cast ? 0 : ex.ty, "method");
  args[0] = self;
  return node_call(ic, fn, p.args, args, sig.nparams, sig.ret, call_span(ic, e));
}
