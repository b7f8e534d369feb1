/* The leaves of expressions: literals, parentheses, arrays, paths, struct literals. */
#include "litmus/rust/parse.h"

#include <string.h>

AstExpr *p_path_expr(Parser *p, AstPath *path) {
  AstExpr *e = p_new_expr(p, AST_PATH, path->span);
  e->path = path;
  return e;
}

AstExpr *p_name_expr(Parser *p, Span span, Sym name) {
  return p_path_expr(p, p_path_of_sym(p, span, name));
}

AstExpr *p_mark_block_like(Parser *p, AstExpr *e) { return p->block_like = e; }

/* ---- literals */

bool p_begins_literal(TokenKind k) {
  return (k >= TK_INT && k <= TK_C_STR) || k == TK_MINUS || k == KW_TRUE || k == KW_FALSE;
}

/* Macros may use others in their arguments, so the lexer lets them pass. */
static bool is_int_suffix(const char *s) {
  static const char *const suffixes[] = {"",    "u8",  "i8",   "u16",  "i16",   "u32",  "i32",
                                         "u64", "i64", "u128", "i128", "usize", "isize"};
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    if (strcmp(suffixes[i], s) == 0) return true;
  return false;
}

AstExpr *parse_literal(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_INT, p_here(p));
  const Literal *l = p->tokens->lit.len ? &p->tokens->lit.at[p->tok.lit] : NULL;
  switch (p->tok.kind) {
  case TK_INT:
    e->value = l->value;
    e->suffix = p->tok.sym;
    if (!is_int_suffix(sym_str(p->in, e->suffix)))
      p_fail(p, p_here(p), "`%.40s` is not a suffix of integer literals",
             sym_str(p->in, e->suffix));
    break;
  case TK_FLOAT: {
    const char *suffix = sym_str(p->in, p->tok.sym);
    e->kind = AST_FLOAT;
    e->text = l->text;
    e->len = l->len;
    e->suffix = p->tok.sym;
    if (!strcmp(suffix, "f16") || !strcmp(suffix, "f128"))
      p_unsupported(p, p_here(p), "literals of type `%s` are", suffix);
    break;
  }
  case TK_CHAR:
  case TK_BYTE:
    e->kind = at(p, TK_CHAR) ? AST_CHAR : AST_BYTE;
    e->value = l->value;
    break;
  case TK_C_STR: p_unsupported(p, p_here(p), "C string literals are"); /* fall through */
  case TK_STR:
  case TK_BYTE_STR:
    e->kind = at(p, TK_STR) ? AST_STR : AST_BYTE_STR;
    e->text = l->text;
    e->len = l->len;
    break;
  case KW_TRUE:
  case KW_FALSE:
    e->kind = AST_BOOL;
    e->value = at(p, KW_TRUE);
    break;
  default: return NULL;
  }
  p_advance(p);
  return e;
}

/* ["-"] literal */
AstExpr *parse_signed_literal(Parser *p) {
  if (at(p, TK_FRAG_EXPR)) return parse_fragment_literal(p);
  Span start = p_here(p);
  bool negative = p_accept(p, TK_MINUS);
  if (negative && !at(p, TK_INT) && !at(p, TK_FLOAT)) p_fail_expected(p, "a number");
  AstExpr *e = parse_literal(p);
  if (!e) p_fail_expected(p, "a literal");
  if (!negative) return e;
  AstExpr *neg = p_new_expr(p, AST_UNARY, p_since(p, start));
  neg->unop = AST_NEG;
  neg->a = e;
  return neg;
}

/* ---- delimited */

/* "(" ")" | "(" expr ")" | "(" expr "," {expr ","} [expr] ")" */
static AstExpr *paren(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_TUPLE, p_here(p));
  Span open = p_here(p);
  bool comma = false;
  p_advance(p);
  while (!at(p, TK_RPAREN)) {
    AstExpr *elem = parse_list_elem(p);
    if (elem) list_push(p, &e->args, elem);
    comma = p_accept(p, TK_COMMA);
    if (!comma) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
  e->span = p_since(p, open);
  if (e->args.n == 1 && !comma) {
    e->kind = AST_PAREN;
    e->a = e->args.at[0];
    e->args.n = 0;
  }
  return e;
}

/* "[" [expr {"," expr} [","]] "]" | "[" expr ";" expr "]" */
static AstExpr *array(Parser *p) {
  AstExpr *e = p_new_expr(p, AST_ARRAY, p_here(p));
  Span open = p_here(p);
  p_advance(p);
  while (!at(p, TK_RBRACKET)) {
    AstExpr *elem = parse_list_elem(p);
    if (elem && e->args.n == 0 && p_accept(p, TK_SEMI)) {
      e->kind = AST_REPEAT;
      e->a = elem;
      e->b = parse_expr(p);
      break;
    }
    if (elem) list_push(p, &e->args, elem);
    if (!p_accept(p, TK_COMMA)) break;
  }
  const char *instead = e->kind == AST_REPEAT ? NULL : e->args.n == 1 ? "`,`, `;`" : "`,`";
  p_close_delim(p, TK_RBRACKET, open, instead);
  e->span = p_since(p, open);
  return e;
}

