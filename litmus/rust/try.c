/* The `?` operator, as rustc writes it out:
 *
 *   match branch(e) {
 *     ControlFlow::Continue(value) => value,
 *     ControlFlow::Break(residual) => return from_residual(residual),
 *   }
 *
 * `branch` and `from_residual` are functions of the prelude, one pair for each of Option, Result
 * and ControlFlow. What a closure returns may not be known here yet; then it is of the same kind.
 */
#include "litmus/rust/closure.h"

typedef struct TryKind {
  Lang type, branch, from_residual;
  const char *name;
} TryKind;

static const TryKind kinds[] = {
    {LANG_OPTION, LANG_OPTION_BRANCH, LANG_OPTION_FROM_RESIDUAL, "Option"},
    {LANG_RESULT, LANG_RESULT_BRANCH, LANG_RESULT_FROM_RESIDUAL, "Result"},
    {LANG_CONTROL_FLOW, LANG_CONTROL_FLOW_BRANCH, LANG_CONTROL_FLOW_FROM_RESIDUAL, "ControlFlow"},
};

static const TryKind *kind_of(const Front *f, TypeId t) {
  const Def *d = type_def(f, t);
  for (u32 i = 0; d && i < sizeof kinds / sizeof *kinds; i++)
    if (d == f->lang[kinds[i].type]) return &kinds[i];
  return NULL;
}

static Thir *call1(Infer *ic, Def *fn, TypeId *targs, Thir *arg, TypeId ret, Span span) {
  Thir **args = arena_array(ic->arena, Thir *, 1);
  args[0] = arg;
  return node_call(ic, fn, targs, args, 1, ret, span);
}

static TypeId *fresh_args(Infer *ic, const Def *fn) {
  TypeId *args = arena_array(ic->arena, TypeId, fn->ngens + 1);
  for (u32 i = 0; i < fn->ngens; i++) args[i] = infer_fresh(ic);
  return args;
}

/* branch(e), of type ControlFlow<residual, value> */
static Thir *branch(Infer *ic, const TryKind *kind, Thir *value, Span span) {
  Def *fn = ic->f->lang[kind->branch];
  TypeId *targs = fresh_args(ic, fn);
  FnSig sig = fn_signature(ic->f, ic, fn, targs);
  (void)unify(ic, sig.params[0], value->ty);
  return call1(ic, fn, targs, value, sig.ret, span);
}

_Noreturn static void fail_return(Infer *ic, const TryKind *kind, Span span) {
  fail(ic, span, "the `?` operator on a `%s` can only be used in a %s that returns `%s`",
       kind->name, ic->closure ? "closure" : "function", kind->name);
}

/* from_residual(r), which makes the value that is returned */
static Thir *residual(Infer *ic, const TryKind *kind, Thir *r, Span span) {
  Def *fn = ic->f->lang[kind->from_residual];
  TypeId *targs = fresh_args(ic, fn);
  FnSig sig = fn_signature(ic->f, ic, fn, targs);
  if (!unify(ic, sig.params[0], r->ty)) fail_return(ic, kind, span);
  TypeId wanted = infer_resolve(ic, sig.ret);
  if (!unify(ic, sig.ret, ic->ret)) {
    if (kind_of(ic->f, infer_shallow(ic, ic->ret)) != kind) fail_return(ic, kind, span);
    fail(ic, span, "`?` could not convert the error: `%s` is returned where `%s` is expected",
         show(ic, wanted), show(ic, ic->ret));
  }
  require_bounds(ic, fn, targs, span); /* the returned error is From the residual's */
  return call1(ic, fn, targs, r, ic->ret, span);
}

/* A pattern for a variant with one field, bound to a new variable. */
static ThirPat *variant_pat(Infer *ic, TypeId ty, u32 variant, Span span, Thir **value) {
  ThirPat *p = pat_new(ic, TPAT_VARIANT, span, ty);
  u32 *fields = arena_array(ic->arena, u32, 1);
  TypeId field = field_type(ic->f, ic, infer_shallow(ic, ty), variant, 0);
  VarId v = var_new(ic, 0, field, span, false);
  p->variant = variant;
  p->subs = arena_array(ic->arena, ThirPat *, 1);
  p->subs[0] = pat_bind(ic, span, field, v);
  p->nsubs = 1;
  p->fields = fields;
  *value = node_var(ic, v, span);
  return p;
}

Thir *check_try(Infer *ic, const AstExpr *e) {
  Thir *value = check_expr(ic, e->a, EXPECT_NONE);
  value->ty = structurally(ic, value->ty);
  if (is_unknown(ic, value->ty)) fail(ic, e->a->span, "type annotations needed");
  const TryKind *kind = kind_of(ic->f, infer_shallow(ic, value->ty));
  if (!kind)
    fail(ic, e->span,
         "the `?` operator can only be applied to values that implement `Try`, not to `%s`",
         show(ic, value->ty));
  if (!ic->ret) fail_return(ic, kind, e->span);
  Thir *flow = branch(ic, kind, value, e->span);
  Thir *m = node_new(ic, THIR_MATCH, e->span, 0), *r, *v;
  m->a = flow;
  m->narms = 2;
  m->arms = arena_array(ic->arena, ThirArm, 2);
  m->arms[0].pat = variant_pat(ic, flow->ty, 0, e->span, &v);
  m->arms[1].pat = variant_pat(ic, flow->ty, 1, e->span, &r);
  Thir *leave = node_new(ic, THIR_RETURN, e->span, type_never(ic->tt));
  leave->a = residual(ic, kind, r, e->span);
  m->ty = v->ty;
  m->arms[0].body = v;
  m->arms[1].body = never_to_any(ic, leave, v->ty);
  return m;
}
