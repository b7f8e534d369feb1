/* Generic parameters, bounds and where clauses. Generic functions are checked once per instance, so
 * bounds have nothing to say: they are read, noted (has_bounds) and dropped. */
#include "litmus/rust/parse.h"

/* "for" "<" {lifetime [":" bounds] ","} ">" */
void parse_for_lifetimes(Parser *p) {
  if (!p_accept(p, KW_FOR)) return;
  p_expect_first(p, TK_LT);
  while (at(p, TK_LIFETIME)) {
    p_advance(p);
    if (p_accept(p, TK_COLON)) parse_bounds(p);
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

/* bound = lifetime | "(" bound ")" | ["?" | "~" "const" | "const"] ["for" "<" .. ">"] path
 * True if it asks for a trait. */
static bool bound(Parser *p) {
  if (p_accept(p, TK_LIFETIME)) return false;
  if (at(p, KW_USE)) return precise_capturing(p), false;
  p_enter(p);
  bool is_trait = true;
  if (at(p, TK_LPAREN)) {
    Span open = p_here(p);
    p_advance(p);
    is_trait = bound(p);
    p_close_delim(p, TK_RPAREN, open, NULL);
  } else {
    bool relaxes = p_accept(p, TK_QUESTION); /* ?Sized */
    if (p_accept(p, TK_TILDE))
      p_expect(p, KW_CONST);
    else
      p_accept(p, KW_CONST);
    parse_for_lifetimes(p);
    if (!at_path(p)) p_fail_expected(p, "a trait or a lifetime");
    parse_path(p, PATH_TYPE);
    is_trait = !relaxes;
  }
  p_leave(p);
  return is_trait;
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
bool parse_bounds(Parser *p) {
  bool any = false;
  p->off++; /* dropped, whatever they are */
  while (at_bound(p)) {
    any |= bound(p);
    if (!p_accept(p, TK_PLUS)) break;
  }
  p->off--;
  return any;
}

/* "const" name ":" type ["=" expr] */
static void const_param(Parser *p, AstGeneric *g) {
  p_advance(p);
  g->is_const = true;
  g->span = p_here(p);
  g->name = p_ident(p, "the name of a const parameter");
  p_expect(p, TK_COLON);
  g->ty = parse_type(p);
  if (!at(p, TK_EQ)) return;
  Span start = p_here(p);
  p_advance(p);
  if (at(p, TK_LBRACE))
    parse_block(p);
  else if (at_path(p))
    parse_path(p, PATH_TYPE);
  else if (p_accept(p, TK_MINUS), !parse_literal(p))
    p_fail_expected(p, "a constant");
  p_unsupported(p, p_since(p, start), "a default for a generic parameter is");
}

/* name [":" bounds] ["=" type] */
static void type_param(Parser *p, AstGeneric *g, AstItem *item) {
  g->span = p_here(p);
  g->name = p_ident(p, "a generic parameter");
  if (p_accept(p, TK_COLON)) item->has_bounds |= parse_bounds(p);
  if (!at(p, TK_EQ)) return;
  Span start = p_here(p);
  p_advance(p);
  parse_type(p);
  p_unsupported(p, p_since(p, start), "a default for a generic parameter is");
}

static void generic_param(Parser *p, AstItem *item) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  if (p_accept(p, TK_LIFETIME)) {
    if (p_accept(p, TK_COLON)) parse_bounds(p);
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
    p->off++; /* dropped */
    if (!p_accept(p, TK_LIFETIME)) {
      parse_for_lifetimes(p);
      parse_type(p);
    }
    p->off--;
    p_expect(p, TK_COLON);
    item->has_bounds |= parse_bounds(p);
    if (!p_accept(p, TK_COMMA)) break;
  }
}
