/* Paths: `a::b::<T>::c` in expressions, `a::b<T>` in types, `<T>::name` in both. */
#include "litmus/rust/parse.h"

#include <string.h>

bool p_begins_path(TokenKind k) {
  switch (k) {
  case TK_IDENT:
  case TK_FRAG_PATH:
  case TK_FRAG_TY:
  case TK_COLON2:
  case TK_LT:
  case TK_SHL:
  case KW_SELF:
  case KW_SELF_TYPE:
  case KW_SUPER:
  case KW_CRATE: return true;
  default: return false;
  }
}

static bool begins_const_arg(const Parser *p) {
  return at(p, TK_LBRACE) || at(p, TK_FRAG_EXPR) || p_begins_literal(p->tok.kind);
}

/* block | ["-"] literal */
static AstExpr *const_arg(Parser *p) {
  if (at(p, TK_FRAG_EXPR)) return parse_fragment_expr(p);
  return at(p, TK_LBRACE) ? p_block_expr(p, parse_block(p)) : parse_signed_literal(p);
}

/* `t` was read as a type, but is the name of an associated one: name ("=" (type | const_arg) | ":"
 * bounds) */
static void assoc_arg(Parser *p, const AstType *t, AstSegment *seg) {
  AstAssocArg a = {.span = t->span};
  const AstPath *path = t->kind == AST_TY_PATH ? t->path : NULL;
  if (!path || path->self_ty || path->global || path->seg.n != 1) p_fail_expected(p, "`,` or `>`");
  a.name = path->seg.at[0].name;
  bool generic = path->seg.at[0].has_args, is_const = false;
  if (p_accept(p, TK_COLON)) {
    parse_bounds(p, &a.bounds);
  } else {
    p_expect(p, TK_EQ);
    is_const = begins_const_arg(p);
    if (is_const)
      const_arg(p);
    else
      a.ty = parse_type(p);
  }
  if (generic)
    p_unsupported(p, p_since(p, t->span), "a constraint on a generic associated type is");
  else if (is_const)
    p_unsupported(p, p_since(p, t->span), "a constraint on an associated constant is");
  else
    list_push(p, &seg->assoc, a);
}

/* generic_arg = lifetime | const_arg | type | assoc_arg; NULL: none to keep, or one of `assoc`. */
AstType *parse_generic_arg(Parser *p, AstSegment *seg) {
  Span start = p_here(p);
  if (p_accept(p, TK_LIFETIME)) return NULL;
  if (begins_const_arg(p)) {
    AstExpr *e = const_arg(p);
    AstType *t = p_new_type(p, AST_TY_CONST, p_since(p, start));
    t->len = e;
    return t;
  }
  AstType *t = parse_type(p);
  if (!at(p, TK_EQ) && !at(p, TK_COLON)) return t;
  assoc_arg(p, t, seg);
  return NULL;
}

/* "<" already read: generic_arg {"," generic_arg} [","] ">" */
void parse_generic_args(Parser *p, AstSegment *seg) {
  while (!p_at_first(p, TK_GT)) {
    AstType *t = parse_generic_arg(p, seg);
    if (t) list_push(p, &seg->args, t);
    if (!p_accept(p, TK_COMMA)) break;
  }
  if (!p_accept_first(p, TK_GT)) p_fail_expected(p, "`,` or `>`");
  seg->has_args = seg->args.n > 0; /* S<'a> is just S */
}

/* Fn(A, B) -> C, which means Fn<(A, B), Output = C> */
static void fn_sugar(Parser *p, AstSegment *seg) {
  Span open = p_here(p);
  AstType *params = p_new_type(p, AST_TY_TUPLE, open);
  p_advance(p);
  while (!at(p, TK_RPAREN)) {
    AstType *t = parse_type(p);
    list_push(p, &params->elems, t);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
  params->span = p_since(p, open);
  AstAssocArg output = {.name = p_sym_of(p, "Output"), .span = p_here(p)};
  if (p_accept(p, TK_ARROW))
    output.ty = parse_type(p);
  else
    output.ty = p_new_type(p, AST_TY_TUPLE, params->span);
  output.span = output.ty->span;
  seg->has_args = seg->is_fn_sugar = true;
  list_push(p, &seg->args, params);
  list_push(p, &seg->assoc, output);
}

static bool is_fn_trait(const char *name) {
  return strcmp(name, "Fn") == 0 || strcmp(name, "FnMut") == 0 || strcmp(name, "FnOnce") == 0;
}

/* segment = (name | "self" | "Self" | "super" | "crate") [["::"] "<" generic_args] */
AstSegment parse_path_segment(Parser *p, PathStyle style) {
  AstSegment seg = {.span = p_here(p), .name = p->tok.sym};
  TokenKind k = p->tok.kind;
  if (k != TK_IDENT && k != KW_SELF && k != KW_SELF_TYPE && k != KW_SUPER && k != KW_CRATE)
    p_fail_expected(p, "a name");
  p_advance(p);
  if (style == PATH_PLAIN) return seg;
  bool turbofish = at(p, TK_COLON2) && (p_peek(p, 1) == TK_LT || p_peek(p, 1) == TK_SHL);
  if (turbofish) p_advance(p);
  if ((turbofish || style == PATH_TYPE) && p_accept_first(p, TK_LT))
    parse_generic_args(p, &seg);
  else if (style == PATH_TYPE && at(p, TK_LPAREN) && is_fn_trait(sym_str(p->in, seg.name)))
    fn_sugar(p, &seg);
  seg.span = p_since(p, seg.span);
  return seg;
}

/* "<" type ["as" path] ">" "::" */
static void qualified_self(Parser *p, AstPath *out) {
  p_expect_first(p, TK_LT);
  out->self_ty = parse_type(p);
  if (p_accept(p, KW_AS)) out->trait = parse_path(p, PATH_TYPE);
  p_expect_first(p, TK_GT);
  p_expect(p, TK_COLON2);
}

/* path = ["<" type ["as" path] ">" "::" | "::"] segment {"::" segment} */
AstPath *parse_path(Parser *p, PathStyle style) {
  p_enter(p);
  AstPath *out = arena_new(p->arena, AstPath);
  Span start = p_here(p);
  bool more = true;
  if (at(p, TK_FRAG_PATH) || at(p, TK_FRAG_TY)) {
    parse_fragment_path(p, style, out);
    more = p_accept(p, TK_COLON2);
  } else if (p_at_first(p, TK_LT) && style != PATH_PLAIN) {
    qualified_self(p, out);
  } else {
    out->global = p_accept(p, TK_COLON2);
  }
  for (; more; more = p_accept(p, TK_COLON2)) {
    AstSegment seg = parse_path_segment(p, style);
    list_push(p, &out->seg, seg);
  }
  out->span = p_since(p, start);
  p_leave(p);
  return out;
}

AstPath *p_path_of_sym(Parser *p, Span span, Sym name) {
  AstPath *out = arena_new(p->arena, AstPath);
  out->span = span;
  AstSegment seg = {.name = name, .span = span};
  list_push(p, &out->seg, seg);
  return out;
}

const char *p_path_text(Parser *p, const AstPath *path) {
  const size_t longest = 80;
  StrBuf b = {0};
  for (u32 i = 0; i < path->seg.n && b.len <= longest; i++) {
    if (i > 0 || path->global) sb_puts(&b, "::");
    sb_puts(&b, sym_str(p->in, path->seg.at[i].name));
  }
  bool cut = b.len > longest;
  char *text =
      arena_printf(p->arena, "%.*s%s", (int)(cut ? longest : b.len), sb_str(&b), cut ? ".." : "");
  sb_free(&b);
  return text;
}
