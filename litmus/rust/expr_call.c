/* Calls: functions, constructors, intrinsics, function pointers; struct literals. */
#include "litmus/rust/closure.h"

#include <string.h>

/* ---- arguments */

static const char *plural(u32 n) { return n == 1 ? "" : "s"; }

/* What the arguments will be if the call has the expected type: `Some(5)` at Option<u8>. */
static const TypeId *expected_params(Infer *ic, const FnSig *sig, TypeId expected_ret) {
  if (!expected_ret || infer_is_var(ic, expected_ret) || !infer_has_vars(ic, sig->ret))
    return sig->params;
  TypeId *out = arena_array(ic->arena, TypeId, sig->nparams + 1);
  Snapshot s = infer_snapshot(ic);
  bool ok = unify(ic, sig->ret, expected_ret);
  for (u32 i = 0; ok && i < sig->nparams; i++) out[i] = infer_resolve(ic, sig->params[i]);
  infer_rollback(ic, s);
  return ok ? out : sig->params;
}

static Thir *check_arg(Infer *ic, const AstExpr *e, TypeId formal, TypeId hint) {
  bool sized = is_known_sized(ic, hint);
  bool is_closure = strip_parens(e)->kind == AST_CLOSURE; /* may be expected to be a trait object */
  Thir *a = check_expr(ic, e, sized || is_closure ? expect_type(hint) : EXPECT_NONE), *at_hint;
  bool fits = hint != formal && sized && try_coerce(ic, a, hint, true, &at_hint) &&
              unify(ic, at_hint->ty, formal);
  return fits ? at_hint : coerce(ic, a, formal, true);
}

Thir **check_args(Infer *ic, const FnSig *sig, u32 skip, AstExpr *const *args, u32 n, Span span,
                  TypeId expected_ret, const char *what) {
  if (n != sig->nparams - skip)
    fail(ic, span, "this %s takes %u argument%s but %u argument%s supplied", what,
         sig->nparams - skip, plural(sig->nparams - skip), n, n == 1 ? " was" : "s were");
  const TypeId *hints = expected_params(ic, sig, expected_ret);
  Thir **out = arena_array(ic->arena, Thir *, sig->nparams + 1);
  /* closures last: the other arguments say more about what they are given */
  for (u32 closures = 0; closures < 2; closures++) {
    for (u32 i = 0; i < n; i++) {
      bool is_closure = strip_parens(args[i])->kind == AST_CLOSURE;
      if (is_closure != closures) continue;
      TypeId formal = sig->params[skip + i], hint = hints[skip + i];
      if (is_closure && shallow_get(ic, hint)->kind != TY_DYN) hint = formal;
      out[skip + i] = check_arg(ic, args[i], formal, hint);
      if (is_closure) fn_bounds_solve(ic);
    }
    fn_bounds_solve(ic);
  }
  return out;
}

/* ---- intrinsics */

static const struct {
  const char *args;
  char ret;
} sigs[INTR_COUNT] = {
#define SIG(code, args, ret) [INTR_##code] = {args, ret},
#include "litmus/rust/intrinsic_sig.def"
#undef SIG
};

static TypeId sig_type(Infer *ic, char c, TypeId t) {
  TypeTable *tt = ic->tt;
  switch (c) {
  case 'T': return t;
  case 'C': return type_ptr(tt, PTR_RAW_CONST, t);
  case 'M': return type_ptr(tt, PTR_RAW_MUT, t);
  case 'S': return type_ptr(tt, PTR_RAW_CONST, type_slice(tt, t));
  case 'X': return type_ptr(tt, PTR_BOX, t);
  case 'U': return type_usize(tt);
  case 'I': return type_isize(tt);
  case 'u': return type_int(tt, 32, false);
  case 'i': return type_int(tt, 32, true);
  case 'o': return type_int(tt, 8, false);
  case 'B': return type_ptr(tt, PTR_RAW_MUT, type_int(tt, 8, false));
  case 'c': return type_ptr(tt, PTR_RAW_CONST, type_int(tt, 8, false));
  case 'f': {
    TypeId param = type_ptr(tt, PTR_RAW_MUT, type_int(tt, 8, false));
    return type_fnptr(tt, (FnSig){.nparams = 1,
                                  .params = arena_copy(ic->arena, &param, sizeof param),
                                  .ret = type_unit(tt)});
  }
  case 's': return type_ptr(tt, PTR_REF, type_str(tt));
  case 'b': return type_bool(tt);
  case '_': return infer_fresh(ic);
  case 'n': return type_never(tt);
  default: return type_unit(tt);
  }
}

/* intrinsics::drop_in_place::<T>(p): a call of T's drop glue, once T is known. */
static Thir *check_drop_in_place(Infer *ic, const AstExpr *e, TypeId t) {
  Thir *c = node_new(ic, THIR_CALL, e->span, type_unit(ic->tt));
  c->args = arena_array(ic->arena, Thir *, 1);
  c->nargs = 1;
  c->args[0] = check_coerce(ic, e->args.at[0], type_ptr(ic->tt, PTR_RAW_MUT, t));
  c->types[0] = t;
  late_add(ic, LATE_DROP, c);
  return c;
}

