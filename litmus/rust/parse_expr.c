/* Expressions from the loosest binding to the tightest: assignment, range, binary operators, `as`,
 * prefix operators, postfix operators. What stands at the leaves is in parse_primary.c.
 *
 * Rust's statements end in expressions, so three restrictions travel along (Parser.within): at the
 * start of a statement `{ .. }`, `if`, `match` and loops are complete by themselves; in a condition
 * `{` opens the body; and `let` may stand only in conditions joined by `&&`. */
#include "litmus/rust/parse.h"

#include <string.h>

enum { PREC_OROR = 1, PREC_ANDAND = 2, PREC_COMPARE = 3 };

typedef struct Operator {
  unsigned char precedence; /* 0: not an operator */
  AstBinOp op;
} Operator;

static const Operator binary_ops[TK_COUNT] = {
#define BINARY(token, o, p) [TK_##token] = {p, AST_##o},
#include "litmus/rust/binop_token.def"
};

static const Operator compound_ops[TK_COUNT] = {
#define COMPOUND(token, o) [TK_##token] = {1, AST_##o},
#include "litmus/rust/binop_token.def"
};

AstExpr *p_new_expr(Parser *p, AstExprKind kind, Span span) {
  AstExpr *e = arena_new(p->arena, AstExpr);
  e->kind = kind;
  e->span = span;
  return e;
}

/* Does the statement end here, as in `match x { .. } * 2`? */
static bool is_complete(const Parser *p, const AstExpr *e) {
  return (p->within & IN_STMT) && is_block_like(p, e);
}

/* ---- postfix operators */

/* expr {"," expr} [","] ")" */
static void call_args(Parser *p, AstExpr *call) {
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  while (!at(p, TK_RPAREN)) {
    AstExpr *e = parse_list_elem(p);
    if (e) list_push(p, &call->args, e);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
  call->span = p_since(p, call->span);
}

/* "." index */
static AstExpr *tuple_field(Parser *p, AstExpr *base) {
  u32 len;
  const char *text = p_tok_text(p, &p->tok, &len);
  Span span = p_here(p);
  for (u32 i = 0; i < len; i++)
    if (text[i] < '0' || text[i] > '9')
      p_fail(p, span, "expected a field name or index, found `%.*s`", (int)(len < 40 ? len : 40),
             text);
  p_advance(p);
  AstExpr *e = p_new_expr(p, AST_FIELD, p_since(p, base->span));
  e->a = base;
  e->op_span = span;
  e->name = (AstSegment){.name = intern(p->in, text, len), .span = span};
  return e;
}

/* "." ("await" | index | name | name ["::" "<" args ">"] "(" args ")") */
static AstExpr *dot(Parser *p, AstExpr *base) {
  p_advance(p);
  if (at(p, TK_INT)) return tuple_field(p, base);
  if (at(p, KW_AWAIT)) {
    p_unsupported(p, p_here(p), "`.await` is");
    p_advance(p);
    return base;
  }
  if (!at(p, TK_IDENT)) p_fail_expected(p, "a field or method name");
  AstSegment name = parse_path_segment(p, PATH_EXPR);
  AstExpr *e = p_new_expr(p, at(p, TK_LPAREN) ? AST_METHOD : AST_FIELD, p_since(p, base->span));
  e->a = base;
  e->op_span = name.span;
  e->op_span.hi = name.span.lo + (u32)strlen(sym_str(p->in, name.name));
  e->name = name;
  if (e->kind == AST_METHOD)
    call_args(p, e);
  else if (name.has_args)
    p_fail_expected(p, "`(` and the arguments of the method");
  return e;
}

/* "[" expr "]" */
static AstExpr *index_expr(Parser *p, AstExpr *base) {
  Span open = p_here(p);
  p_advance(p);
  AstExpr *e = p_new_expr(p, AST_INDEX, base->span);
  e->a = base;
  e->b = parse_expr(p);
  p_close_delim(p, TK_RBRACKET, open, NULL);
  e->span = p_since(p, base->span);
  return e;
}

/* The next postfix operator applied to `base`, or NULL if there is none. */
static AstExpr *postfix_op(Parser *p, AstExpr *base) {
  if (at(p, TK_QUESTION)) {
    p_advance(p);
    AstExpr *e = p_new_expr(p, AST_TRY, p_since(p, base->span));
    e->a = base;
    return e;
  }
  if (at(p, TK_DOT)) return dot(p, base);
  if (is_complete(p, base)) return NULL;
  if (at(p, TK_LPAREN)) {
    AstExpr *e = p_new_expr(p, AST_CALL, base->span);
    e->a = base;
    call_args(p, e);
    return e;
  }
  return at(p, TK_LBRACKET) ? index_expr(p, base) : NULL;
}

/* postfix = primary {"?" | "." .. | "(" .. ")" | "[" .. "]"} */
static AstExpr *postfix(Parser *p) {
  u32 outer = p_depth_open(p);
  AstExpr *e = parse_primary(p);
  for (;;) {
    u32 left = p_depth_open(p);
    AstExpr *next = postfix_op(p, e);
    if (!next) {
      p_depth_close(p, left);
      break;
    }
    p_depth_wrap(p, left);
    e = next;
  }
  p_depth_close(p, outer);
  return e;
}

/* ---- prefix operators */

static AstExpr *unary(Parser *p);

static AstExpr *operand(Parser *p) {
  unsigned within = p->within;
  p->within &= ~(unsigned)LET_ALLOWED;
  AstExpr *e = unary(p);
  p->within = within;
  return e;
}

/* "&" ["raw" ("const" | "mut") | "mut"] unary; `&&` is two of them */
static AstExpr *borrow(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_REF, p_here(p));
  p_expect_first(p, TK_AND);
  if (p_at_word(p, "raw") && (p_peek(p, 1) == KW_CONST || p_peek(p, 1) == KW_MUT)) {
    p_advance(p);
    e->kind = AST_RAW_REF;
    e->is_mut = at(p, KW_MUT);
    p_advance(p);
  } else {
    e->is_mut = p_accept(p, KW_MUT);
  }
  e->a = operand(p);
  e->span = p_since(p, e->span);
  return e;
}

