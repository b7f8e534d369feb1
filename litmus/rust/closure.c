/* Closure expressions: what is expected of them, their bodies, their types. */
#include "litmus/rust/closure.h"

#include <string.h>

/* ---- what is expected */

typedef struct Expected {
  FnSig sig;
  bool has_sig, has_kind;
  FnKind kind;
} Expected;

static Expected expected_closure(Infer *ic, Expect ex) {
  Expected out = {0};
  if (!ex.ty || ex.is_cast) return out;
  TypeId ty = infer_shallow(ic, ex.ty);
  const Type *t = type_get(ic->tt, ty);
  if (t->kind == TY_FNPTR) {
    out.has_sig = true;
    out.sig = t->u.fnptr;
  }
  if (dyn_fn_kind(ic->f, ty, &out.kind)) {
    out.has_kind = true;
    out.has_sig = dyn_fn_sig(ic->f, ic, ty, &out.sig);
  }
  for (u32 i = 0; i < ic->fn_bounds.len; i++) {
    const FnBound *b = &ic->fn_bounds.at[i];
    if (infer_shallow(ic, b->ty) != ty || t->kind != TY_INFER) continue;
    if (!out.has_kind || b->kind < out.kind) out.kind = b->kind;
    out.has_kind = true;
    if (b->has_sig && !out.has_sig) {
      out.has_sig = true;
      out.sig = b->sig;
    }
  }
  return out;
}

/* ---- the type */

Closure *closure_of(const Front *f, TypeId t) {
  const Def *d = type_def(f, t);
  return d && d->kind == DEF_CLOSURE ? d->closure : NULL;
}

/* As rustc writes it: "{closure@file.rs:3:13}". */
static Sym closure_type_name(Infer *ic, Span span) {
  const SourceMap *sm = ic->f->sources;
  return intern_cstr(ic->f->in,
                     arena_printf(ic->arena, "{closure@%s:%u:%u}", sm->files[span.file].name,
                                  span_line(sm, span), span_col(sm, span)));
}

/* Looks like a struct without fields to those who ask for its items. */
static const AstItem *closure_item(Infer *ic, Sym name, Span span) {
  AstItem *item = arena_new(ic->arena, AstItem);
  item->kind = AST_ITEM_STRUCT;
  item->span = item->name_span = span;
  item->name = name;
  item->variants.at = arena_new(ic->arena, AstVariant);
  item->variants.n = 1;
  item->variants.at[0].name = name;
  item->variants.at[0].span = span;
  return item;
}

static const char *closure_name(Infer *ic, Closure *outer) {
  u32 number = outer ? outer->ninner++ : ic->nclosures++;
  const Instance *inst = ic->f->current;
  const char *in = outer ? outer->name : inst ? ic->f->prog->funcs.at[inst->id]->name : "?";
  return arena_printf(ic->arena, "%s::{closure#%u}", in, number);
}

static Closure *closure_new(Infer *ic, const AstExpr *e) {
  Closure *c = arena_new(ic->arena, Closure);
  Def *d = arena_new(ic->arena, Def);
  c->def = d;
  c->ic = ic;
  c->outer = ic->closure;
  c->name = closure_name(ic, c->outer);
  c->is_move = e->is_move;
  d->kind = DEF_CLOSURE;
  d->name = closure_type_name(ic, e->span);
  d->item = closure_item(ic, d->name, e->span);
  d->span = e->span;
  d->parent = ic->owner->parent;
  d->scope = ic->scope;
  d->is_prelude = ic->is_prelude;
  d->lang = LANG_COUNT;
  d->closure = c;
  c->ty = type_adt(ic->tt, d, NULL, 0);
  return c;
}

/* ---- the expression */

static void check_signature(Infer *ic, const AstExpr *e, const Expected *want, Closure *c) {
  TyEnv env = infer_env(ic);
  u32 n = e->params.n;
  if (want->has_sig && want->sig.nparams != n)
    fail(ic, e->span, "closure is expected to take %u argument%s, but it takes %u argument%s",
         want->sig.nparams, want->sig.nparams == 1 ? "" : "s", n, n == 1 ? "" : "s");
  TypeId *params = arena_array(ic->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) {
    const AstParam *p = &e->params.at[i];
    TypeId expected = want->has_sig ? want->sig.params[i] : 0;
    params[i] = p->ty ? lower_type(&env, p->ty) : expected ? expected : infer_fresh(ic);
    if (p->ty && expected && !unify(ic, params[i], expected))
      fail_mismatch(ic, p->ty->span, expected, params[i]);
  }
  TypeId ret = e->ty ? lower_type(&env, e->ty) : 0;
  if (!ret) ret = want->has_sig ? want->sig.ret : infer_fresh(ic);
  if (e->ty && want->has_sig && !unify(ic, ret, want->sig.ret))
    fail_mismatch(ic, e->ty->span, want->sig.ret, ret);
  c->sig = (FnSig){.nparams = n, .params = params, .ret = ret};
}