static Thir *check_intrinsic(Infer *ic, const AstExpr *e, Intrinsic code) {
  const AstPath *p = strip_parens(e->a)->path;
  const AstSegment *seg = &p->seg.at[p->seg.n - 1];
  TyEnv env = infer_env(ic);
  u32 ntypes = code == INTR_COUNT ? 0 : intrinsic_ntypes(code);
  TypeId t = 0;
  if (ntypes) t = seg->args.n ? lower_type(&env, seg->args.at[0]) : infer_fresh(ic);
  if (code == INTR_COUNT) return check_drop_in_place(ic, e, lower_type(&env, seg->args.at[0]));
  if (!sigs[code].args) fail(ic, e->span, "this intrinsic cannot be called");
  u32 n = (u32)strlen(sigs[code].args);
  TypeId *params = arena_array(ic->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) params[i] = sig_type(ic, sigs[code].args[i], t);
  FnSig sig = {.nparams = n, .params = params, .ret = sig_type(ic, sigs[code].ret, t)};
  Thir **args = check_args(ic, &sig, 0, e->args.at, e->args.n, e->span, 0, "intrinsic");
  Thir *c = node_new(ic, THIR_INTRINSIC, e->span, sig.ret);
  c->intrinsic = code;
  c->args = args;
  c->nargs = n;
  c->ntypes = ntypes;
  c->types[0] = t;
  return c;
}

/* ---- functions */

static Thir *check_fn_call(Infer *ic, const AstExpr *e, Def *d, TypeId *targs, TypeId expected) {
  Front *f = ic->f;
  /* known arguments decide lengths in the signature: `[u8; size_of::<T>()]` */
  for (u32 i = 0; i < d->ngens; i++) targs[i] = infer_resolve(ic, targs[i]);
  FnSig sig = fn_signature(f, ic, d, targs);
  if (sig.is_unsafe)
    require_unsafe(ic, e->span,
                   arena_printf(ic->arena, "call to unsafe function `%s`", name_of(f, d->name)));
  const char *what = d->item->self_kind != AST_SELF_NONE ? "method" : "function";
  require_bounds(ic, d, targs, e->a->span);
  solve_obligations(ic);
  fn_bounds_add(ic, d, targs, e->span);
  Thir **args = check_args(ic, &sig, 0, e->args.at, e->args.n, e->span, expected, what);
  solve_obligations(ic);
  if (d->lang == LANG_TRANSMUTE) {
    Thir *n = node_cast(ic, args[0], CAST_TRANSMUTE, sig.ret);
    n->span = e->span;
    late_add(ic, LATE_TRANSMUTE, n);
    return n;
  }
  return node_call(ic, d, targs, args, sig.nparams, sig.ret, e->span);
}

static FnSig ctor_sig(Infer *ic, const Value *v, const AstVariant *av) {
  TypeId *params = arena_array(ic->arena, TypeId, av->fields.n + 1);
  for (u32 i = 0; i < av->fields.n; i++) params[i] = field_type(ic->f, ic, v->adt, v->variant, i);
  return (FnSig){.nparams = av->fields.n, .params = params, .ret = v->adt};
}

static Thir *check_ctor_call(Infer *ic, const AstExpr *e, const Value *v, TypeId expected) {
  Def *d = type_def(ic->f, v->adt);
  const AstVariant *av = adt_variant(d, v->variant);
  const char *name = name_of(ic->f, d->kind == DEF_ENUM ? av->name : d->name);
  if (!av->is_tuple_like)
    fail(ic, e->a->span, "expected function, tuple struct or tuple variant, found %s `%s`",
         d->kind == DEF_ENUM ? "variant" : "struct", name);
  if (d->is_prelude && !ic->is_prelude && d->kind == DEF_STRUCT && d->lang == LANG_COUNT &&
      !item_attr(ic->f, d->item, "public_fields"))
    fail(ic, e->a->span, "cannot initialize a tuple struct which contains private fields");
  require_bounds(ic, d, type_get(ic->tt, v->adt)->u.adt.args, e->a->span);
  FnSig sig = ctor_sig(ic, v, av);
  Thir *n = node_new(ic, THIR_ADT, e->span, v->adt);
  n->variant = v->variant;
  n->args = check_args(ic, &sig, 0, e->args.at, e->args.n, e->span, expected,
                       d->kind == DEF_ENUM ? "enum variant" : "struct");
  n->nargs = av->fields.n;
  u32 *fields = arena_array(ic->arena, u32, av->fields.n + 1);
  for (u32 i = 0; i < av->fields.n; i++) fields[i] = i;
  n->fields = fields;
  return n;
}

