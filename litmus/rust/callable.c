/* Calling values. A closure, a function item, a function pointer, or a reference or Box to one of
 * them can be called as Fn, FnMut or FnOnce; each instance knows which, so the call is direct. The
 * arguments travel as a tuple, as in Rust's own calls of these traits.
 *
 * Where the callee does not take its arguments just so, a function of ours stands between (glue):
 * rustc's shims for a closure called as FnOnce and for functions, std's impls for references and
 * Box. */
#include "litmus/rust/closure.h"

static const char *const kind_traits[] = {"Fn", "FnMut", "FnOnce"};
static const char *const kind_methods[] = {"call", "call_mut", "call_once"};

enum { GLUE_FN_POINTER = FN_KIND_ONCE + 1 }; /* a closure without captures as `fn` */

/* ---- what can be called */

static bool fn_bound_sig(Infer *ic, TypeId t, FnSig *out);

/* What is in an AssertUnwindSafe, which is callable as FnOnce; 0 for other types. */
static TypeId wrapped_callable(Front *f, TypeId t) {
  const Type *ty = type_get(f->tt, t);
  const Def *d = ty->kind == TY_ADT ? ty->u.adt.def : NULL;
  return d && d == f->lang[LANG_ASSERT_UNWIND_SAFE] && ty->u.adt.nargs ? ty->u.adt.args[0] : 0;
}

bool callable_sig(Front *f, Infer *ic, TypeId t, FnSig *out) {
  const Type *ty = type_get(f->tt, infer_shallow(ic, t));
  Closure *c = closure_of(f, infer_shallow(ic, t));
  if (c) {
    *out = c->sig;
    return true;
  }
  switch (ty->kind) {
  case TY_OPAQUE:
    return ic ? fn_bound_sig(ic, infer_shallow(ic, t), out)
              : callable_sig(f, ic, ty->u.opaque.hidden, out);
  case TY_DYN: return dyn_fn_sig(f, ic, infer_shallow(ic, t), out);
  case TY_FNPTR: *out = ty->u.fnptr; return true;
  case TY_FNDEF: {
    Def *d = (Def *)ty->u.fndef.def;
    if (!def_is_function(d)) return false;
    *out = fn_signature(f, ic, d, ty->u.fndef.args);
    return true;
  }
  case TY_PTR: return !ptr_is_raw(ty->u.ptr.kind) && callable_sig(f, ic, ty->u.ptr.to, out);
  case TY_ADT: {
    TypeId inner = wrapped_callable(f, infer_shallow(ic, t));
    return inner && callable_sig(f, ic, inner, out);
  }
  default: return false;
  }
}

/* What the bounds on an opaque type say. */
static bool fn_bound_sig(Infer *ic, TypeId t, FnSig *out) {
  Front *f = ic->f;
  Def *once = f->lang[LANG_FN_ONCE];
  assume_opaque(ic, t);
  for (u32 i = 0; i < ic->bounds.len; i++) {
    const TraitRef ref = ic->bounds.at[i].ref;
    if (ref.trait != once || ref.args[0] != t) continue;
    const Type *params = shallow_get(ic, ref.args[1]);
    if (params->kind != TY_TUPLE) return false;
    *out = (FnSig){.nparams = params->u.tuple.n, .params = params->u.tuple.at};
    out->ret = project(f, ic, once->items.at[0], ref.args, once->span);
    return true;
  }
  return false;
}

/* What calling a reference or Box asks of what it points to; `kind` otherwise. */
static FnKind kind_behind(PtrKind ptr, FnKind kind) {
  if (ptr == PTR_REF) return FN_KIND_FN;
  if (ptr == PTR_REF_MUT) return FN_KIND_MUT;
  return kind;
}

