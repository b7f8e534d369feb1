/* Operators: unary, arithmetic, comparison, assignment. Operators on references to primitive
 * values work on the values, as std's forwarding impls do. */
#include "litmus/rust/infer.h"

static bool is_int(Infer *ic, TypeId t) {
  return shallow_get(ic, t)->kind == TY_INT || infer_is_int_var(ic, t);
}

static bool is_float(Infer *ic, TypeId t) {
  return shallow_get(ic, t)->kind == TY_FLOAT || infer_is_float_var(ic, t);
}

static bool is_number(Infer *ic, TypeId t) { return is_int(ic, t) || is_float(ic, t); }

static bool is_ref(Infer *ic, TypeId t) {
  const Type *ty = shallow_get(ic, t);
  return ty->kind == TY_PTR && ptr_is_ref(ty->u.ptr.kind);
}

/* The value behind references. */
static Thir *strip_refs(Infer *ic, Thir *n) {
  while (is_ref(ic, n->ty)) n = node_deref(ic, n, shallow_get(ic, n->ty)->u.ptr.to);
  return n;
}

/* ---- unary */

static Thir *check_deref(Infer *ic, const AstExpr *e) {
  Thir *a = check_expr(ic, e->a, EXPECT_NONE);
  a->ty = structurally(ic, a->ty);
  const Type *ty = shallow_get(ic, a->ty);
  if (ty->kind == TY_INFER && !infer_is_number_var(ic, a->ty))
    fail(ic, e->a->span, "type annotations needed");
  if (ty->kind == TY_PTR && ptr_is_raw(ty->u.ptr.kind))
    require_unsafe(ic, e->span, "dereference of raw pointer");
  Thir *n = deref_step(ic, a, true);
  if (!n) fail(ic, e->span, "type `%s` cannot be dereferenced", show(ic, a->ty));
  n->span = e->span;
  return n;
}

/* -a, !a */
static Thir *negation(Infer *ic, const AstExpr *e, Thir *whole, Thir *unused) {
  (void)unused;
  Thir *a = strip_refs(ic, whole);
  const Type *ty = shallow_get(ic, a->ty);
  bool ok = is_int(ic, a->ty) || (e->unop == AST_NOT ? ty->kind == TY_BOOL : is_float(ic, a->ty));
  if (ty->kind == TY_NEVER) return a;
  if (ty->kind == TY_INFER && !ok) fail(ic, e->span, "type annotations needed");
  if (!ok) return unary_operator_call(ic, e->unop, whole, e->span);
  Thir *n = node_unary(ic, THIR_UNARY, a, a->ty);
  n->span = e->span;
  n->unop = e->unop == AST_NEG ? UN_NEG : UN_NOT;
  return n;
}

Thir *check_unary(Infer *ic, const AstExpr *e, Expect ex) {
  if (e->unop == AST_DEREF) return check_deref(ic, e);
  Expect inner = ex.ty && is_number(ic, ex.ty) && !ex.is_cast ? ex : EXPECT_NONE;
  Thir *a = check_expr(ic, e->a, inner);
  a->ty = structurally(ic, a->ty);
  if (is_unknown(ic, a->ty)) return defer_operator(ic, negation, e, a, NULL, infer_fresh(ic));
  return negation(ic, e, a, NULL);
}

/* ---- arithmetic */

typedef struct OpInfo {
  BinOp op;
  const char *symbol;
} OpInfo;

static const OpInfo ops[] = {
    [AST_ADD] = {BIN_ADD, "+"},  [AST_SUB] = {BIN_SUB, "-"},    [AST_MUL] = {BIN_MUL, "*"},
    [AST_DIV] = {BIN_DIV, "/"},  [AST_REM] = {BIN_REM, "%"},    [AST_BITAND] = {BIN_AND, "&"},
    [AST_BITOR] = {BIN_OR, "|"}, [AST_BITXOR] = {BIN_XOR, "^"}, [AST_SHL] = {BIN_SHL, "<<"},
    [AST_SHR] = {BIN_SHR, ">>"}, [AST_EQ] = {BIN_EQ, "=="},     [AST_NE] = {BIN_NE, "!="},
    [AST_LT] = {BIN_LT, "<"},    [AST_LE] = {BIN_LE, "<="},     [AST_GT] = {BIN_GT, ">"},
    [AST_GE] = {BIN_GE, ">="},
};