static AstExpr *prefix(Parser *p, AstUnOp op) {
  AstExpr *e = p_new_expr(p, AST_UNARY, p_here(p));
  p_advance(p);
  e->unop = op;
  e->a = operand(p);
  e->span = p_since(p, e->span);
  return e;
}

/* "let" pattern "=" scrutinee: the scrutinee binds tighter than `&&`. */
static AstExpr *binary(Parser *p, int min);
static AstExpr *let_condition(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_LET, p_here(p));
  if (!(p->within & LET_ALLOWED))
    p_fail(p, p_here(p),
           "expected an expression, found `let`: it may only stand in the condition of "
           "`if`, `while` or a match guard, joined by `&&`");
  p_advance(p);
  e->pat = parse_pattern(p);
  p_expect(p, TK_EQ);
  unsigned within = p->within;
  p->within = IN_CONDITION;
  e->a = binary(p, PREC_ANDAND + 1);
  p->within = within;
  e->span = p_since(p, e->span);
  return e;
}

/* #[..] in front of an expression */
static AstExpr *attributed(Parser *p) {
  Attrs attrs = parse_outer_attrs(p);
  if (!attrs.on && !p->off) p_fail(p, attrs.first, "an expression cannot be removed from here");
  return unary(p);
}

static AstExpr *unary_here(Parser *p) {
  switch (p->tok.kind) {
  case TK_MINUS: return prefix(p, AST_NEG);
  case TK_NOT: return prefix(p, AST_NOT);
  case TK_STAR: return prefix(p, AST_DEREF);
  case TK_AND:
  case TK_AND_AND: return borrow(p);
  case KW_LET: return let_condition(p);
  case TK_HASH: return attributed(p);
  default: return NULL;
  }
}

/* unary = ("-" | "!" | "*" | "&" ..) unary | let_condition | postfix */
static AstExpr *unary(Parser *p) {
  p_enter(p);
  AstExpr *e = unary_here(p);
  p_leave(p);
  return e ? e : postfix(p);
}

/* ---- casts */

static bool is_primitive(const char *s) {
  static const char *const names[] = {"u8",  "i8",   "u16",  "i16",  "u32",   "i32",
                                      "u64", "i64",  "u128", "i128", "usize", "isize",
                                      "f32", "char", "f64",  "bool"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i], s) == 0) return true;
  return false;
}

/* unary {"as" type} */
static AstExpr *cast(Parser *p) {
  u32 outer = p_depth_open(p);
  AstExpr *e = unary(p);
  while (at(p, KW_AS) && !is_complete(p, e)) {
    u32 left = p_depth_open(p);
    AstExpr *c = p_new_expr(p, AST_CAST, e->span);
    p_advance(p);
    if (at(p, TK_IDENT) && (p_peek(p, 1) == TK_LT || p_peek(p, 1) == TK_SHL) &&
        is_primitive(sym_str(p->in, p->tok.sym))) {
      const char *name = sym_str(p->in, p->tok.sym);
      p_advance(p);
      p_fail(p, p_here(p),
             "`<` after `as %s` begins generic arguments, it does not compare or shift; write "
             "`(.. as %s) %s ..`",
             name, name, token_kind_text(p->tok.kind));
    }
    c->a = e;
    c->ty = parse_type(p);
    c->span = p_since(p, e->span);
    p_depth_wrap(p, left);
    e = c;
  }
  p_depth_close(p, outer);
  return e;
}

/* ---- binary operators */

static bool is_comparison(const AstExpr *e) {
  return e->kind == AST_BINARY && e->binop >= AST_EQ && e->binop <= AST_GE;
}