bool callable_as(Front *f, TypeId t, FnKind kind) {
  const Type *ty = type_get(f->tt, t);
  Closure *c = closure_of(f, t);
  FnSig sig;
  FnKind of_dyn;
  if (c) return c->kind <= kind;
  if (dyn_fn_kind(f, t, &of_dyn)) return of_dyn <= kind;
  TypeId inner = wrapped_callable(f, t);
  if (inner) return kind == FN_KIND_ONCE && callable_as(f, inner, kind);
  if (ty->kind != TY_PTR) return callable_sig(f, NULL, t, &sig) && !sig.is_unsafe;
  if (ptr_is_raw(ty->u.ptr.kind)) return false;
  if (ty->u.ptr.kind == PTR_REF_MUT && kind == FN_KIND_FN) return false;
  return callable_as(f, ty->u.ptr.to, kind_behind(ty->u.ptr.kind, kind));
}

/* The bounds on a generic parameter of the body's owner for which `t` was given. */
static bool kind_by_bound(Infer *ic, TypeId t, FnKind *out) {
  bool found = false;
  for (u32 i = 0; ic->owner && ic->args && i < ic->owner->ngens; i++) {
    if (ic->args[i] != t || ic->owner->gens[i]->is_const) continue;
    BoundList bounds = {0};
    generic_bounds(ic->f, ic->owner, i, &bounds);
    for (u32 k = 0; k < bounds.len; k++) {
      FnKind kind;
      if (!fn_trait_kind(ic->f, bounds.at[k]->path, &kind)) continue;
      if (!found || kind < *out) *out = kind;
      found = true;
    }
  }
  return found;
}

/* ---- calls */

/* The callee by reference or by value, as `kind` takes it. */
static Thir *callee_node(Infer *ic, Thir *callee, FnKind kind) {
  if (kind != FN_KIND_ONCE) return node_borrow(ic, callee, kind == FN_KIND_MUT, false);
  return callee;
}

/* The least kind that the callee allows. */
static FnKind least_kind(Front *f, TypeId t) {
  FnKind kind = FN_KIND_FN;
  while (kind < FN_KIND_ONCE && !callable_as(f, t, kind)) kind++;
  return kind;
}

/* Calls t as `kind`: a trait object by its vtable. */
static void set_callee(Front *f, Thir *call, TypeId t, FnKind kind) {
  FnKind of_dyn;
  if (dyn_fn_kind(f, t, &of_dyn) && of_dyn <= kind) {
    call->is_virtual = true;
    call->method = dyn_fn_slot(kind);
    define_type(f, t, call->span);
  } else {
    call->callee = callable_instance(f, t, kind, call->span);
  }
}

static void finish_call(Infer *ic, Thir *call, FnKind kind) {
  Thir *callee = call->a;
  call->a = NULL;
  call->args[0] = callee_node(ic, callee, kind);
  set_callee(ic->f, call, callee->ty, kind);
}

void callable_resolve(Infer *ic, Thir *call) {
  if (!call->a) return;
  define_type(ic->f, call->a->ty, call->span);
  FnKind kind;
  if (call->variant)
    kind = (FnKind)(call->variant - 1);
  else if (!kind_by_bound(ic, call->a->ty, &kind))
    kind = least_kind(ic->f, call->a->ty);
  finish_call(ic, call, kind);
}

static bool is_closure_like(const Infer *ic, TypeId t) {
  FnKind kind;
  return closure_of(ic->f, t) || dyn_fn_kind(ic->f, t, &kind);
}

Thir *check_callable(Infer *ic, const AstExpr *e, Thir *callee, TypeId expected) {
  TypeId t = infer_resolve(ic, callee->ty);
  const Type *ty = type_get(ic->tt, t);
  FnKind kind;
  FnSig sig;
  bool by_bound = kind_by_bound(ic, t, &kind);
  bool boxed = ty->kind == TY_PTR && ty->u.ptr.kind == PTR_BOX && is_closure_like(ic, ty->u.ptr.to);
  if (ty->kind == TY_OPAQUE && !by_bound) {
    static const Lang langs[] = {LANG_FN, LANG_FN_MUT, LANG_FN_ONCE};
    for (u32 k = 0; k < 3 && !by_bound; k++) {
      by_bound = ic->f->lang[langs[k]] && has_bound(ic, t, ic->f->lang[langs[k]]);
      kind = (FnKind)k;
    }
  }
  if (!by_bound && !is_closure_like(ic, t) && !boxed) return NULL;
  if (!callable_sig(ic->f, ic, t, &sig)) return NULL;
  Thir *tuple = node_new(ic, THIR_TUPLE, e->span, 0);
  tuple->args = check_args(ic, &sig, 0, e->args.at, e->args.n, e->span, expected, "function");
  tuple->nargs = sig.nparams;
  TypeId *elems = arena_array(ic->arena, TypeId, sig.nparams + 1);
  for (u32 i = 0; i < sig.nparams; i++) elems[i] = tuple->args[i]->ty;
  tuple->ty = type_tuple(ic->tt, elems, sig.nparams);
  Thir *call = node_new(ic, THIR_CALL, e->span, sig.ret);
  call->args = arena_array(ic->arena, Thir *, 2);
  call->args[0] = callee; /* until the kind is known */
  call->args[1] = tuple;
  call->nargs = 2;
  call->spread = true;
  call->variant = by_bound ? (u32)kind + 1 : 0;
  call->a = callee;
  alist_push(ic->arena, &ic->calls, call);
  return call;
}

