/* Patterns. A bare name is an IDENT pattern here; whether it binds or names a constant is for name
 * resolution to say. */
#include "litmus/rust/parse.h"

AstPat *p_new_pat(Parser *p, AstPatKind kind, Span span) {
  AstPat *pat = arena_new(p->arena, AstPat);
  pat->kind = kind;
  pat->span = span;
  return pat;
}

AstPat *p_ident_pat(Parser *p, Span span, Sym name) {
  AstPat *pat = p_new_pat(p, AST_PAT_IDENT, span);
  pat->name = name;
  pat->ctx = span.ctx;
  return pat;
}

/* ---- literals and ranges */

static bool at_range(const Parser *p) {
  return at(p, TK_DOT2) || at(p, TK_DOT2_EQ) || at(p, TK_DOT3);
}

static bool begins_range_end(TokenKind k) {
  return p_begins_literal(k) || k == TK_FRAG_EXPR || p_begins_path(k);
}

/* range_end = literal | path */
static AstExpr *range_end(Parser *p) {
  return at_path(p) ? p_path_expr(p, parse_path(p, PATH_EXPR)) : parse_signed_literal(p);
}

/* lo .. | lo ..= hi | lo .. hi | ..= hi, behind `lo` (NULL if open) */
static AstPat *range_pat(Parser *p, Span start, AstExpr *lo) {
  AstPat *pat = p_new_pat(p, AST_PAT_RANGE, start);
  if (at(p, TK_DOT3))
    p_fail(p, p_here(p), "`...` in patterns is written `..=` since the 2021 edition");
  Span op = p_here(p);
  pat->inclusive = at(p, TK_DOT2_EQ);
  p_advance(p);
  pat->lo = lo;
  if (begins_range_end(p->tok.kind)) pat->hi = range_end(p);
  if (pat->inclusive && !pat->hi) p_fail(p, op, "`..=` needs an end");
  pat->span = p_since(p, start);
  return pat;
}

static AstPat *literal_pat(Parser *p) {
  Span start = p_here(p);
  AstExpr *e = parse_signed_literal(p);
  if (at_range(p)) return range_pat(p, start, e);
  AstPat *pat = p_new_pat(p, AST_PAT_LIT, p_since(p, start));
  pat->lo = e;
  return pat;
}

/* `..` alone, or the start of a range */
static AstPat *rest_pat(Parser *p) {
  Span start = p_here(p);
  if (!at(p, TK_DOT2) || begins_range_end(p_peek(p, 1))) return range_pat(p, start, NULL);
  p_advance(p);
  return p_new_pat(p, AST_PAT_REST, start);
}

/* ---- bindings */

/* ["ref"] ["mut"] name ["@" pattern] */
static AstPat *binding_pat(Parser *p) {
  AstPat *pat = p_new_pat(p, AST_PAT_IDENT, p_here(p));
  pat->by_ref = p_accept(p, KW_REF);
  pat->is_mut = p_accept(p, KW_MUT);
  if (at(p, KW_SELF))
    p_fail(p, p_here(p), "`self` is only allowed as the first parameter of an associated function");
  pat->ctx = p->tok.ctx;
  pat->name = p_ident(p, "a name");
  if (p_accept(p, TK_AT)) pat->sub = parse_pattern_no_top_alt(p);
  pat->span = p_since(p, pat->span);
  return pat;
}

/* ---- lists */

/* pattern {"," pattern} [","] up to `close`; says whether the last comma was there */
static bool pat_list(Parser *p, AstPat *out, TokenKind close, Span open) {
  bool comma = false;
  while (!at(p, close)) {
    Attrs attrs = parse_outer_attrs(p);
    cfg_begin(p, &attrs);
    AstPat *e = parse_pattern(p);
    cfg_end(p, &attrs);
    if (attrs.on) list_push(p, &out->elems, e);
    comma = p_accept(p, TK_COMMA);
    if (!comma) break;
  }
  p_close_delim(p, close, open, "`,`");
  return comma;
}

