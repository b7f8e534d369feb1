/* Expressions: the dispatcher, literals, tuples and arrays, references, blocks and statements. */
#include "litmus/rust/story.h"
#include "litmus/rust/closure.h"

#include <string.h>

TyEnv infer_env(Infer *ic) {
  return (TyEnv){ic->f, ic, ic->scope, ic->owner, ic->args, ic->self_ty, ic};
}

const AstExpr *strip_parens(const AstExpr *e) {
  while (e->kind == AST_PAREN) e = e->a;
  return e;
}

Thir *check_coerce(Infer *ic, const AstExpr *e, TypeId want) {
  return coerce(ic, check_expr(ic, e, expect_type(want)), want, false);
}

/* ---- literals */

static TypeId suffix_type(Infer *ic, const AstExpr *e) {
  for (u32 i = 0; i < NPRIMS; i++)
    if (ic->f->prims[i].name == e->suffix && type_is_integral(ic->tt, ic->f->prims[i].ty))
      return ic->f->prims[i].ty;
  unsupported(ic, e->span, "literals of type `%s` are not supported yet",
              name_of(ic->f, e->suffix));
}

static TypeId literal_type(Infer *ic, const AstExpr *e, Expect ex) {
  if (e->suffix) return suffix_type(ic, e);
  if (ex.ty) {
    TypeId t = infer_shallow(ic, ex.ty);
    const Type *ty = type_get(ic->tt, t);
    if (ty->kind == TY_INT || infer_is_int_var(ic, t)) return t;
    if (ex.is_cast && ty->kind == TY_CHAR) return type_int(ic->tt, 8, false);
    if (ex.is_cast && ((ty->kind == TY_PTR && ptr_is_raw(ty->u.ptr.kind)) || ty->kind == TY_FNPTR))
      return type_usize(ic->tt);
  }
  return infer_fresh_int(ic);
}

/* 1.5: what it is is known with its type (writeback.c). */
static Thir *check_float(Infer *ic, const AstExpr *e, Expect ex) {
  TypeId ty = 0;
  for (u32 i = 0; i < NPRIMS; i++)
    if (e->suffix && ic->f->prims[i].name == e->suffix) ty = ic->f->prims[i].ty;
  TypeId wanted = ex.ty ? infer_shallow(ic, ex.ty) : 0;
  if (!ty && wanted && (type_is_float(ic->tt, wanted) || infer_is_float_var(ic, wanted)))
    ty = wanted;
  Thir *n = node_int(ic, e->span, ty ? ty : infer_fresh_float(ic), 0);
  n->konst.str = e->text;
  return n;
}

static Thir *check_int(Infer *ic, const AstExpr *e, Expect ex) {
  Thir *n = node_int(ic, e->span, literal_type(ic, e, ex), e->value);
  late_add(ic, LATE_LITERAL, n);
  return n;
}

/* -5: one literal */
static Thir *check_negative(Infer *ic, const AstExpr *e, const AstExpr *literal, Expect ex) {
  Thir *n = node_int(ic, e->span, literal_type(ic, literal, ex), (u128)0 - literal->value);
  Late l = {.kind = LATE_LITERAL, .node = n, .flag = true};
  alist_push(ic->arena, &ic->late, l);
  return n;
}

static Thir *check_str(Infer *ic, const AstExpr *e) {
  TypeId ty = type_ptr(ic->tt, PTR_REF, type_str(ic->tt));
  Thir *n = node_new(ic, THIR_CONST, e->span, ty);
  n->konst = (Const){.kind = CONST_STR, .ty = ty, .str = e->text, .len = e->len};
  return n;
}

/* b"..": a reference to a constant array */
static Thir *check_byte_str(Infer *ic, const AstExpr *e) {
  TypeId byte = type_int(ic->tt, 8, false);
  Thir *array = node_new(ic, THIR_ARRAY, e->span, type_array(ic->tt, byte, e->len));
  array->nargs = e->len;
  array->args = arena_array(ic->arena, Thir *, e->len + 1);
  for (u32 i = 0; i < e->len; i++) array->args[i] = node_int(ic, e->span, byte, (u8)e->text[i]);
  return node_borrow(ic, array, false, false);
}

/* ---- tuples and arrays */