/* ---- glue */

FuncId callable_instance(Front *f, TypeId t, FnKind kind, Span span) {
  define_type(f, t, span);
  if (!callable_as(f, t, kind))
    front_fail(f, DIAG_ERROR, span, "expected a `%s` closure, found `%s`", kind_traits[kind],
               type_show(f, NULL, t));
  Closure *c = closure_of(f, t);
  bool direct = c && (c->kind == kind || kind != FN_KIND_ONCE);
  if (direct) return request_instance(f, c->def, NULL, 0, span);
  const TypeId args[] = {t, const_arg(f, kind)};
  return request_instance(f, f->call_glue, args, 2, span);
}

FuncId closure_fn_pointer(Front *f, TypeId t, Span span) {
  const TypeId args[] = {t, const_arg(f, GLUE_FN_POINTER)};
  return request_instance(f, f->call_glue, args, 2, span);
}

static u32 glue_kind(Front *f, const Instance *inst) {
  u64 kind = 0;
  is_const_arg(f, inst->args[1], &kind);
  return (u32)kind;
}

const char *call_glue_name(Front *f, const Instance *inst) {
  u32 kind = glue_kind(f, inst);
  if (kind == GLUE_FN_POINTER)
    return arena_printf(f->arena, "<%s as fn>::call", type_show(f, NULL, inst->args[0]));
  return arena_printf(f->arena, "<%s as %s>::%s", type_show(f, NULL, inst->args[0]),
                      kind_traits[kind], kind_methods[kind]);
}

typedef struct Glue {
  Infer ic;
  TypeId ty;
  u32 kind;
  Span span;
  FnSig sig;
  u32 nself; /* parameters before the arguments: 1, or 0 */
  ThirPat **params;
  TypeId *tys;
  Thir **vars;
} Glue;

static void add_param(Glue *g, u32 i, TypeId ty, const char *name) {
  VarId v = var_new(&g->ic, name ? intern_cstr(g->ic.f->in, name) : 0, ty, g->span, true);
  g->tys[i] = ty;
  g->params[i] = pat_bind(&g->ic, g->span, ty, v);
  g->vars[i] = node_var(&g->ic, v, g->span);
}

static void glue_init(Glue *g, Front *f, Instance *inst) {
  infer_init(&g->ic, f, inst->def, NULL);
  g->ic.is_prelude = true;
  g->ty = inst->args[0];
  g->kind = glue_kind(f, inst);
  g->span = inst->span;
  g->nself = g->kind != GLUE_FN_POINTER;
  (void)callable_sig(f, NULL, g->ty, &g->sig);
  u32 n = g->sig.nparams + g->nself;
  g->params = arena_array(f->arena, ThirPat *, n + 1);
  g->tys = arena_array(f->arena, TypeId, n + 1);
  g->vars = arena_array(f->arena, Thir *, n + 1);
  if (g->nself) {
    TypeId self = g->ty;
    if (g->kind == FN_KIND_FN) self = type_ptr(f->tt, PTR_REF, self);
    if (g->kind == FN_KIND_MUT) self = type_ptr(f->tt, PTR_REF_MUT, self);
    add_param(g, 0, self, "self");
  }
  for (u32 i = 0; i < g->sig.nparams; i++) add_param(g, i + g->nself, g->sig.params[i], NULL);
}

