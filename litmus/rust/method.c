/* Method calls. The receiver is tried as it is, dereferenced once, twice, .., and at the end
 * unsized from array to slice; at each step by value, by `&`, by `&mut`, and a `*mut` as `*const`:
 * rustc's probing order. Each time inherent methods come first, to which the methods of a generic
 * parameter's bounds belong, then those of the traits in scope. The adjustments found are made
 * explicit. */
#include <string.h>

#include "litmus/rust/closure.h"

enum { MAX_STEPS = 16 };

typedef enum Adjust { ADJ_VALUE, ADJ_REF, ADJ_REF_MUT, ADJ_CONST_PTR, ADJ_COUNT } Adjust;

typedef struct Probe {
  Infer *ic;
  Sym name;
  Span span;
  Thir *steps[MAX_STEPS];
  u32 nsteps;
  /* the pick */
  Def *fn; /* an impl's or a trait's */
  TypeId *args;
  u32 step;
  bool unsize;
  Adjust adjust;
} Probe;

/* The type of the `self` parameter, given the arguments of the impl or trait. */
static TypeId self_param_type(Infer *ic, Def *fn, const TypeId *args) {
  Front *f = ic->f;
  const AstItem *it = fn->item;
  TypeId self = fn->parent->kind == DEF_TRAIT ? args[0] : impl_self_type(f, ic, fn->parent, args);
  switch (it->self_kind) {
  case AST_SELF_VALUE: return self;
  case AST_SELF_REF: return type_ptr(ic->tt, PTR_REF, self);
  case AST_SELF_REF_MUT: return type_ptr(ic->tt, PTR_REF_MUT, self);
  default: {
    TyEnv env = {f, NULL, fn->scope, fn, args, self, ic};
    return lower_type(&env, it->params.at[0].ty);
  }
  }
}

static TypeId *fresh_args(Infer *ic, const Def *fn) {
  TypeId *args = arena_array(ic->arena, TypeId, fn->ngens + 1);
  for (u32 i = 0; i < fn->ngens; i++)
    args[i] = fn->gens[i]->is_const ? const_arg(ic->f, infer_fresh_len(ic)) : infer_fresh(ic);
  return args;
}

/* ---- inherent methods */

/* Does fn take `self` of type t? Then the type arguments are bound and kept. */
static bool inherent(Probe *p, Def *fn, TypeId t) {
  Infer *ic = p->ic;
  if (fn->kind != DEF_FN || fn->item->self_kind == AST_SELF_NONE) return false;
  Snapshot s = infer_snapshot(ic);
  TypeId *args = fresh_args(ic, fn);
  if (unify(ic, self_param_type(ic, fn, args), t) &&
      lang_fits(ic, fn->parent->lang, impl_self_type(ic->f, ic, fn->parent, args))) {
    p->fn = fn;
    p->args = args;
    return true;
  }
  infer_rollback(ic, s);
  return false;
}

static bool any_inherent(Probe *p, TypeId t) {
  Front *f = p->ic->f;
  if (p->name >= f->nassoc) return false;
  const DefList *list = &f->assoc[p->name];
  for (u32 i = 0; i < list->len; i++)
    if (inherent(p, list->at[i], t)) return true;
  return false;
}

/* ---- methods of traits */

typedef enum Applies { APPLIES_NOT, APPLIES_IN_SCOPE, APPLIES_BY_BOUND } Applies;

static Applies applies(Probe *p, Def *fn, TypeId t, TypeId *args) {
  Infer *ic = p->ic;
  if (!unify(ic, self_param_type(ic, fn, args), t)) return APPLIES_NOT;
  Def *trait = fn->parent;
  if (has_bound(ic, args[0], trait)) return APPLIES_BY_BOUND;
  if (!trait_in_scope(ic, trait)) return APPLIES_NOT;
  ic->probing++;
  bool failed = ic->failed;
  Selected s = trait_evaluate(ic, (TraitRef){trait, args}, p->span);
  ic->failed = failed;
  ic->probing--;
  return s == SEL_NO ? APPLIES_NOT : APPLIES_IN_SCOPE;
}

static bool any_of_traits(Probe *p, TypeId t) {
  Infer *ic = p->ic;
  Front *f = ic->f;
  if (p->name >= f->ntrait_items) return false;
  Applies best = APPLIES_NOT;
  Def *picked = NULL, *other = NULL;
  for (u32 i = 0; i < f->trait_items[p->name].len; i++) {
    Def *fn = f->trait_items[p->name].at[i];
    if (fn->kind != DEF_FN || fn->item->self_kind == AST_SELF_NONE) continue;
    Snapshot s = infer_snapshot(ic);
    Applies a = applies(p, fn, t, fresh_args(ic, fn));
    infer_rollback(ic, s);
    if (a == APPLIES_NOT || a < best) continue;
    other = a == best ? picked : NULL;
    picked = fn;
    best = a;
  }
  if (!picked) return false;
  if (other)
    fail(ic, p->span,
         "multiple applicable items in scope: `%s` is a method of the traits `%s` and `%s`",
         name_of(f, p->name), name_of(f, other->parent->name), name_of(f, picked->parent->name));
  p->fn = picked;
  p->args = fresh_args(ic, picked);
  (void)unify(ic, self_param_type(ic, picked, p->args), t);
  return true;
}