/* "(" ")" | "(" pattern ")" | "(" pattern "," .. ")" */
static AstPat *paren_pat(Parser *p) {
  AstPat *pat = p_new_pat(p, AST_PAT_TUPLE, p_here(p));
  Span open = p_here(p);
  p_advance(p);
  bool comma = pat_list(p, pat, TK_RPAREN, open);
  pat->span = p_since(p, open);
  /* (p) groups, but (..) is a tuple */
  if (pat->elems.n == 1 && !comma && pat->elems.at[0]->kind != AST_PAT_REST)
    return pat->elems.at[0];
  return pat;
}

static AstPat *slice_pat(Parser *p) {
  AstPat *pat = p_new_pat(p, AST_PAT_SLICE, p_here(p));
  Span open = p_here(p);
  p_advance(p);
  pat_list(p, pat, TK_RBRACKET, open);
  pat->span = p_since(p, open);
  return pat;
}

/* ---- structs */

/* name ":" pattern | index ":" pattern | ["ref"] ["mut"] name */
static AstFieldPat field_pat(Parser *p) {
  AstFieldPat f = {.span = p_here(p)};
  bool is_name = at(p, TK_IDENT) && p_peek(p, 1) == TK_COLON;
  if (is_name || at(p, TK_INT)) {
    u32 len;
    const char *text = p_tok_text(p, &p->tok, &len);
    f.name = is_name ? p->tok.sym : intern(p->in, text, len);
    p_advance(p);
    p_expect(p, TK_COLON);
    f.pat = parse_pattern(p);
  } else {
    if (!at(p, TK_IDENT) && !at(p, KW_REF) && !at(p, KW_MUT)) p_fail_expected(p, "a field or `..`");
    AstPat *bind = p_new_pat(p, AST_PAT_IDENT, f.span);
    bind->by_ref = p_accept(p, KW_REF);
    bind->is_mut = p_accept(p, KW_MUT);
    bind->ctx = p->tok.ctx;
    bind->name = f.name = p_ident(p, "a field");
    bind->span = p_since(p, f.span);
    f.pat = bind;
  }
  f.span = p_since(p, f.span);
  return f;
}

