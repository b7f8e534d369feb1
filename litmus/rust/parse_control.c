/* Expressions with control flow: conditions, matches, loops, jumps, blocks, closures. */
#include "litmus/rust/parse.h"

AstExpr *p_block_expr(Parser *p, AstBlock *block) {
  AstExpr *e = p_new_expr(p, AST_BLOCK, block->span);
  e->block = block;
  return e;
}

static AstExpr *block_as_expr(Parser *p) { return p_block_expr(p, parse_block(p)); }

static AstExpr *condition(Parser *p) {
  p_enter(p);
  AstExpr *e = parse_expr_within(p, IN_CONDITION | LET_ALLOWED);
  p_leave(p);
  return e;
}

/* An expression before a body: no struct literal. */
static AstExpr *head(Parser *p) {
  p_enter(p);
  AstExpr *e = parse_expr_within(p, IN_CONDITION);
  p_leave(p);
  return e;
}

/* "if" condition block ["else" (if | block)] */
static AstExpr *if_expr(Parser *p) {
  p_enter(p);
  AstExpr *e = p_new_expr(p, AST_IF, p_here(p));
  p_advance(p);
  e->a = condition(p);
  e->b = block_as_expr(p);
  if (p_accept(p, KW_ELSE)) {
    if (!at(p, KW_IF) && !at(p, TK_LBRACE)) p_fail_expected(p, "`if` or `{`");
    e->c = at(p, KW_IF) ? if_expr(p) : block_as_expr(p);
  }
  e->span = p_since(p, e->span);
  p_leave(p);
  return e;
}

/* pattern ["if" condition] "=>" expr; a comma follows unless the body is a block or the last */
static AstArm match_arm(Parser *p) {
  AstArm arm = {0};
  arm.pat = parse_pattern(p);
  if (p_accept(p, KW_IF)) {
    p_enter(p);
    arm.guard = parse_expr_within(p, LET_ALLOWED);
    p_leave(p);
  }
  p_expect(p, TK_FAT_ARROW);
  p_enter(p);
  arm.body = parse_expr_within(p, IN_STMT);
  p_leave(p);
  return arm;
}

/* "match" head "{" {arm} "}" */
static AstExpr *match_expr(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_MATCH, p_here(p));
  p_advance(p);
  e->a = head(p);
  Span open = p_here(p);
  p_expect(p, TK_LBRACE);
  Attrs ignored = {.on = true};
  parse_inner_attrs(p, &ignored);
  while (!at(p, TK_RBRACE)) {
    Attrs attrs = parse_outer_attrs(p);
    cfg_begin(p, &attrs);
    AstArm arm = match_arm(p);
    cfg_end(p, &attrs);
    if (attrs.on) list_push(p, &e->arms, arm);
    if (!p_accept(p, TK_COMMA) && !is_block_like(p, arm.body)) break;
  }
  p_close_delim(p, TK_RBRACE, open, "`,`");
  e->span = p_since(p, e->span);
  return e;
}

/* "while" condition block */
static AstExpr *while_expr(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_WHILE, p_here(p));
  p_advance(p);
  e->a = condition(p);
  e->b = block_as_expr(p);
  return e;
}

/* "loop" block */
static AstExpr *loop_expr(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_LOOP, p_here(p));
  p_advance(p);
  e->a = block_as_expr(p);
  return e;
}

/* "for" pattern "in" head block */
static AstExpr *for_expr(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_FOR, p_here(p));
  p_advance(p);
  e->pat = parse_pattern(p);
  p_expect(p, KW_IN);
  e->a = head(p);
  e->b = block_as_expr(p);
  return e;
}

/* "async" ["move"] block: refused; its block stands for it */
static AstExpr *async_block(Parser *p) {
  Span start = p_here(p);
  p_advance(p);
  p_accept(p, KW_MOVE);
  if (!at(p, TK_LBRACE)) p_fail_expected(p, "`{`");
  AstExpr *e = block_as_expr(p);
  p_unsupported(p, start, "an `async` block is");
  return e;
}