_Noreturn static void fail_operands(Infer *ic, const AstExpr *e, Thir *a, Thir *b) {
  const char *lhs = show(ic, a->ty), *rhs = show(ic, b->ty);
  switch (e->binop) {
  case AST_ADD: fail(ic, e->op_span, "cannot add `%s` to `%s`", rhs, lhs);
  case AST_SUB: fail(ic, e->op_span, "cannot subtract `%s` from `%s`", rhs, lhs);
  case AST_MUL: fail(ic, e->op_span, "cannot multiply `%s` by `%s`", lhs, rhs);
  case AST_DIV: fail(ic, e->op_span, "cannot divide `%s` by `%s`", lhs, rhs);
  case AST_REM:
    fail(ic, e->op_span, "cannot calculate the remainder of `%s` divided by `%s`", lhs, rhs);
  default: fail(ic, e->op_span, "no implementation for `%s %s %s`", lhs, ops[e->binop].symbol, rhs);
  }
}

static bool op_is_shift(AstBinOp op) { return op == AST_SHL || op == AST_SHR; }
static bool op_is_bitwise(AstBinOp op) {
  return op == AST_BITAND || op == AST_BITOR || op == AST_BITXOR;
}

/* Checks a and b as operands of an arithmetic operator; their common type (of shifts: a's). */
static void arithmetic_types(Infer *ic, const AstExpr *e, Thir *a, Thir *b) {
  if (shallow_get(ic, a->ty)->kind == TY_INFER && !infer_is_number_var(ic, a->ty) &&
      !op_is_shift(e->binop))
    (void)unify(ic, a->ty, b->ty);
  if (shallow_get(ic, a->ty)->kind == TY_INFER && !infer_is_number_var(ic, a->ty))
    fail(ic, a->span, "type annotations needed");
  if (op_is_shift(e->binop)) {
    if (!is_int(ic, a->ty) || !is_int(ic, b->ty)) fail_operands(ic, e, a, b);
    return;
  }
  bool bools = op_is_bitwise(e->binop) && shallow_get(ic, a->ty)->kind == TY_BOOL;
  bool floats = !op_is_bitwise(e->binop) && is_float(ic, a->ty);
  if (!is_int(ic, a->ty) && !bools && !floats) fail_operands(ic, e, a, b);
  if (!unify(ic, a->ty, b->ty)) {
    if (is_int(ic, a->ty) && is_int(ic, b->ty)) fail_mismatch(ic, b->span, a->ty, b->ty);
    fail_operands(ic, e, a, b);
  }
}

/* Integers, floats and bools, or what will be one of them: their operators are the machine's. */
static bool is_primitive(Infer *ic, TypeId t) {
  return is_number(ic, t) || shallow_get(ic, t)->kind == TY_BOOL;
}

/* The right operand of an overloaded operator: what the left one's only impl says, it is. */
static Thir *overloaded_rhs(Infer *ic, const AstExpr *e, bool assign, TypeId self, Thir *checked) {
  TypeId rhs = infer_fresh(ic);
  if (!has_operator(ic, e->binop, assign, self, rhs, e->op_span)) {
    Thir *b = checked ? checked : check_expr(ic, e->b, EXPECT_NONE);
    Thir *a = node_new(ic, THIR_TUPLE, e->a->span, self);
    if (assign)
      fail(ic, e->op_span, "binary assignment operation `%s=` cannot be applied to type `%s`",
           ops[e->binop].symbol, show(ic, self));
    fail_operands(ic, e, a, b);
  }
  if (!checked) {
    TypeId *args = arena_array(ic->arena, TypeId, 2);
    args[0] = self;
    args[1] = rhs;
    require_operator(ic, e->binop, assign, args, e->op_span);
    solve_obligations(ic);
    checked = check_expr(ic, e->b, expect_type(rhs));
  }
  return coerce(ic, checked, rhs, true);
}

