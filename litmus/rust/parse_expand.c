/* Calls of the program's own macros, read in the place where they stand, and the fragments that an
 * expansion is made of. */
#include "litmus/rust/macro_rules.h"

#include <string.h>

/* ---- finding */

static bool is_root(const char *s) {
  return strcmp(s, "std") == 0 || strcmp(s, "core") == 0 || strcmp(s, "alloc") == 0;
}

static const MacroDef *last_named(const MacroDef *const *at, u32 n, Sym name) {
  while (n-- > 0)
    if (at[n]->name == name) return at[n];
  return NULL;
}

/* A macro that a `use` names, or that is exported, may be called where it is not in textual scope.
 */
static const MacroDef *by_path(const Parser *p, Sym name) {
  const MacroDef *m = last_named(p->all_macros.at, p->all_macros.n, name);
  if (!m || m->exported) return m;
  for (u32 i = 0; i < p->used_macros.n; i++)
    if (p->used_macros.at[i] == name) return m;
  return NULL;
}

static const MacroDef *find(const Parser *p, Sym first, Sym last, bool single) {
  if (p->off) return NULL;
  if (!single) return is_root(sym_str(p->in, first)) ? NULL : by_path(p, last);
  const MacroDef *m = last_named(p->macros.at, p->macros.n, last);
  return m ? m : by_path(p, last);
}

const MacroDef *p_find_macro(Parser *p, const AstPath *path) {
  if (path->self_ty || path->seg.n == 0) return NULL;
  Sym last = path->seg.at[path->seg.n - 1].name;
  return find(p, path->seg.at[0].name, last, path->seg.n == 1 && !path->global);
}

bool p_knows_macro(const Parser *p, const AstPath *path) {
  Sym last = path->seg.at[path->seg.n - 1].name;
  return !p->off && last_named(p->all_macros.at, p->all_macros.n, last);
}

const MacroDef *p_at_macro(Parser *p) {
  const Token *t = &p->tokens->tok.at[p->pos];
  u32 i = 0;
  Sym last = 0;
  for (;; i += 2) { /* a segment and what follows it */
    TokenKind k = t[i].kind;
    if (k != TK_IDENT && k != KW_CRATE && k != KW_SELF && k != KW_SUPER) return NULL;
    last = t[i].sym;
    if (t[i + 1].kind != TK_COLON2) break;
  }
  if (t[i + 1].kind != TK_NOT || !macro_opens(t[i + 2].kind)) return NULL;
  return find(p, t->sym, last, i == 0);
}

/* ---- reading what a call expands to */

/* At the opening delimiter: the parser stands at the first token of the expansion. */
static Stream begin(Parser *p, const MacroDef *m, Span call) {
  if (++p->macro_depth > MACRO_MAX_DEPTH)
    p_fail(p, span_root(p->sources, call), "recursion limit (%d) reached while expanding `%.40s!`",
           MACRO_MAX_DEPTH, sym_str(p->in, m->name));
  u32 close = p_matching_close(p);
  const Tokens *t = macro_expand(p, m, call, p->pos + 1, close);
  p_jump_to(p, close);
  p_advance(p);
  return stream_open(p, t, 0);
}

static void end(Parser *p, const MacroDef *m, Stream outer, const char *what) {
  if (!at(p, TK_EOF))
    p_fail(p, p_here(p), "the expansion of `%.40s!` goes on behind the %s that is expected here",
           sym_str(p->in, m->name), what);
  stream_close(p, outer);
  p->macro_depth--;
}

/* A node whose parts are not to be mistaken for those of the expression around it. */
static AstExpr *closed(Parser *p, AstExpr *e) {
  switch (e->kind) {
  case AST_INT:
  case AST_FLOAT:
  case AST_BOOL:
  case AST_CHAR:
  case AST_BYTE:
  case AST_STR:
  case AST_BYTE_STR:
  case AST_PATH: return e;
  default: break;
  }
  AstExpr *paren = p_new_expr(p, AST_PAREN, e->span);
  paren->a = e;
  return paren;
}

AstExpr *parse_expanded_expr(Parser *p, const MacroDef *m, Span call) {
  Stream outer = begin(p, m, call);
  AstExpr *e = parse_expr(p);
  p_accept(p, TK_SEMI);
  end(p, m, outer, "expression");
  return closed(p, e);
}

AstPat *parse_expanded_pat(Parser *p, const MacroDef *m, Span call) {
  Stream outer = begin(p, m, call);
  AstPat *pat = parse_pattern(p);
  end(p, m, outer, "pattern");
  return pat;
}

AstType *parse_expanded_type(Parser *p, const MacroDef *m, Span call) {
  Stream outer = begin(p, m, call);
  AstType *t = parse_type(p);
  end(p, m, outer, "type");
  return t;
}

AstItem *parse_expanded_items(Parser *p, const MacroDef *m, Span call, ItemPlace place) {
  Stream outer = begin(p, m, call);
  AstItem *all = p_new_item(p, AST_ITEM_EXPANSION, call);
  while (!at(p, TK_EOF)) {
    Attrs attrs = parse_outer_attrs(p);
    AstItem *it = parse_item(p, place, &attrs);
    p_push_items(p, &all->items, it);
  }
  end(p, m, outer, "items");
  return all;
}