static Thir *check_tuple(Infer *ic, const AstExpr *e, Expect ex) {
  u32 n = e->args.n;
  const Type *want = ex.ty && !ex.is_cast ? shallow_get(ic, ex.ty) : NULL;
  if (want && (want->kind != TY_TUPLE || want->u.tuple.n != n)) want = NULL;
  Thir **args = arena_array(ic->arena, Thir *, n + 1);
  TypeId *elems = arena_array(ic->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) {
    Thir *a = check_expr(ic, e->args.at[i], want ? expect_type(want->u.tuple.at[i]) : EXPECT_NONE);
    Thir *out;
    if (want && try_coerce(ic, a, want->u.tuple.at[i], false, &out)) a = out;
    args[i] = a;
    elems[i] = a->ty;
  }
  Thir *t = node_new(ic, THIR_TUPLE, e->span, type_tuple(ic->tt, elems, n));
  t->args = args;
  t->nargs = n;
  return t;
}

static TypeId expected_elem(Infer *ic, Expect ex) {
  if (!ex.ty || ex.is_cast) return 0;
  const Type *t = shallow_get(ic, ex.ty);
  return t->kind == TY_ARRAY || t->kind == TY_SLICE ? t->u.array.elem : 0;
}

static Thir *check_array(Infer *ic, const AstExpr *e, Expect ex) {
  u32 n = e->args.n;
  TypeId want = expected_elem(ic, ex);
  Thir **args = arena_array(ic->arena, Thir *, n + 1);
  Merge *m = merge_new(ic, expect_type(want));
  for (u32 i = 0; i < n; i++) {
    args[i] = check_expr(ic, e->args.at[i], expect_type(want ? want : m->merged));
    merge_add(ic, m, &args[i]);
  }
  TypeId elem = n ? merge_finish(ic, m) : want ? want : infer_fresh(ic);
  Thir *a = node_new(ic, THIR_ARRAY, e->span, type_array(ic->tt, elem, n));
  a->args = args;
  a->nargs = n;
  return a;
}

static Thir *check_repeat(Infer *ic, const AstExpr *e, Expect ex) {
  TypeId want = expected_elem(ic, ex);
  Thir *a = want ? check_coerce(ic, e->a, want) : check_expr(ic, e->a, EXPECT_NONE);
  TyEnv env = infer_env(ic);
  u64 len = lower_len(&env, e->b);
  Thir *r = node_new(ic, THIR_REPEAT, e->span, type_array(ic->tt, a->ty, len));
  r->a = a;
  late_add(ic, LATE_COPY, r);
  return r;
}

/* ---- references */

static bool is_place_expr(const AstExpr *e) {
  e = strip_parens(e);
  return e->kind == AST_PATH || e->kind == AST_FIELD || e->kind == AST_INDEX ||
         (e->kind == AST_UNARY && e->unop == AST_DEREF);
}

static Thir *check_ref(Infer *ic, const AstExpr *e, Expect ex) {
  Expect inner = EXPECT_NONE;
  if (ex.ty) {
    const Type *t = shallow_get(ic, ex.ty);
    if (t->kind == TY_PTR && t->u.ptr.kind != PTR_BOX) {
      TypeKind to = type_get(ic->tt, tail_type(ic, t->u.ptr.to))->kind;
      bool is_literal_array =
          strip_parens(e->a)->kind == AST_ARRAY || strip_parens(e->a)->kind == AST_REPEAT;
      if (to == TY_DYN
              ? strip_parens(e->a)->kind == AST_CLOSURE
              : is_place_expr(e->a) || (to != TY_SLICE && to != TY_STR) || is_literal_array)
        inner = expect_type(t->u.ptr.to);
    }
  }
  Thir *place = check_expr(ic, e->a, inner);
  Thir *n = node_borrow(ic, place, e->is_mut, false);
  n->span = e->span;
  return n;
}

/* &raw of a static mut, of a union's field or of *p reads nothing: it is safe. */
static Thir *check_raw_ref(Infer *ic, const AstExpr *e) {
  const AstExpr *operand = strip_parens(e->a);
  Thir *place = NULL;
  if (operand->kind == AST_UNARY && operand->unop == AST_DEREF) {
    place = deref_step(ic, check_expr(ic, operand->a, EXPECT_NONE), true);
    if (place)
      place->span = operand->span;
    else
      fail(ic, operand->span, "this expression cannot be dereferenced");
  } else if (operand->kind == AST_PATH) {
    ic->unsafe_depth++;
    place = check_expr(ic, operand, EXPECT_NONE);
    ic->unsafe_depth--;
  } else {
    ic->writing = operand->kind == AST_FIELD;
    place = check_expr(ic, operand, EXPECT_NONE);
  }
  if (!node_is_place(place)) fail(ic, e->a->span, "cannot take address of a temporary");
  Thir *n = node_raw(ic, place, e->is_mut);
  n->span = e->span;
  return n;
}