/* path "{" {field_pat ","} [".."] "}" */
static AstPat *struct_pat(Parser *p, Span start, AstPath *name) {
  AstPat *pat = p_new_pat(p, AST_PAT_STRUCT, start);
  Span open = p_here(p);
  pat->path = name;
  p_advance(p);
  while (!at(p, TK_RBRACE)) {
    Attrs attrs = parse_outer_attrs(p);
    cfg_begin(p, &attrs);
    bool rest = p_accept(p, TK_DOT2);
    if (rest) {
      pat->has_rest |= attrs.on;
    } else {
      AstFieldPat f = field_pat(p);
      if (attrs.on) list_push(p, &pat->fields, f);
    }
    cfg_end(p, &attrs);
    if (rest || !p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RBRACE, open, pat->has_rest ? NULL : "`,`");
  pat->span = p_since(p, start);
  return pat;
}

static bool at_macro_delim(TokenKind k) {
  return k == TK_LPAREN || k == TK_LBRACKET || k == TK_LBRACE;
}

/* path | path "(" .. ")" | path "{" .. "}" | path ("..=" | "..") [range_end] */
static AstPat *path_pat(Parser *p) {
  Span start = p_here(p);
  AstPath *name = parse_path(p, PATH_EXPR);
  if (at(p, TK_LBRACE)) return struct_pat(p, start, name);
  if (at_range(p)) return range_pat(p, start, p_path_expr(p, name));
  AstPat *pat = p_new_pat(p, AST_PAT_PATH, name->span);
  pat->path = name;
  if (at(p, TK_LPAREN)) {
    Span open = p_here(p);
    p_advance(p);
    pat->kind = AST_PAT_TUPLE_STRUCT;
    pat_list(p, pat, TK_RPAREN, open);
  } else if (at(p, TK_NOT) && at_macro_delim(p_peek(p, 1))) {
    const MacroDef *m = p_find_macro(p, name);
    if (!m) p_unsupported(p, name->span, "macro `%s!` in a pattern is", p_path_text(p, name));
    p_advance(p);
    if (m) return parse_expanded_pat(p, m, name->span);
    p_jump_to(p, p_matching_close(p));
    p_advance(p);
    pat->kind = AST_PAT_WILD;
  }
  pat->span = p_since(p, start);
  return pat;
}

/* A single name binds, unless what follows makes it a path. */
static bool is_binding(const Parser *p) {
  switch (p_peek(p, 1)) {
  case TK_COLON2:
  case TK_LPAREN:
  case TK_LBRACE:
  case TK_NOT:
  case TK_DOT2:
  case TK_DOT2_EQ:
  case TK_DOT3: return false;
  default: return true;
  }
}

/* ---- all together */

/* ("&" | "&&") ["mut"] pattern */
static AstPat *ref_pat(Parser *p) {
  AstPat *pat = p_new_pat(p, AST_PAT_REF, p_here(p));
  p_expect_first(p, TK_AND);
  pat->is_mut = p_accept(p, KW_MUT);
  pat->sub = parse_pattern_no_top_alt(p);
  pat->span = p_since(p, pat->span);
  return pat;
}

static AstPat *refused_pat(Parser *p, const char *what) {
  Span start = p_here(p);
  p_advance(p);
  if (at(p, TK_LBRACE))
    parse_block(p);
  else
    parse_pattern_no_top_alt(p);
  p_unsupported(p, p_since(p, start), "%s is", what);
  return p_new_pat(p, AST_PAT_WILD, p_since(p, start));
}

static AstPat *pattern_here(Parser *p) {
  switch (p->tok.kind) {
  case TK_UNDERSCORE: {
    AstPat *pat = p_new_pat(p, AST_PAT_WILD, p_here(p));
    p_advance(p);
    return pat;
  }
  case TK_LPAREN: return paren_pat(p);
  case TK_LBRACKET: return slice_pat(p);
  case TK_AND:
  case TK_AND_AND: return ref_pat(p);
  case TK_DOT2:
  case TK_DOT2_EQ:
  case TK_DOT3: return rest_pat(p);
  case KW_REF:
  case KW_MUT: return binding_pat(p);
  case KW_CONST: return refused_pat(p, "a `const {}` pattern");
  case KW_BOX: return refused_pat(p, "a `box` pattern");
  case TK_FRAG_PAT: return parse_fragment_pat(p);
  case TK_FRAG_EXPR: return literal_pat(p);
  case TK_IDENT: return is_binding(p) ? binding_pat(p) : path_pat(p);
  default:
    if (p_begins_literal(p->tok.kind)) return literal_pat(p);
    if (!at_path(p)) p_fail_expected(p, "a pattern");
    return path_pat(p);
  }
}

AstPat *parse_pattern_no_top_alt(Parser *p) {
  p_enter(p);
  AstPat *pat = pattern_here(p);
  p_leave(p);
  return pat;
}

/* pattern = ["|"] pattern_no_top_alt {"|" pattern_no_top_alt} */
AstPat *parse_pattern(Parser *p) {
  Span start = p_here(p);
  p_accept(p, TK_OR);
  AstPat *first = parse_pattern_no_top_alt(p);
  if (!at(p, TK_OR)) return first;
  AstPat *alt = p_new_pat(p, AST_PAT_OR, start);
  list_push(p, &alt->elems, first);
  while (p_accept(p, TK_OR)) {
    AstPat *next = parse_pattern_no_top_alt(p);
    list_push(p, &alt->elems, next);
  }
  alt->span = p_since(p, start);
  return alt;
}