static void check_params(Infer *ic, const AstExpr *e, Closure *c) {
  c->params = arena_array(ic->arena, ThirPat *, e->params.n + 1);
  for (u32 i = 0; i < e->params.n; i++) {
    for (u32 k = 0; k < i && e->params.at[i].pat->kind == AST_PAT_IDENT; k++)
      if (e->params.at[k].pat->kind == AST_PAT_IDENT &&
          e->params.at[k].pat->name == e->params.at[i].pat->name)
        fail(ic, e->params.at[i].pat->span,
             "identifier `%s` is bound more than once in this parameter list",
             name_of(ic->f, e->params.at[i].pat->name));
    c->params[i] = check_pattern(ic, e->params.at[i].pat, c->sig.params[i]);
    Late l = {.kind = LATE_IRREFUTABLE, .pat = c->params[i], .what = "closure argument"};
    alist_push(ic->arena, &ic->late, l);
  }
}

/* The body sees the variables around it, but `return`, `break` and `?` do not leave it. */
static void check_closure_body(Infer *ic, const AstExpr *e, Closure *c) {
  Infer saved = *ic;
  ic->closure = c;
  ic->ret = c->sig.ret;
  memset(&ic->breakables, 0, sizeof ic->breakables);
  ic->diverges = ic->writing = false;
  c->first_var = ic->locals.len;
  check_params(ic, e, c);
  c->value = check_coerce(ic, e->a, c->sig.ret);
  c->end_var = ic->locals.len;
  ic->closure = saved.closure;
  ic->ret = saved.ret;
  ic->breakables = saved.breakables;
  ic->diverges = saved.diverges;
  ic->writing = saved.writing;
  ic->ribs.len = saved.ribs.len;
}

Thir *check_closure(Infer *ic, const AstExpr *e, Expect ex) {
  Expected want = expected_closure(ic, ex);
  Closure *c = closure_new(ic, e);
  c->kind_given = c->kind_known = want.has_kind;
  c->kind = want.kind;
  check_signature(ic, e, &want, c);
  Thir *n = node_new(ic, THIR_CLOSURE, e->span, c->ty);
  c->node = n;
  check_closure_body(ic, e, c);
  alist_push(ic->arena, &ic->closures, c);
  return n;
}

/* ---- once types are known */

/* The captured place, as an expression of the enclosing body. */
static Thir *place_node(Infer *ic, const Capture *c) {
  Thir *n = node_new(ic, THIR_VAR, c->span, c->place.var_ty);
  n->var = c->place.var;
  for (u32 i = 0; i < c->place.nproj; i++) {
    const Proj *step = &c->place.proj[i];
    n = node_unary(ic, step->kind == PROJ_DEREF ? THIR_DEREF : THIR_FIELD, n, step->ty);
    n->index = (u32)step->index;
    n->variant = step->variant;
    n->span = c->span;
  }
  return n;
}

static void capture_nodes(Infer *ic, Closure *c) {
  u32 n = c->captures.len;
  Thir **args = arena_array(ic->arena, Thir *, n + 1);
  for (u32 i = 0; i < n; i++) {
    const Capture *cap = &c->captures.at[i];
    args[i] = place_node(ic, cap);
    if (cap->mode == CAPTURE_VALUE) continue;
    args[i] = node_unary(ic, THIR_BORROW, args[i], capture_field_ty(ic->tt, cap));
    args[i]->is_mut = cap->mode != CAPTURE_REF;
  }
  c->node->args = args;
  c->node->nargs = n;
}

static const char *var_text(const Infer *ic, const Capture *c) {
  return name_of(ic->f, ic->locals.at[c->place.var].name);
}

/* The kind was asked for: what the body does must be allowed there. */
static void check_given_kind(Infer *ic, const Closure *c, const CaptureList *uses, FnKind needed) {
  if (needed <= c->kind) return;
  const char *kind = c->kind == FN_KIND_FN ? "an `Fn`" : "an `FnMut`";
  for (u32 i = 0; i < uses->len; i++) {
    const CaptureList one = {.at = &uses->at[i], .len = 1, .cap = 1};
    CaptureList out = {0};
    FnKind k = capture_minimise(ic->f, c->is_move, &one, &out);
    if (k <= c->kind) continue;
    if (k == FN_KIND_ONCE)
      fail(ic, uses->at[i].span, "cannot move out of `%s`, a captured variable in %s closure",
           var_text(ic, &uses->at[i]), kind);
    fail(ic, uses->at[i].span,
         "cannot assign to `%s` or borrow it as mutable, as it is a captured variable in %s "
         "closure",
         var_text(ic, &uses->at[i]), kind);
  }
}