/* ---- paths */

/* (name | index) ":" expr | name */
static AstFieldInit field_init(Parser *p) {
  AstFieldInit f = {.span = p_here(p)};
  bool shorthand = at(p, TK_IDENT) && p_peek(p, 1) != TK_COLON;
  if (at(p, TK_INT)) {
    u32 len;
    const char *text = p_tok_text(p, &p->tok, &len);
    f.name = intern(p->in, text, len);
    p_advance(p);
  } else {
    f.name = p_ident(p, "a field");
  }
  if (shorthand) {
    f.value = p_name_expr(p, f.span, f.name);
  } else {
    p_expect(p, TK_COLON);
    f.value = parse_expr(p);
  }
  f.span = p_since(p, f.span);
  return f;
}

/* path "{" {field_init ","} [".." [expr]] "}" */
static AstExpr *struct_literal(Parser *p, AstPath *name) {
  AstExpr *e = p_new_expr(p, AST_STRUCT, name->span);
  Span open = p_here(p);
  e->path = name;
  p_advance(p);
  while (!at(p, TK_RBRACE) && !at(p, TK_DOT2)) {
    Attrs attrs = parse_outer_attrs(p);
    cfg_begin(p, &attrs);
    AstFieldInit f = field_init(p);
    cfg_end(p, &attrs);
    if (attrs.on) list_push(p, &e->fields, f);
    if (!p_accept(p, TK_COMMA)) break;
  }
  Span dots = p_here(p);
  if (p_accept(p, TK_DOT2)) e->a = at(p, TK_RBRACE) ? p_struct_rest(p, dots) : parse_expr(p);
  p_close_delim(p, TK_RBRACE, open, e->a ? NULL : "`,`");
  e->span = p_since(p, name->span);
  return e;
}

/* In a condition `{` opens the body; but a body cannot begin with `name:` or `name,`. */
static void check_no_struct(Parser *p, const AstPath *name) {
  TokenKind behind = p_peek(p, 2);
  if (at(p, TK_LBRACE) && p_peek(p, 1) == TK_IDENT && (behind == TK_COLON || behind == TK_COMMA))
    p_fail(p, name->span, "a struct literal here must be in parentheses");
}

/* path | path "{" fields "}" | path "!" macro arguments */
static AstExpr *path_or_more(Parser *p) {
  AstPath *name = parse_path(p, PATH_EXPR);
  if (at(p, TK_NOT)) {
    bool braces;
    AstExpr *e = parse_macro_call(p, name, &braces);
    return braces ? p_mark_block_like(p, e) : e;
  }
  if (p->within & IN_CONDITION)
    check_no_struct(p, name);
  else if (at(p, TK_LBRACE))
    return struct_literal(p, name);
  return p_path_expr(p, name);
}

/* ---- what can begin an expression */

bool p_can_begin_expr(const Parser *p) {
  switch (p->tok.kind) {
  case TK_FRAG_EXPR:
  case TK_LIFETIME:
  case TK_LPAREN:
  case TK_LBRACKET:
  case TK_LBRACE:
  case TK_NOT:
  case TK_STAR:
  case TK_AND:
  case TK_AND_AND:
  case TK_OR:
  case TK_OR_OR:
  case TK_DOT2:
  case TK_DOT2_EQ:
  case TK_HASH:
  case KW_ASYNC:
  case KW_BREAK:
  case KW_CONST:
  case KW_CONTINUE:
  case KW_FOR:
  case KW_IF:
  case KW_LET:
  case KW_LOOP:
  case KW_MATCH:
  case KW_MOVE:
  case KW_RETURN:
  case KW_STATIC:
  case KW_UNSAFE:
  case KW_WHILE: return true;
  default: return p_begins_literal(p->tok.kind) || at_path(p);
  }
}

/* primary = literal | path .. | "(" .. ")" | "[" .. "]" | control | jump | closure */
AstExpr *parse_primary(Parser *p) {
  if (p_at_control(p)) return parse_control(p);
  switch (p->tok.kind) {
  case TK_LPAREN: return paren(p);
  case TK_LBRACKET: return array(p);
  case TK_UNDERSCORE: return parse_underscore(p);
  case TK_FRAG_EXPR: return parse_fragment_expr(p);
  case TK_OR:
  case TK_OR_OR:
  case KW_MOVE:
  case KW_STATIC: return parse_closure(p);
  case KW_BREAK:
  case KW_CONTINUE:
  case KW_RETURN: return parse_jump(p);
  default: break;
  }
  if (at_path(p)) return path_or_more(p);
  AstExpr *e = parse_literal(p);
  if (!e) p_fail_expected(p, "an expression");
  return e;
}