/* Both operands have been checked. */
static Thir *arithmetic(Infer *ic, const AstExpr *e, Thir *lhs, Thir *rhs) {
  Thir *a = strip_refs(ic, lhs), *b = strip_refs(ic, rhs);
  if (!is_primitive(ic, a->ty) && !is_unknown(ic, a->ty)) {
    b = overloaded_rhs(ic, e, false, lhs->ty, rhs);
    return operator_call(ic, e->binop, lhs, b, e->span);
  }
  TypeKind right = shallow_get(ic, b->ty)->kind;
  if (right == TY_NEVER) {
    b = never_to_any(ic, b, a->ty);
  } else if (!is_primitive(ic, b->ty) && right != TY_INFER) {
    if (!has_operator(ic, e->binop, false, lhs->ty, rhs->ty, e->op_span))
      fail_operands(ic, e, a, b);
    return operator_call(ic, e->binop, lhs, rhs, e->span);
  }
  arithmetic_types(ic, e, a, b);
  Thir *n = node_binary(ic, ops[e->binop].op, a, b, a->ty);
  n->span = e->span;
  return n;
}

static Thir *check_arithmetic(Infer *ic, const AstExpr *e) {
  Thir *lhs = check_expr(ic, e->a, EXPECT_NONE);
  lhs->ty = structurally(ic, lhs->ty);
  Thir *a = strip_refs(ic, lhs);
  TypeKind k = shallow_get(ic, a->ty)->kind;
  if (k == TY_NEVER) {
    (void)check_expr(ic, e->b, EXPECT_NONE);
    return a;
  }
  if (!is_primitive(ic, a->ty) && k != TY_INFER) {
    Thir *b = overloaded_rhs(ic, e, false, lhs->ty, NULL);
    return operator_call(ic, e->binop, lhs, b, e->span);
  }
  Thir *rhs = check_expr(ic, e->b, EXPECT_NONE);
  rhs->ty = structurally(ic, rhs->ty);
  if (is_unknown(ic, a->ty)) return defer_operator(ic, arithmetic, e, lhs, rhs, infer_fresh(ic));
  return arithmetic(ic, e, lhs, rhs);
}

/* ---- comparison */

static bool is_scalar(Infer *ic, TypeId t) {
  const Type *ty = shallow_get(ic, t);
  switch (ty->kind) {
  case TY_INT:
  case TY_FLOAT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_FNPTR: return true;
  case TY_PTR: return ptr_is_raw(ty->u.ptr.kind);
  default: return infer_is_number_var(ic, t);
  }
}

_Noreturn static void fail_compare(Infer *ic, Span span, Thir *a, Thir *b) {
  fail(ic, span, "can't compare `%s` with `%s`", show(ic, a->ty), show(ic, b->ty));
}

/* `slice == [1, 2]`: a reference to a slice and an array compare without a `&` in between. */
static bool is_slice_ref_and_array(Infer *ic, const Thir *r, const Thir *array) {
  if (!is_ref(ic, r->ty) || shallow_get(ic, array->ty)->kind != TY_ARRAY) return false;
  return shallow_get(ic, shallow_get(ic, r->ty)->u.ptr.to)->kind == TY_SLICE;
}

/* `x == 3` where x is of a type of its own: an impl for some type of numbers may fit. */
static bool is_overloaded_number(Infer *ic, const Thir *a, const Thir *b) {
  TypeKind k = shallow_get(ic, a->ty)->kind;
  return infer_is_number_var(ic, b->ty) && (k == TY_ADT || k == TY_OPAQUE || k == TY_DYN);
}