/* ---- blocks */

static void check_let(Infer *ic, const AstStmt *s, ThirStmt *out) {
  TyEnv env = infer_env(ic);
  TypeId ty = s->ty ? lower_type(&env, s->ty) : 0;
  out->kind = TSTMT_LET;
  out->span = s->span;
  /* Without a type, the initialiser decides; a block's value does so before it is coerced. */
  if (!ty) ty = infer_fresh(ic);
  if (s->expr) out->expr = check_coerce(ic, s->expr, ty);
  if (s->els) {
    bool diverged = ic->diverges;
    Thir *els = check_block(ic, s->els, EXPECT_NONE, NULL);
    ic->diverges = diverged;
    if (shallow_get(ic, els->ty)->kind != TY_NEVER)
      fail(ic, s->els->span,
           "`else` clause of `let...else` does not diverge: expected `!`, found `%s`",
           show(ic, els->ty));
    out->els = els->block;
  }
  u32 first = ic->locals.len;
  out->pat = check_pattern(ic, s->pat, ty);
  if (!s->expr)
    for (u32 i = first; i < ic->locals.len; i++) ic->locals.at[i].initialised = false;
  Late l = {
      .kind = LATE_IRREFUTABLE, .pat = out->pat, .flag = s->els != NULL, .what = "local binding"};
  alist_push(ic->arena, &ic->late, l);
}

static void check_stmt(Infer *ic, const AstStmt *s, ThirStmt *out) {
  out->kind = TSTMT_EXPR;
  out->span = s->span;
  switch (s->kind) {
  case AST_STMT_LET: check_let(ic, s, out); return;
  case AST_STMT_EXPR: {
    Thir *n = check_expr(ic, s->expr, expect_type(type_unit(ic->tt)));
    out->expr = coerce(ic, n, type_unit(ic->tt), false);
    return;
  }
  default: out->expr = check_expr(ic, s->expr, EXPECT_NONE); return;
  }
}

/* The statements and tail; names end with the block. A block without tail after code that never
 * ends has type `!`. */
static Thir *block_body(Infer *ic, const AstBlock *b, Expect ex, Merge *m) {
  u32 ribs = ic->ribs.len;
  Scope *outer = ic->scope, *own = block_scope(ic->f, b, ic->scope);
  if (own) {
    ic->scope = own;
    Rib r = {.scope = own};
    alist_push(ic->arena, &ic->ribs, r);
  }
  ThirStmt *stmts = arena_array(ic->arena, ThirStmt, b->stmts.n + 1);
  u32 n = 0;
  for (u32 i = 0; i < b->stmts.n; i++) {
    const AstStmt *s = &b->stmts.at[i];
    if (s->kind != AST_STMT_ITEM) {
      check_stmt(ic, s, &stmts[n++]);
    } else if (s->item->kind == AST_ITEM_MACRO_RULES) {
      Rib r = {.macro = s->item->macro_number};
      alist_push(ic->arena, &ic->ribs, r);
    }
  }
  Thir *tail = b->tail ? check_expr(ic, b->tail, ex) : NULL;
  if (tail && ex.ty && !ex.is_cast && !m) {
    Thir *out;
    /* the tail is a coercion site */
    if (try_coerce(ic, tail, ex.ty, false, &out))
      tail = out;
    else
      fail_mismatch(ic, b->tail->span, ex.ty, tail->ty);
  }
  ic->scope = outer;
  ic->ribs.len = ribs;
  Thir *node = node_block(ic, b->span, stmts, n, tail);
  if (!tail && ic->diverges) node->ty = node->block->ty = type_never(ic->tt);
  return node;
}

Thir *check_block(Infer *ic, const AstBlock *b, Expect ex, const AstExpr *whole) {
  Sym label = whole ? whole->label : 0;
  if (b->is_unsafe) ic->unsafe_depth++;
  Thir *n;
  if (!label) {
    n = block_body(ic, b, ex, NULL);
  } else {
    Merge *m = merge_new(ic, ex);
    if (!ex.is_cast) m->want = ex.ty;
    Breakable br = {.name = label,
                    .ctx = whole->label_ctx,
                    .label = ++ic->nlabels,
                    .takes_value = true,
                    .merge = m};
    alist_push(ic->arena, &ic->breakables, br);
    n = block_body(ic, b, ex, m);
    Breakable done = vec_pop(&ic->breakables);
    ThirBlock *block = n->block;
    bool ends = type_get(ic->tt, infer_shallow(ic, n->ty))->kind != TY_NEVER;
    if (!block->tail && ends) block->tail = node_unit(ic, b->span);
    if (block->tail) merge_add(ic, m, &block->tail);
    n->ty = block->ty = merge_finish(ic, m);
    n->label = br.label;
    if (done.broken) ic->diverges = false;
  }
  if (b->is_unsafe) ic->unsafe_depth--;
  if (whole) n->span = whole->span;
  return n;
}