/* Behind the closing delimiter of a call in a statement's place: is it the statement? */
static bool is_whole_statement(const Parser *p, u32 close) {
  TokenKind next = p->tokens->tok.at[close + 1].kind;
  if (p->tokens->tok.at[close].kind == TK_RBRACE) return next != TK_DOT && next != TK_QUESTION;
  return next == TK_SEMI || next == TK_EOF; /* the end of an expansion */
}

bool parse_expanded_stmts(Parser *p, const MacroDef *m, AstBlock *b) {
  u32 start = p->pos;
  Span call = p_here(p);
  while (!macro_opens(p->tok.kind)) p_advance(p);
  call = p_since(p, call);
  if (!is_whole_statement(p, p_matching_close(p))) {
    p_jump_to(p, start);
    return false;
  }
  Stream outer = begin(p, m, call);
  u32 before = b->stmts.n;
  while (!at(p, TK_EOF)) {
    if (at(p, TK_RBRACE)) p_fail_expected(p, "a statement");
    parse_statement(p, b);
  }
  end(p, m, outer, "statements");
  bool last_is_value = b->stmts.n > before && b->stmts.at[b->stmts.n - 1].kind == AST_STMT_EXPR;
  if (p_accept(p, TK_SEMI) && last_is_value) b->stmts.at[b->stmts.n - 1].kind = AST_STMT_SEMI;
  return true;
}

/* ---- fragments */

static Stream begin_fragment(Parser *p) {
  const MacroFragment *f = &p->frags.at[p->tok.lit];
  p->macro_tokens += f->n; /* each use is read anew */
  if (p->macro_tokens > MACRO_MAX_TOKENS)
    p_fail(p, span_root(p->sources, p_here(p)),
           "the expansions of macros are more than %d tokens long", MACRO_MAX_TOKENS);
  p_enter(p);
  p->macro_depth++;
  return stream_open(p, stream_of(p, f->at, f->n, p_here(p)), 0);
}

static void end_fragment(Parser *p, Stream outer) {
  if (!at(p, TK_EOF)) p_fail_expected(p, "the end of a macro's fragment");
  stream_close(p, outer);
  p->macro_depth--;
  p_leave(p);
  p_advance(p);
}

/* Where nothing is kept, a fragment is just one token. */
static bool skip_fragment(Parser *p) {
  if (!p->off) return false;
  p_advance(p);
  return true;
}

AstExpr *parse_fragment_expr(Parser *p) {
  Span span = p_here(p);
  if (skip_fragment(p)) return p_new_expr(p, AST_TUPLE, span);
  Stream outer = begin_fragment(p);
  AstExpr *e = parse_expr(p);
  end_fragment(p, outer);
  return closed(p, e);
}

AstExpr *parse_fragment_literal(Parser *p) {
  Span span = p_here(p);
  if (skip_fragment(p)) return p_new_expr(p, AST_INT, span);
  Stream outer = begin_fragment(p);
  AstExpr *e = at_path(p) ? p_path_expr(p, parse_path(p, PATH_EXPR)) : parse_signed_literal(p);
  end_fragment(p, outer);
  return e;
}

AstPat *parse_fragment_pat(Parser *p) {
  Span span = p_here(p);
  if (skip_fragment(p)) return p_new_pat(p, AST_PAT_WILD, span);
  Stream outer = begin_fragment(p);
  AstPat *pat = parse_pattern(p);
  end_fragment(p, outer);
  return pat;
}

AstType *parse_fragment_type(Parser *p) {
  Span span = p_here(p);
  if (skip_fragment(p)) return p_new_type(p, AST_TY_INFER, span);
  Stream outer = begin_fragment(p);
  AstType *t = parse_type(p);
  end_fragment(p, outer);
  return t;
}

void parse_fragment_path(Parser *p, PathStyle style, AstPath *out) {
  if (at(p, TK_FRAG_TY)) {
    if (p_peek(p, 1) != TK_COLON2) p_fail_expected(p, style == PATH_TYPE ? "a type" : "a path");
    out->self_ty = parse_fragment_type(p);
    return;
  }
  AstSegment any = {.name = p_sym_of(p, "_"), .span = p_here(p)};
  if (skip_fragment(p)) {
    list_push(p, &out->seg, any);
    return;
  }
  Stream outer = begin_fragment(p);
  *out = *parse_path(p, PATH_TYPE);
  end_fragment(p, outer);
}

/* ---- definitions */

static bool has_attr(const Parser *p, const Attrs *attrs, const char *name) {
  for (u32 i = 0; i < attrs->list.n; i++)
    if (strcmp(sym_str(p->in, attrs->list.at[i].name), name) == 0) return true;
  return false;
}

void parse_macro_rules(Parser *p, AstItem *it, const Attrs *attrs) {
  p_advance(p);
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a macro");
  if (!macro_opens(p->tok.kind)) p_fail_expected(p, "`(`, `[` or `{`");
  bool braces = at(p, TK_LBRACE);
  u32 from = p->pos + 1, close = p_matching_close(p);
  story_mark_used(p, from, close);
  if (!p->off) {
    MacroDef *m = macro_define(p, it->name, it->name_span, from, close);
    m->exported = has_attr(p, attrs, "macro_export");
    it->macro_number = m->number;
    list_push(p, &p->macros, m);
    list_push(p, &p->all_macros, m);
  }
  p_jump_to(p, close);
  p_advance(p);
  if (!braces && !(at(p, TK_EOF) && p->macro_depth > 0)) p_expect(p, TK_SEMI);
}