/* `let` itself, or a chain of `&&` that has one as its last or first operand */
static bool has_let(const AstExpr *e) {
  while (e->kind == AST_BINARY && e->binop == AST_ANDAND) {
    if (e->b->kind == AST_LET) return true;
    e = e->a;
  }
  return e->kind == AST_LET;
}

static _Noreturn void fail_let_operand(Parser *p, const char *op) {
  p_fail(p, p_here(p), "a `let` condition cannot be an operand of `%s`", op);
}

/* binary(min) = cast {operator of precedence >= min, binary(precedence + 1)} */
static AstExpr *binary(Parser *p, int min) {
  u32 outer = p_depth_open(p);
  AstExpr *e = cast(p);
  for (;;) {
    Operator op = binary_ops[p->tok.kind];
    if (op.precedence == 0 || op.precedence < min || is_complete(p, e)) break;
    if (op.precedence == PREC_COMPARE && is_comparison(e))
      p_fail(p, p_here(p), "comparison operators cannot be chained");
    if (op.op != AST_ANDAND && has_let(e)) fail_let_operand(p, token_kind_text(p->tok.kind));
    AstExpr *b = p_new_expr(p, AST_BINARY, e->span);
    u32 left = p_depth_open(p);
    unsigned within = p->within;
    b->binop = op.op;
    b->op_span = p_here(p);
    b->a = e;
    p_advance(p);
    p->within &= ~(unsigned)(op.op == AST_ANDAND ? IN_STMT : IN_STMT | LET_ALLOWED);
    b->b = binary(p, op.precedence + 1);
    p->within = within;
    b->span = p_since(p, e->span);
    p_depth_wrap(p, left);
    e = b;
  }
  p_depth_close(p, outer);
  return e;
}

/* ---- ranges */

static AstExpr *range_end(Parser *p, AstExpr *range) {
  unsigned within = p->within;
  p->within &= ~(unsigned)(IN_STMT | LET_ALLOWED);
  range->inclusive = at(p, TK_DOT2_EQ);
  Span op = p_here(p);
  p_advance(p);
  bool opens_body = at(p, TK_LBRACE) && (within & IN_CONDITION);
  if (p_can_begin_expr(p) && !opens_body)
    range->b = binary(p, PREC_OROR);
  else if (range->inclusive)
    p_fail(p, op, "`..=` needs an end");
  p->within = within;
  range->span = p_since(p, range->span);
  return range;
}

static bool at_range(Parser *p) {
  if (at(p, TK_DOT3)) p_fail(p, p_here(p), "a range is written `..` or `..=`, not `...`");
  return at(p, TK_DOT2) || at(p, TK_DOT2_EQ);
}

/* range = binary [(".." | "..=") [binary]] | (".." | "..=") [binary] */
static AstExpr *range(Parser *p) {
  if (at_range(p)) return range_end(p, p_new_expr(p, AST_RANGE, p_here(p)));
  AstExpr *lo = binary(p, PREC_OROR);
  if (is_complete(p, lo) || !at_range(p)) return lo;
  if (has_let(lo)) fail_let_operand(p, token_kind_text(p->tok.kind));
  AstExpr *e = p_new_expr(p, AST_RANGE, lo->span);
  e->a = lo;
  return range_end(p, e);
}

/* ---- assignment */

/* assignment = range [("=" | "+=" | ..) assignment] */
static AstExpr *assignment(Parser *p) {
  AstExpr *place = range(p);
  Operator op = compound_ops[p->tok.kind];
  if ((!at(p, TK_EQ) && !op.precedence) || is_complete(p, place)) return place;
  if (has_let(place)) fail_let_operand(p, token_kind_text(p->tok.kind));
  AstExpr *e = p_new_expr(p, at(p, TK_EQ) ? AST_ASSIGN : AST_ASSIGN_OP, place->span);
  unsigned within = p->within;
  e->binop = op.op;
  e->op_span = p_here(p);
  e->a = place;
  p_advance(p);
  p->within &= ~(unsigned)(IN_STMT | LET_ALLOWED);
  p_enter(p);
  e->b = assignment(p);
  p_leave(p);
  p->within = within;
  if (e->kind == AST_ASSIGN && p_is_pattern_place(p, place))
    return p_pattern_assignment(p, place, e->b);
  e->span = p_since(p, place->span);
  return e;
}

/* ---- entry points */

AstExpr *parse_expr_within(Parser *p, unsigned within) {
  unsigned outer = p->within;
  p->within = within;
  AstExpr *e = assignment(p);
  p->within = outer;
  return e;
}

AstExpr *parse_expr(Parser *p) {
  p_enter(p);
  AstExpr *e = parse_expr_within(p, 0);
  p_leave(p);
  return e;
}

AstExpr *parse_list_elem(Parser *p) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  AstExpr *e = parse_expr(p);
  cfg_end(p, &attrs);
  return attrs.on ? e : NULL;
}