/* const { .. }: an instance of its own */
static Thir *check_const_block(Infer *ic, const AstExpr *e, Expect ex) {
  TyEnv env = infer_env(ic);
  TypeId want = ex.ty && !ex.is_cast ? infer_resolve(ic, ex.ty) : 0;
  if (want && infer_has_vars(ic, want)) want = 0;
  for (u32 i = 0; ic->owner && i < ic->owner->ngens; i++)
    if (infer_has_vars(ic, ic->args[i]))
      unsupported(ic, e->span, "this `const` block is not supported yet");
  Def *d = anon_const(&env, e, e->block, want, e->span);
  TypeId ty = want ? want : infer_anon_type(ic->f, d, ic->args);
  d->ty = ty;
  Thir *n = node_new(ic, THIR_CONST_FN, e->span, ty);
  Pending p = {n, d, ic->args};
  alist_push(ic->arena, &ic->pending, p);
  return n;
}

/* ---- the dispatcher */

static Thir *check_kind(Infer *ic, const AstExpr *e, Expect ex) {
  TypeTable *tt = ic->tt;
  switch (e->kind) {
  case AST_INT: return check_int(ic, e, ex);
  case AST_FLOAT: return check_float(ic, e, ex);
  case AST_BOOL: return node_int(ic, e->span, type_bool(tt), e->value);
  case AST_CHAR: return node_int(ic, e->span, type_char(tt), e->value);
  case AST_BYTE: return node_int(ic, e->span, type_int(tt, 8, false), e->value);
  case AST_STR: return check_str(ic, e);
  case AST_BYTE_STR: return check_byte_str(ic, e);
  case AST_PATH: return check_path(ic, e, ex);
  case AST_UNARY:
    if (e->unop == AST_NEG && e->a->kind == AST_INT) return check_negative(ic, e, e->a, ex);
    return check_unary(ic, e, ex);
  case AST_BINARY: return check_binary(ic, e, ex);
  case AST_ASSIGN: return check_assign(ic, e);
  case AST_ASSIGN_OP: return check_assign_op(ic, e);
  case AST_REF: return check_ref(ic, e, ex);
  case AST_RAW_REF: return check_raw_ref(ic, e);
  case AST_CAST: return check_cast(ic, e, ex);
  case AST_CALL: return check_call(ic, e, ex);
  case AST_METHOD: return check_method(ic, e, ex);
  case AST_FIELD: return check_field(ic, e);
  case AST_INDEX: return check_index(ic, e);
  case AST_RANGE: return check_range(ic, e);
  case AST_TUPLE: return check_tuple(ic, e, ex);
  case AST_ARRAY: return check_array(ic, e, ex);
  case AST_REPEAT: return check_repeat(ic, e, ex);
  case AST_STRUCT: return check_struct(ic, e, ex);
  case AST_BLOCK:
    if (e->block->is_const) return check_const_block(ic, e, ex);
    return check_block(ic, e->block, ex, e);
  case AST_IF: return check_if(ic, e, ex);
  case AST_LET: fail(ic, e->span, "expected expression, found `let` statement");
  case AST_MATCH: return check_match(ic, e, ex);
  case AST_WHILE: return check_while(ic, e);
  case AST_LOOP: return check_loop(ic, e, ex);
  case AST_FOR: return check_for(ic, e);
  case AST_BREAK: return check_break(ic, e);
  case AST_CONTINUE: return check_continue(ic, e);
  case AST_RETURN: return check_return(ic, e);
  case AST_CLOSURE: return check_closure(ic, e, ex);
  case AST_TRY: return check_try(ic, e);
  case AST_PAREN: return check_expr(ic, e->a, ex);
  case AST_ASM: return check_asm(ic, e);
  case AST_MACRO: return check_macro(ic, e, ex);
  }
  fail(ic, e->span, "unknown expression");
}

Thir *check_expr(Infer *ic, const AstExpr *e, Expect ex) {
  if (++ic->depth > 600) unsupported(ic, e->span, "code nested this deeply is not supported yet");
  Thir *n = check_kind(ic, e, ex);
  if (shallow_get(ic, n->ty)->kind == TY_NEVER) ic->diverges = true;
  ic->depth--;
  return n;
}
