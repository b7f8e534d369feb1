/* Functions: qualifiers, receivers, parameters. */
#include "litmus/rust/parse.h"

/* Looks past the qualifiers, in whatever order they stand. */
bool p_at_fn(const Parser *p) {
  if (p_at_word(p, "safe")) return p_peek(p, 1) == KW_FN || p_peek(p, 1) == KW_EXTERN;
  for (u32 i = 0;; i++) {
    TokenKind k = i == 0 ? p->tok.kind : p_peek(p, i);
    if (k == KW_FN) return true;
    bool qualifier = k == KW_CONST || k == KW_ASYNC || k == KW_UNSAFE || k == KW_EXTERN;
    if (!qualifier && !(k == TK_STR && i > 0 && p_peek(p, i - 1) == KW_EXTERN)) return false;
  }
}

/* ["const"] ["async"] ["safe" | "unsafe"] ["extern" [abi]] */
static void qualifiers(Parser *p, ItemPlace place, AstItem *it) {
  it->is_const = p_accept(p, KW_CONST);
  if (at(p, KW_ASYNC)) {
    p_unsupported(p, p_here(p), "an `async fn` is");
    p_advance(p);
  }
  bool safe = p_accept_word(p, "safe");
  it->is_unsafe = p_accept(p, KW_UNSAFE) || (place == PLACE_EXTERN && !safe);
  if (at(p, KW_EXTERN)) it->is_extern_c = parse_extern_abi(p);
  if (!at(p, KW_FN))
    p_fail(p, p_here(p), "the order of qualifiers is `const`, `async`, `unsafe`, `extern`, `fn`");
}

/* How many tokens from here to the `self` of a receiver; -1 if the parameter is not one. */
static int receiver(const Parser *p) {
  int i = 0;
  if (at(p, TK_AND)) i += p_peek(p, 1) == TK_LIFETIME ? 2 : 1;
  if ((i == 0 ? p->tok.kind : p_peek(p, (u32)i)) == KW_MUT) i++;
  bool found = (i == 0 ? p->tok.kind : p_peek(p, (u32)i)) == KW_SELF;
  return found && p_peek(p, (u32)i + 1) != TK_COLON2 ? i : -1;
}

/* ["mut"] "self" [":" type] | "&" [lifetime] ["mut"] "self" */
static AstParam self_param(Parser *p, AstItem *it) {
  Span start = p_here(p);
  bool by_ref = p_accept(p, TK_AND);
  if (by_ref) p_accept(p, TK_LIFETIME);
  bool is_mut = p_accept(p, KW_MUT);
  AstParam param = {.pat = p_ident_pat(p, p_here(p), p->tok.sym)};
  p_expect(p, KW_SELF);
  param.pat->is_mut = is_mut && !by_ref;
  param.ty = p_type_of_path(p, p_path_of_sym(p, p_since(p, start), p_sym_of(p, "Self")));
  it->self_kind = AST_SELF_VALUE;
  if (by_ref) {
    AstType *ref = p_new_type(p, AST_TY_REF, p_since(p, start));
    ref->is_mut = is_mut;
    ref->elem = param.ty;
    param.ty = ref;
    it->self_kind = is_mut ? AST_SELF_REF_MUT : AST_SELF_REF;
  } else if (p_accept(p, TK_COLON)) {
    param.ty = parse_type(p);
    it->self_kind = AST_SELF_TYPED;
  }
  return param;
}

/* {attribute} (receiver | pattern ":" type | "...") */
static void fn_param(Parser *p, ItemPlace place, AstItem *it) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  AstParam param = {0};
  if (receiver(p) >= 0) {
    if (place == PLACE_MODULE || place == PLACE_EXTERN || it->params.n > 0)
      p_fail(p, p_here(p),
             "`self` may only be the first parameter of a function in an impl or a trait");
    param = self_param(p, it);
  } else if (at(p, TK_DOT3)) {
    p_unsupported(p, p_here(p), "a variadic function is");
    p_advance(p);
  } else {
    param.pat = parse_pattern_no_top_alt(p);
    p_expect(p, TK_COLON);
    AstItem *outer = p->impl_params;
    p->impl_params = it;
    param.ty = parse_type(p);
    p->impl_params = outer;
  }
  cfg_end(p, &attrs);
  if (attrs.on && param.pat) list_push(p, &it->params, param);
}

/* qualifiers "fn" name generics "(" params ")" ["->" type] [where] (block | ";") */
void parse_fn_item(Parser *p, ItemPlace place, AstItem *it, Attrs *attrs) {
  u32 start = p->pos;
  qualifiers(p, place, it);
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a function");
  parse_generic_params(p, it);
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  while (!at(p, TK_RPAREN)) {
    fn_param(p, place, it);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
  if (p_accept(p, TK_ARROW)) it->ty = parse_type(p);
  parse_where_clause(p, it);
  bool is_prelude = p->sources->files[p->file].is_prelude; /* declares intrinsics */
  bool may_lack_body = place == PLACE_TRAIT || place == PLACE_EXTERN || is_prelude;
  if (may_lack_body && p_accept(p, TK_SEMI)) {
    if (place == PLACE_EXTERN) it->body = parse_story(p, start);
    return;
  }
  if (place == PLACE_EXTERN) p_fail_expected(p, "`;`: a foreign function has no body");
  if (at(p, TK_SEMI)) p_fail(p, it->name_span, "a function here needs a body");
  if (!at(p, TK_LBRACE)) p_fail_expected(p, it->ty || place == PLACE_TRAIT ? "`{`" : "`->` or `{`");
  if (p->lazy)
    parse_body_later(p, it);
  else
    it->body = parse_body_block(p, attrs);
}