/* ---- probing */

static bool probe_step(Probe *p, TypeId t) {
  TypeTable *tt = p->ic->tt;
  const Type ty = *shallow_get(p->ic, t);
  for (p->adjust = ADJ_VALUE; p->adjust < ADJ_COUNT; p->adjust++) {
    TypeId self = t;
    if (p->adjust == ADJ_REF) self = type_ptr(tt, PTR_REF, t);
    if (p->adjust == ADJ_REF_MUT) self = type_ptr(tt, PTR_REF_MUT, t);
    if (p->adjust == ADJ_CONST_PTR) {
      if (ty.kind != TY_PTR || ty.u.ptr.kind != PTR_RAW_MUT) return false;
      self = type_ptr(tt, PTR_RAW_CONST, ty.u.ptr.to);
    }
    if (any_inherent(p, self) || any_of_traits(p, self)) return true;
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
    /* a `&mut` passed on is reborrowed, and so is a `&` that was found by dereferencing */
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

/* ---- */

static bool field_of_name(Infer *ic, TypeId t, Sym name) {
  const Def *d = type_def(ic->f, infer_shallow(ic, t));
  if (!d || d->kind == DEF_ENUM) return false;
  for (u32 i = 0; i < adt_variant(d, 0)->fields.n; i++)
    if (adt_variant(d, 0)->fields.at[i].name == name) return true;
  return false;
}

static bool is_user_dyn(const Type *ty) {
  return ty->kind == TY_DYN && !((const Def *)ty->u.dyn.def)->is_prelude;
}

_Noreturn static void fail_method(Probe *p, const AstExpr *e) {
  Infer *ic = p->ic;
  Front *f = ic->f;
  const char *name = name_of(f, p->name);
  TypeId t = p->steps[0]->ty;
  if (field_of_name(ic, t, p->name) && !type_def(f, infer_shallow(ic, t))->is_prelude)
    fail(ic, e->op_span,
         "field, not a method: to call the function stored in `%s`, surround "
         "the field access with parentheses",
         name);
  bool user = false;
  for (u32 i = 0; i < p->nsteps; i++) {
    const Type *ty = shallow_get(ic, p->steps[i]->ty);
    user |= ty->kind == TY_OPAQUE || is_user_dyn(ty) ||
            (ty->kind == TY_ADT && !((Def *)ty->u.adt.def)->is_prelude);
  }
  /* methods that std's traits have for types whose bounds the language does not know */
  static const char *const of_std[] = {"hash", "to_string", "to_owned", "borrow", "try_into"};
  for (u32 i = 0; i < sizeof of_std / sizeof *of_std; i++)
    if (strcmp(name, of_std[i]) == 0) user = false;
  if (!user)
    unsupported(ic, e->op_span, "the method `%s` of type `%s` is not supported yet", name,
                show(ic, t));
  const Def *d = type_def(f, infer_shallow(ic, t));
  fail(ic, e->op_span, "no method named `%s` found for %s `%s` in the current scope", name,
       d ? def_descr(d) : "type", show(ic, t));
}

/* Where the call is: in a chain over several lines, on the line of the method's name. */
static Span call_span(const Infer *ic, const AstExpr *e) {
  const char *text = ic->f->sources->files[e->span.file].text;
  Span s = e->span;
  if (e->op_span.lo > s.lo && memchr(text + s.lo, '\n', e->op_span.lo - s.lo)) s.lo = e->op_span.lo;
  return s;
}

Thir *check_method(Infer *ic, const AstExpr *e, Expect ex) {
  Front *f = ic->f;
  Thir *recv = check_expr(ic, e->a, EXPECT_NONE);
  recv->ty = structurally(ic, recv->ty);
  if (infer_is_var(ic, recv->ty) && !infer_is_number_var(ic, recv->ty))
    fail(ic, e->a->span, "type annotations needed");
  Probe p = {.ic = ic, .name = e->name.name, .span = e->op_span};
  make_steps(&p, recv);
  bool found = false;
  if (infer_is_number_var(ic, recv->ty)) {
    /* `1.max(x)`: an inherent method of whatever integer it will be is not known; i32 is */
    bool is_float = infer_is_float_var(ic, recv->ty);
    Snapshot s = infer_snapshot(ic);
    found = probe(&p) && p.fn->parent->kind == DEF_TRAIT;
    if (!found) {
      infer_rollback(ic, s);
      (void)unify(ic, recv->ty, is_float ? type_float(ic->tt, 64) : type_int(ic->tt, 32, true));
    }
  }
  if (!found && !probe(&p)) fail_method(&p, e);
  if (p.fn->parent == f->lang[LANG_DROP]) fail(ic, e->op_span, "explicit use of destructor method");
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
  require_bounds(ic, fn, p.args, e->op_span);
  solve_obligations(ic);
  fn_bounds_add(ic, fn, p.args, e->span);
  Thir **args =
      check_args(ic, &sig, 1, e->args.at, e->args.n, e->span, ex.is_cast ? 0 : ex.ty, "method");
  args[0] = self;
  solve_obligations(ic);
  return node_call(ic, fn, p.args, args, sig.nparams, sig.ret, call_span(ic, e));
}