/* The value that is called: `self`, or what it points to. */
static Thir *glue_callee(Glue *g) {
  if (g->kind == FN_KIND_ONCE) return g->vars[0];
  return node_deref(&g->ic, g->vars[0], g->ty);
}

static Thir *glue_call(Glue *g, FuncId callee, Thir *self) {
  Infer *ic = &g->ic;
  Thir *call = node_new(ic, THIR_CALL, g->span, g->sig.ret);
  u32 n = g->sig.nparams;
  call->callee = callee;
  call->args = arena_array(ic->arena, Thir *, n + 1);
  if (self) call->args[call->nargs++] = self;
  for (u32 i = 0; i < n; i++) call->args[call->nargs++] = g->vars[g->nself + i];
  return call;
}

/* The environment of a closure that captures nothing. */
static Thir *empty_environment(Glue *g) { return node_new(&g->ic, THIR_CLOSURE, g->span, g->ty); }

static Thir *call_closure(Glue *g, Closure *c) {
  FuncId id = request_instance(g->ic.f, c->def, NULL, 0, g->span);
  Thir *env = g->nself ? g->vars[0] : empty_environment(g);
  if (c->kind == FN_KIND_ONCE) return glue_call(g, id, env);
  Thir *ref = node_unary(&g->ic, THIR_BORROW, env, type_ptr(g->ic.tt, PTR_REF_MUT, g->ty));
  ref->is_mut = true;
  return glue_call(g, id, ref);
}

static Thir *call_function(Glue *g, const Type *ty) {
  if (ty->kind == TY_FNDEF) {
    Thir *call = glue_call(g, 0, NULL);
    Pending p = {call, (Def *)ty->u.fndef.def, ty->u.fndef.args};
    alist_push(g->ic.arena, &g->ic.pending, p);
    return call;
  }
  Thir *call = glue_call(g, 0, NULL);
  call->kind = THIR_CALL_PTR;
  call->a = glue_callee(g);
  return call;
}

/* impl Fn for &F, FnMut for &mut F, .. for Box<F>: what is behind the pointer is called. */
static Thir *call_behind(Glue *g, const Type *ty) {
  PtrKind ptr = ty->u.ptr.kind;
  FnKind kind = kind_behind(ptr, (FnKind)g->kind);
  Thir *inner = node_deref(&g->ic, glue_callee(g), ty->u.ptr.to);
  if (kind != FN_KIND_ONCE) {
    bool is_mut = kind == FN_KIND_MUT;
    Thir *ref = node_unary(&g->ic, THIR_BORROW, inner,
                           type_ptr(g->ic.tt, is_mut ? PTR_REF_MUT : PTR_REF, ty->u.ptr.to));
    ref->is_mut = is_mut;
    inner = ref;
  }
  Thir *call = glue_call(g, 0, inner);
  set_callee(g->ic.f, call, ty->u.ptr.to, kind);
  return call;
}

/* impl FnOnce for AssertUnwindSafe<F> */
static Thir *call_wrapped(Glue *g, TypeId inner) {
  Thir *f = node_new(&g->ic, THIR_FIELD, g->span, inner);
  f->a = glue_callee(g);
  return glue_call(g, callable_instance(g->ic.f, inner, FN_KIND_ONCE, g->span), f);
}

ThirBody *call_glue_body(Front *f, Instance *inst) {
  Glue g = {0};
  glue_init(&g, f, inst);
  const Type ty = *type_get(f->tt, g.ty);
  Closure *c = closure_of(f, g.ty);
  TypeId wrapped = wrapped_callable(f, g.ty);
  Thir *value = c                   ? call_closure(&g, c)
                : wrapped           ? call_wrapped(&g, wrapped)
                : ty.kind == TY_PTR ? call_behind(&g, &ty)
                                    : call_function(&g, &ty);
  ThirBody *b = writeback(&g.ic, value, g.params, g.tys, g.sig.nparams + g.nself);
  b->ret = g.sig.ret;
  b->span = g.span;
  b->is_shim = ty.kind != TY_PTR;
  return b;
}