static void analyse(Front *f, Closure *c, Span span) {
  Infer *ic = c->ic;
  if (c->state != CLOSURE_OPEN)
    front_fail(f, DIAG_ERROR, span,
               "the type of the closure contains itself: closures cannot capture themselves");
  c->state = CLOSURE_BUSY;
  CaptureList uses = {0};
  capture_uses(c, &uses);
  FnKind needed = capture_minimise(ic->f, c->is_move, &uses, &c->captures);
  if (c->kind_given)
    check_given_kind(ic, c, &uses, needed);
  else
    c->kind = needed;
  c->kind_known = true;
  capture_nodes(ic, c);
  c->state = CLOSURE_DONE;
}

void closure_define(Front *f, Def *d, TypeId t, Span span) {
  Closure *c = d->closure;
  analyse(f, c, span);
  AdtInfo *info = arena_new(f->arena, AdtInfo);
  info->name = arena_strdup(f->arena, name_of(f, d->name));
  info->kind = ADT_STRUCT;
  info->nvariants = 1;
  info->variants = arena_new(f->arena, Variant);
  Variant *v = &info->variants[0];
  u32 n = c->captures.len;
  v->name = info->name;
  v->nfields = n;
  v->fields = arena_array(f->arena, Field, n + 1);
  info->is_copy = true;
  for (u32 i = 0; i < n; i++) {
    const Capture *cap = &c->captures.at[i];
    TypeId ty = capture_field_ty(f->tt, cap);
    define_type(f, ty, span);
    v->fields[i].ty = ty;
    v->fields[i].name = arena_strdup(f->arena, var_text(c->ic, cap));
    info->is_copy &= type_is_copy(f->tt, ty);
  }
  type_define_adt(f->tt, t, info);
}

void closures_analyse(Infer *ic) {
  for (u32 i = 0; i < ic->closures.len; i++) {
    Closure *c = ic->closures.at[i];
    TypeId *params = arena_array(ic->arena, TypeId, c->sig.nparams + 1);
    for (u32 k = 0; k < c->sig.nparams; k++) {
      params[k] = type_reveal(ic->f, infer_resolve(ic, c->sig.params[k]));
      if (type_mentions_infer(ic->f, params[k]))
        fail(ic, c->params[k]->span, "type annotations needed");
    }
    c->sig.params = params;
    c->sig.ret = type_reveal(ic->f, infer_resolve(ic, c->sig.ret));
    if (type_mentions_infer(ic->f, c->sig.ret)) fail(ic, c->def->span, "type annotations needed");
  }
  for (u32 i = 0; i < ic->closures.len; i++)
    define_type(ic->f, ic->closures.at[i]->ty, ic->closures.at[i]->def->span);
  for (u32 i = 0; i < ic->calls.len; i++) callable_resolve(ic, ic->calls.at[i]);
  fn_bounds_check(ic);
}

/* ---- the function */

static TypeId self_type(TypeTable *tt, const Closure *c) {
  if (c->kind == FN_KIND_ONCE) return c->ty;
  return type_ptr(tt, c->kind == FN_KIND_FN ? PTR_REF : PTR_REF_MUT, c->ty);
}

static ThirBody *make_body(Infer *ic, Closure *c, const ThirBody *parent) {
  ThirBody *b = arena_copy(ic->arena, parent, sizeof *parent);
  u32 n = c->sig.nparams + 1;
  TypeId *tys = arena_array(ic->arena, TypeId, n);
  ThirPat **params = arena_array(ic->arena, ThirPat *, n);
  tys[0] = self_type(ic->tt, c);
  define_type(ic->f, tys[0], c->def->span);
  params[0] = pat_new(ic, TPAT_WILD, c->def->span, tys[0]);
  for (u32 i = 1; i < n; i++) {
    tys[i] = c->sig.params[i - 1];
    define_type(ic->f, tys[i], c->def->span);
    params[i] = c->params[i - 1];
  }
  ThirCapture *captures = arena_array(ic->arena, ThirCapture, c->captures.len + 1);
  for (u32 i = 0; i < c->captures.len; i++) {
    const Capture *cap = &c->captures.at[i];
    captures[i] = (ThirCapture){.var = cap->place.var,
                                .nproj = cap->place.nproj,
                                .proj = cap->place.proj,
                                .by_ref = cap->mode != CAPTURE_VALUE};
  }
  b->span = c->def->span;
  b->nparams = n;
  b->params = params;
  b->param_tys = tys;
  b->ret = c->sig.ret;
  b->value = c->value;
  b->is_extern_c = b->is_const = b->is_shim = false;
  b->first_var = c->first_var;
  b->ncaptures = c->captures.len;
  b->captures = captures;
  define_type(ic->f, b->ret, c->def->span);
  return b;
}

void closures_finish(Infer *ic, ThirBody *parent) {
  for (u32 i = 0; i < ic->closures.len; i++) {
    Closure *c = ic->closures.at[i];
    c->body = make_body(ic, c, parent);
    c->ic = NULL;
  }
}

ThirBody *closure_body(Front *f, Instance *inst) {
  Closure *c = inst->def->closure;
  if (!c->body) longjmp(*f->recover, 1); /* the body around it has an error */
  return c->body;
}