Thir *equality(Infer *ic, Thir *a, Thir *b, Span span, bool negate) {
  a->ty = structurally(ic, a->ty);
  b->ty = structurally(ic, b->ty);
  for (;;) {
    if (shallow_get(ic, a->ty)->kind == TY_NEVER) return a;
    if (shallow_get(ic, b->ty)->kind == TY_NEVER) b = never_to_any(ic, b, a->ty);
    if (shallow_get(ic, a->ty)->kind == TY_INFER || shallow_get(ic, b->ty)->kind == TY_INFER)
      if (!is_ref(ic, a->ty) && !is_ref(ic, b->ty) && !is_overloaded_number(ic, a, b) &&
          !unify(ic, a->ty, b->ty))
        fail_mismatch(ic, b->span, a->ty, b->ty);
    const Type *x = shallow_get(ic, a->ty), *y = shallow_get(ic, b->ty);
    bool boxes = x->kind == TY_PTR && y->kind == TY_PTR && x->u.ptr.kind == PTR_BOX &&
                 y->u.ptr.kind == PTR_BOX;
    if (!boxes && !(is_ref(ic, a->ty) && is_ref(ic, b->ty))) break;
    a = node_deref(ic, a, x->u.ptr.to);
    b = node_deref(ic, b, y->u.ptr.to);
  }
  if (is_slice_ref_and_array(ic, a, b)) a = node_deref(ic, a, shallow_get(ic, a->ty)->u.ptr.to);
  if (is_slice_ref_and_array(ic, b, a)) b = node_deref(ic, b, shallow_get(ic, b->ty)->u.ptr.to);
  bool raw = shallow_get(ic, a->ty)->kind == TY_PTR && !is_ref(ic, a->ty); /* p == &x */
  if (is_ref(ic, a->ty) || (is_ref(ic, b->ty) && !raw)) fail_compare(ic, span, a, b);
  if (is_scalar(ic, a->ty)) {
    Thir *out;
    if (!try_coerce(ic, b, a->ty, false, &out)) fail_mismatch(ic, b->span, a->ty, b->ty);
    Thir *n = node_binary(ic, negate ? BIN_NE : BIN_EQ, a, out, type_bool(ic->tt));
    n->span = span;
    return n;
  }
  if (shallow_get(ic, a->ty)->kind == TY_INFER) fail(ic, span, "type annotations needed");
  AstBinOp op = negate ? AST_NE : AST_EQ;
  if (!has_operator(ic, op, false, a->ty, b->ty, span)) {
    if (infer_resolve(ic, a->ty) == infer_resolve(ic, b->ty))
      fail(ic, span, "binary operation `==` cannot be applied to type `%s`", show(ic, a->ty));
    fail_compare(ic, span, a, b);
  }
  return operator_call(ic, op, a, b, span);
}

static Thir *check_order(Infer *ic, const AstExpr *e, Thir *a, Thir *b) {
  a->ty = structurally(ic, a->ty);
  b->ty = structurally(ic, b->ty);
  while (is_ref(ic, a->ty) && is_ref(ic, b->ty)) {
    a = node_deref(ic, a, shallow_get(ic, a->ty)->u.ptr.to);
    b = node_deref(ic, b, shallow_get(ic, b->ty)->u.ptr.to);
  }
  if (shallow_get(ic, a->ty)->kind == TY_NEVER) return a;
  if (shallow_get(ic, a->ty)->kind == TY_INFER) (void)unify(ic, a->ty, b->ty);
  if (!is_scalar(ic, a->ty)) {
    TypeKind k = shallow_get(ic, a->ty)->kind;
    if (is_ref(ic, a->ty) || is_ref(ic, b->ty)) fail_compare(ic, e->op_span, a, b);
    if (k == TY_INFER) fail(ic, a->span, "type annotations needed");
    if (!has_operator(ic, e->binop, false, a->ty, b->ty, e->op_span))
      fail(ic, e->op_span, "binary operation `%s` cannot be applied to type `%s`",
           ops[e->binop].symbol, show(ic, a->ty));
    return operator_call(ic, e->binop, a, b, e->span);
  }
  b = coerce(ic, b, a->ty, false);
  Thir *n = node_binary(ic, ops[e->binop].op, a, b, type_bool(ic->tt));
  n->span = e->span;
  return n;
}