/* ("unsafe" | "const") block */
static AstExpr *marked_block(Parser *p) {
  Span start = p_here(p);
  bool is_unsafe = at(p, KW_UNSAFE);
  p_advance(p);
  AstExpr *e = block_as_expr(p);
  e->block->is_unsafe = is_unsafe;
  e->block->is_const = !is_unsafe;
  e->span = e->block->span = p_since(p, start);
  return e;
}

static AstExpr *unlabelled(Parser *p) {
  switch (p->tok.kind) {
  case KW_IF: return if_expr(p);
  case KW_MATCH: return match_expr(p);
  case KW_WHILE: return while_expr(p);
  case KW_LOOP: return loop_expr(p);
  case KW_FOR: return for_expr(p);
  case KW_ASYNC: return async_block(p);
  case TK_LBRACE: return block_as_expr(p);
  default: return marked_block(p);
  }
}

bool p_at_control(const Parser *p) {
  switch (p->tok.kind) {
  case KW_IF:
  case KW_MATCH:
  case KW_WHILE:
  case KW_LOOP:
  case KW_FOR:
  case KW_ASYNC:
  case KW_UNSAFE:
  case TK_LBRACE:
  case TK_LIFETIME: return true;
  case KW_CONST: return p_peek(p, 1) == TK_LBRACE;
  default: return false;
  }
}

/* control = [label ":"] (if | match | while | loop | for | block) | ("unsafe" | "const") block */
AstExpr *parse_control(Parser *p) {
  Span start = p_here(p);
  Sym label = 0;
  u16 label_ctx = p->tok.ctx;
  if (at(p, TK_LIFETIME)) {
    label = p->tok.sym;
    p_advance(p);
    p_expect(p, TK_COLON);
    if (!at(p, KW_WHILE) && !at(p, KW_LOOP) && !at(p, KW_FOR) && !at(p, TK_LBRACE))
      p_fail_expected(p, "a loop or a block behind its label");
  }
  AstExpr *e = unlabelled(p);
  e->label = label;
  e->label_ctx = label_ctx;
  e->span = p_since(p, start);
  return p_mark_block_like(p, e);
}

/* "break" [label] [expr] | "continue" [label] | "return" [expr] */
AstExpr *parse_jump(Parser *p) {
  TokenKind k = p->tok.kind;
  AstExpr *e = p_new_expr(p,
                          k == KW_BREAK      ? AST_BREAK
                          : k == KW_CONTINUE ? AST_CONTINUE
                                             : AST_RETURN,
                          p_here(p));
  p_advance(p);
  if (k != KW_RETURN && at(p, TK_LIFETIME) && p_peek(p, 1) != TK_COLON) {
    e->label = p->tok.sym;
    e->label_ctx = p->tok.ctx;
    p_advance(p);
  }
  unsigned within = p->within & IN_CONDITION;
  bool opens_body = at(p, TK_LBRACE) && within;
  if (k != KW_CONTINUE && p_can_begin_expr(p) && !opens_body) {
    p_enter(p);
    e->a = parse_expr_within(p, within);
    p_leave(p);
  }
  e->span = p_since(p, e->span);
  return e;
}

/* pattern [":" type] */
static void closure_param(Parser *p, AstExpr *e) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  AstParam param = {.pat = parse_pattern_no_top_alt(p)};
  if (p_accept(p, TK_COLON)) param.ty = parse_type(p);
  cfg_end(p, &attrs);
  if (attrs.on) list_push(p, &e->params, param);
}

/* ["static"] ["move"] "|" params "|" (expr | "->" type block) */
AstExpr *parse_closure(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_CLOSURE, p_here(p));
  p_accept(p, KW_STATIC);
  e->is_move = p_accept(p, KW_MOVE);
  p_expect_first(p, TK_OR);
  while (!p_at_first(p, TK_OR)) {
    closure_param(p, e);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_expect_first(p, TK_OR);
  if (p_accept(p, TK_ARROW)) {
    e->ty = parse_type(p);
    if (!at(p, TK_LBRACE)) p_fail_expected(p, "`{`");
    e->a = block_as_expr(p);
  } else {
    p_enter(p);
    e->a = parse_expr_within(p, p->within & IN_CONDITION);
    p_leave(p);
  }
  e->span = p_since(p, e->span);
  return e;
}