/* The callee is a value: a function item held in a variable, or a function pointer. */
static Thir *check_value_call(Infer *ic, const AstExpr *e, Thir *callee, TypeId expected) {
  for (Thir *at = callee; at; at = deref_step(ic, at, false)) {
    const Type ty = *shallow_get(ic, at->ty);
    Thir *call = check_callable(ic, e, at, expected);
    if (call) return call;
    if (ty.kind == TY_FNDEF)
      return check_fn_call(
          ic, e, (Def *)ty.u.fndef.def,
          arena_copy(ic->arena, ty.u.fndef.args, ty.u.fndef.nargs * sizeof(TypeId)), expected);
    if (ty.kind != TY_FNPTR) continue;
    if (ty.u.fnptr.is_unsafe) require_unsafe(ic, e->span, "call to unsafe function pointer");
    Thir **args =
        check_args(ic, &ty.u.fnptr, 0, e->args.at, e->args.n, e->span, expected, "function");
    Thir *n = node_new(ic, THIR_CALL_PTR, e->span, ty.u.fnptr.ret);
    n->a = at;
    n->args = args;
    n->nargs = e->args.n;
    return n;
  }
  if (infer_is_var(ic, callee->ty) && !infer_is_number_var(ic, callee->ty))
    fail(ic, e->a->span, "type annotations needed");
  fail(ic, e->a->span, "expected function, found `%s`", show(ic, callee->ty));
}

Thir *check_call(Infer *ic, const AstExpr *e, Expect ex) {
  const AstExpr *callee = strip_parens(e->a);
  TypeId expected = ex.is_cast ? 0 : ex.ty;
  if (callee->kind != AST_PATH)
    return check_value_call(ic, e, check_expr(ic, callee, EXPECT_NONE), expected);
  Value v = resolve_value(ic, callee->path, "function");
  switch (v.kind) {
  case VALUE_FN: return check_fn_call(ic, e, v.def, v.args, expected);
  case VALUE_CTOR: return check_ctor_call(ic, e, &v, expected);
  case VALUE_INTRINSIC: return check_intrinsic(ic, e, v.intrinsic);
  default: return check_value_call(ic, e, value_node(ic, &v, callee->span), expected);
  }
}

/* ---- struct literals */

static i64 field_named(const AstVariant *av, Sym name) {
  for (u32 i = 0; i < av->fields.n; i++)
    if (av->fields.at[i].name == name) return i;
  return -1;
}

static void check_missing(Infer *ic, const AstExpr *e, const AstVariant *av, const bool *seen,
                          const char *what) {
  for (u32 i = 0; i < av->fields.n; i++)
    if (!seen[i])
      fail(ic, e->path->span, "missing field `%s` in initializer of `%s`",
           name_of(ic->f, av->fields.at[i].name), what);
}

Thir *check_struct(Infer *ic, const AstExpr *e, Expect ex) {
  u32 variant;
  TypeId adt = resolve_struct(ic, e->path, &variant, "struct, variant or union type");
  if (ex.ty && !ex.is_cast) {
    Snapshot s = infer_snapshot(ic);
    if (!unify(ic, adt, ex.ty)) infer_rollback(ic, s);
  }
  Def *d = type_def(ic->f, adt);
  const AstVariant *av = adt_variant(d, variant);
  require_bounds(ic, d, type_get(ic->tt, adt)->u.adt.args, e->path->span);
  const char *name = show(ic, adt);
  u32 n = e->fields.n;
  Thir *node = node_new(ic, THIR_ADT, e->span, adt);
  node->variant = variant;
  node->args = arena_array(ic->arena, Thir *, n + 1);
  node->nargs = n;
  u32 *fields = arena_array(ic->arena, u32, n + 1);
  node->fields = fields;
  bool *seen = arena_array(ic->arena, bool, av->fields.n + 1);
  for (u32 i = 0; i < n; i++) {
    const AstFieldInit *fi = &e->fields.at[i];
    i64 k = field_named(av, fi->name);
    if (k < 0)
      fail(ic, fi->span, "%s `%s` has no field named `%s`",
           d->kind == DEF_ENUM ? "variant" : def_descr(d),
           d->kind == DEF_ENUM ? name_of(ic->f, av->name) : name, name_of(ic->f, fi->name));
    if (seen[k])
      fail(ic, fi->span, "field `%s` specified more than once", name_of(ic->f, fi->name));
    seen[k] = true;
    fields[i] = (u32)k;
    node->args[i] = check_coerce(ic, fi->value, field_type(ic->f, ic, adt, variant, (u32)k));
  }
  if (d->kind == DEF_UNION) {
    if (n != 1 || e->a) fail(ic, e->span, "union expressions should have exactly one field");
    return node;
  }
  if (e->a)
    node->a = check_coerce(ic, e->a, adt);
  else
    check_missing(ic, e, av, seen, name);
  return node;
}