static Thir *check_lazy(Infer *ic, const AstExpr *e) {
  Thir *n = node_new(ic, e->binop == AST_ANDAND ? THIR_AND : THIR_OR, e->span, type_bool(ic->tt));
  n->a = check_coerce(ic, e->a, type_bool(ic->tt));
  bool diverges = ic->diverges;
  n->b = check_coerce(ic, e->b, type_bool(ic->tt));
  ic->diverges = diverges;
  return n;
}

static Thir *check_comparison(Infer *ic, const AstExpr *e, Thir *a, Thir *b) {
  if (e->binop == AST_EQ || e->binop == AST_NE)
    return equality(ic, a, b, e->span, e->binop == AST_NE);
  return check_order(ic, e, a, b);
}

Thir *check_binary(Infer *ic, const AstExpr *e, Expect ex) {
  (void)ex;
  if (e->binop == AST_ANDAND || e->binop == AST_OROR) return check_lazy(ic, e);
  if (e->binop < AST_EQ) return check_arithmetic(ic, e);
  Thir *a = check_expr(ic, e->a, EXPECT_NONE);
  Thir *b = check_expr(ic, e->b, is_scalar(ic, a->ty) ? expect_type(a->ty) : EXPECT_NONE);
  if (is_unknown(ic, structurally(ic, a->ty)) && is_unknown(ic, structurally(ic, b->ty)))
    return defer_operator(ic, check_comparison, e, a, b, type_bool(ic->tt));
  return check_comparison(ic, e, a, b);
}

/* ---- assignment */

static Thir *written_place(Infer *ic, const AstExpr *e) {
  const AstExpr *inner = strip_parens(e);
  ic->writing = inner->kind == AST_FIELD;
  Thir *place = check_expr(ic, inner, EXPECT_NONE);
  place->ty = structurally(ic, place->ty);
  if (!node_is_place(place)) fail(ic, e->span, "invalid left-hand side of assignment");
  return place;
}

Thir *check_assign(Infer *ic, const AstExpr *e) {
  Thir *n = node_new(ic, THIR_ASSIGN, e->span, type_unit(ic->tt));
  n->a = written_place(ic, e->a);
  place_needs_mut(ic, n->a, "assign");
  n->b = check_coerce(ic, e->b, n->a->ty);
  return n;
}

/* Place and value have been checked. */
static Thir *assign_op(Infer *ic, const AstExpr *e, Thir *place, Thir *rhs) {
  if (!is_primitive(ic, place->ty) && !is_unknown(ic, place->ty)) {
    Thir *b = overloaded_rhs(ic, e, true, place->ty, rhs);
    return assign_operator_call(ic, e->binop, place, b, e->span);
  }
  Thir *value = strip_refs(ic, rhs);
  TypeKind right = shallow_get(ic, value->ty)->kind;
  if (right == TY_NEVER)
    value = never_to_any(ic, value, place->ty);
  else if (!is_primitive(ic, value->ty) && right != TY_INFER &&
           has_operator(ic, e->binop, true, place->ty, rhs->ty, e->op_span))
    return assign_operator_call(ic, e->binop, place, rhs, e->span);
  place_needs_mut(ic, place, "assign");
  arithmetic_types(ic, e, place, value);
  Thir *n = node_new(ic, THIR_ASSIGN_OP, e->span, type_unit(ic->tt));
  n->a = place;
  n->b = value;
  n->binop = ops[e->binop].op;
  return n;
}

Thir *check_assign_op(Infer *ic, const AstExpr *e) {
  Thir *place = written_place(ic, e->a);
  if (!is_primitive(ic, place->ty) && !is_unknown(ic, place->ty)) {
    Thir *b = overloaded_rhs(ic, e, true, place->ty, NULL);
    return assign_operator_call(ic, e->binop, place, b, e->span);
  }
  Thir *rhs = check_expr(ic, e->b, EXPECT_NONE);
  rhs->ty = structurally(ic, rhs->ty);
  if (is_unknown(ic, place->ty) && is_unknown(ic, rhs->ty))
    return defer_operator(ic, assign_op, e, place, rhs, type_unit(ic->tt));
  return assign_op(ic, e, place, rhs);
}
