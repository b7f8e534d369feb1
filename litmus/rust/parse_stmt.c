/* Blocks and statements. The value of a block is its last expression without semicolon, counted
 * after #[cfg] has taken away what it switches off. */
#include "litmus/rust/parse.h"

/* "let" pattern [":" type] ["=" expr ["else" block]] */
AstStmt parse_let(Parser *p) {
  AstStmt s = {.kind = AST_STMT_LET, .span = p_here(p)};
  p_advance(p);
  s.pat = parse_pattern_no_top_alt(p);
  if (p_accept(p, TK_COLON)) s.ty = parse_type(p);
  if (p_accept(p, TK_EQ)) {
    s.expr = parse_expr(p);
    if (p_accept(p, KW_ELSE)) s.els = parse_block(p);
  }
  s.span = p_since(p, s.span);
  return s;
}

/* let ";": the last one of a macro's expansion may lack it. */
static AstStmt let_stmt(Parser *p) {
  AstStmt s = parse_let(p);
  if (at(p, TK_EOF) && p->macro_depth > 0) return s;
  if (!at(p, TK_SEMI)) p_fail_expected(p, s.expr ? "`;`" : s.ty ? "`=` or `;`" : "`:`, `=` or `;`");
  p_advance(p);
  s.span = p_since(p, s.span);
  return s;
}

/* In Rust an attribute belongs to the first operand, so it cannot switch off the whole of these. */
static void check_attributed(Parser *p, const AstExpr *e, const Attrs *attrs) {
  switch (e->kind) {
  case AST_ASSIGN:
  case AST_ASSIGN_OP:
  case AST_BINARY:
  case AST_CAST:
  case AST_RANGE:
    p_report(p, attrs->first,
             "an attribute here would belong to the first operand only; put the statement into a "
             "block");
    break;
  default: break;
  }
}

/* expr ";" | block-like expr | expr before the closing brace */
static AstStmt expr_stmt(Parser *p, const Attrs *attrs) {
  AstStmt s = {.kind = AST_STMT_EXPR, .span = p_here(p)};
  s.expr = parse_expr_within(p, IN_STMT);
  if (attrs->any) check_attributed(p, s.expr, attrs);
  if (p_accept(p, TK_SEMI))
    s.kind = AST_STMT_SEMI;
  else if (!at(p, TK_RBRACE) && !(at(p, TK_EOF) && p->macro_depth > 0) && !is_block_like(p, s.expr))
    p_fail_expected(p, at(p, TK_EOF) ? "`}`" : "`;` or `}`");
  s.span = p_since(p, s.span);
  return s;
}

/* The item, if it is one to keep. */
static bool item_stmt(Parser *p, Attrs *attrs, AstStmt *out) {
  *out = (AstStmt){.kind = AST_STMT_ITEM, .span = p_here(p)};
  out->item = parse_item(p, PLACE_MODULE, attrs);
  out->span = p_since(p, out->span);
  return out->item != NULL;
}

/* statement = ";" | {attribute} (let | item | expr_stmt) */
void parse_statement(Parser *p, AstBlock *b) {
  if (p_accept(p, TK_SEMI)) return;
  Attrs attrs = parse_outer_attrs(p);
  AstStmt s;
  bool keep = true;
  u32 noted = p->pattern_only.n;
  cfg_begin(p, &attrs);
  bool was_on = attrs.on;
  const MacroDef *m = p_at_macro(p);
  if (m && parse_expanded_stmts(p, m, b)) {
    cfg_end(p, &attrs);
    return;
  }
  if (at(p, KW_LET)) {
    s = let_stmt(p);
  } else if (p_at_item(p)) {
    keep = item_stmt(p, &attrs, &s);
  } else {
    s = expr_stmt(p, &attrs);
  }
  p_check_pattern_only(p, noted);
  p->off -= !was_on;
  if (keep && attrs.on) list_push(p, &b->stmts, s);
}

/* block = "{" {inner attribute} {statement} [expr] "}" */
AstBlock *parse_body_block(Parser *p, Attrs *attrs) {
  AstBlock *b = arena_new(p->arena, AstBlock);
  Span open = p_here(p);
  p_enter(p);
  p_expect(p, TK_LBRACE);
  bool was_on = attrs->on;
  parse_inner_attrs(p, attrs);
  bool off = was_on && !attrs->on;
  p->off += off;
  u32 macros = p->macros.n;
  while (!at(p, TK_RBRACE) && !at(p, TK_EOF)) parse_statement(p, b);
  p->macros.n = macros;
  p->off -= off;
  p_close_delim(p, TK_RBRACE, open, NULL);
  p_leave(p);
  b->span = p_since(p, open);
  if (b->stmts.n > 0 && b->stmts.at[b->stmts.n - 1].kind == AST_STMT_EXPR)
    b->tail = b->stmts.at[--b->stmts.n].expr;
  return b;
}

AstBlock *parse_block(Parser *p) {
  Attrs attrs = {.on = true};
  AstBlock *b = parse_body_block(p, &attrs);
  if (!attrs.on) p_report(p, attrs.first, "a block cannot be switched off from inside");
  return b;
}
