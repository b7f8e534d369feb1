/* Generic parameters, bounds and where clauses. */
#include "litmus/rust/parse.h"

/* "for" "<" {lifetime [":" bounds] ","} ">" */
void parse_for_lifetimes(Parser *p) {
  if (!p_accept(p, KW_FOR)) return;
  p_expect_first(p, TK_LT);
  while (at(p, TK_LIFETIME)) {
    p_advance(p);
    AstBounds outlives = {0};
    if (p_accept(p, TK_COLON)) parse_bounds(p, &outlives);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_expect_first(p, TK_GT);
}

/* "use" "<" names ">": what an `impl Trait` captures */
static void precise_capturing(Parser *p) {
  AstSegment ignored = {0};
  p_advance(p);
  p_expect_first(p, TK_LT);
  parse_generic_args(p, &ignored);
}

/* bound = lifetime | "(" bound ")" | ["?" | "~" "const" | "const"] ["for" "<" .. ">"] path */
static void bound(Parser *p, AstBounds *out) {
  if (p_accept(p, TK_LIFETIME)) return;
  if (at(p, KW_USE)) {
    precise_capturing(p);
    return;
  }
  p_enter(p);
  if (at(p, TK_LPAREN)) {
    Span open = p_here(p);
    p_advance(p);
    bound(p, out);
    p_close_delim(p, TK_RPAREN, open, NULL);
  } else {
    AstBound b = {.span = p_here(p), .relaxed = p_accept(p, TK_QUESTION)}; /* ?Sized */
    if (p_accept(p, TK_TILDE))
      p_expect(p, KW_CONST);
    else
      p_accept(p, KW_CONST);
    parse_for_lifetimes(p);
    if (!at_path(p)) p_fail_expected(p, "a trait or a lifetime");
    b.path = parse_path(p, PATH_TYPE);
    b.span = p_since(p, b.span);
    list_push(p, out, b);
  }
  p_leave(p);
}

static bool at_bound(const Parser *p) {
  switch (p->tok.kind) {
  case TK_LIFETIME:
  case TK_LPAREN:
  case TK_QUESTION:
  case TK_TILDE:
  case KW_CONST:
  case KW_FOR:
  case KW_USE: return true;
  default: return at_path(p);
  }
}

/* [bound {"+" bound} ["+"]] */
bool parse_bounds(Parser *p, AstBounds *out) {
  u32 from = out->n;
  while (at_bound(p)) {
    bound(p, out);
    if (!p_accept(p, TK_PLUS)) break;
  }
  for (u32 i = from; i < out->n; i++)
    if (!out->at[i].relaxed) return true;
  return false;
}

/* What stands behind the `=` of a parameter. */
static AstType *default_arg(Parser *p) {
  AstSegment ignored = {0};
  AstType *t = parse_generic_arg(p, &ignored);
  if (!t) p_fail_expected(p, "a type or a constant");
  return t;
}

/* "const" name ":" type ["=" expr] */
static void const_param(Parser *p, AstGeneric *g) {
  p_advance(p);
  g->is_const = true;
  g->span = p_here(p);
  g->name = p_ident(p, "the name of a const parameter");
  p_expect(p, TK_COLON);
  g->ty = parse_type(p);
  if (p_accept(p, TK_EQ)) g->dflt = default_arg(p);
}

/* name [":" bounds] ["=" type] */
static void type_param(Parser *p, AstGeneric *g, AstItem *item) {
  g->span = p_here(p);
  g->name = p_ident(p, "a generic parameter");
  if (p_accept(p, TK_COLON)) item->has_bounds |= parse_bounds(p, &g->bounds);
  if (p_accept(p, TK_EQ)) g->dflt = default_arg(p);
}

static void generic_param(Parser *p, AstItem *item) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  if (p_accept(p, TK_LIFETIME)) {
    AstBounds outlives = {0};
    if (p_accept(p, TK_COLON)) parse_bounds(p, &outlives);
  } else {
    AstGeneric g = {0};
    if (at(p, KW_CONST))
      const_param(p, &g);
    else
      type_param(p, &g, item);
    if (attrs.on) list_push(p, &item->generics, g);
  }
  cfg_end(p, &attrs);
}

/* ["<" [param {"," param} [","]] ">"] */
void parse_generic_params(Parser *p, AstItem *item) {
  if (!p_accept_first(p, TK_LT)) return;
  while (!p_at_first(p, TK_GT)) {
    generic_param(p, item);
    if (!p_accept(p, TK_COMMA)) break;
  }
  if (!p_accept_first(p, TK_GT)) p_fail_expected(p, "`,` or `>`");
}

/* ["where" {(lifetime | ["for" ..] type) ":" bounds ","}] */
void parse_where_clause(Parser *p, AstItem *item) {
  if (!p_accept(p, KW_WHERE)) return;
  while (!at(p, TK_LBRACE) && !at(p, TK_SEMI) && !at(p, TK_EQ)) {
    AstWhere w = {0};
    if (!p_accept(p, TK_LIFETIME)) {
      parse_for_lifetimes(p);
      w.ty = parse_type(p);
    }
    p_expect(p, TK_COLON);
    item->has_bounds |= parse_bounds(p, &w.bounds);
    if (w.ty && w.bounds.n) list_push(p, &item->wheres, w);
    if (!p_accept(p, TK_COMMA)) break;
  }
}
