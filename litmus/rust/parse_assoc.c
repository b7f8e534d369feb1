/* Blocks of associated and foreign items: impl, trait, extern. */
#include "litmus/rust/parse.h"

/* "impl" generics ["const"] ["!"] [type "for"] type [where] "{" items "}" */
void parse_impl_item(Parser *p, AstItem *it, Attrs *attrs) {
  p_advance(p);
  parse_generic_params(p, it);
  p_accept(p, KW_CONST);
  Span start = p_here(p);
  bool negative = p_accept(p, TK_NOT);
  it->name_span = p_here(p);
  it->ty = parse_type(p);
  if (p_accept(p, KW_FOR)) {
    if (it->ty->kind != AST_TY_PATH) p_fail(p, it->ty->span, "expected a trait before `for`");
    it->trait_path = it->ty->path;
    it->ty = parse_type(p);
  }
  if (negative) p_unsupported(p, p_since(p, start), "a negative impl is");
  parse_where_clause(p, it);
  parse_item_list(p, PLACE_IMPL, it, attrs);
}

/* "trait" name generics [":" bounds] [where] ("{" items "}" | "=" bounds [where] ";") */
void parse_trait_item(Parser *p, AstItem *it, Attrs *attrs) {
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a trait");
  parse_generic_params(p, it);
  if (p_accept(p, TK_COLON)) it->has_bounds |= parse_bounds(p, &it->bounds);
  parse_where_clause(p, it);
  if (p_accept(p, TK_EQ)) {
    parse_bounds(p, &it->bounds);
    parse_where_clause(p, it);
    p_expect(p, TK_SEMI);
    p_unsupported(p, it->name_span, "a trait alias is");
    return;
  }
  parse_item_list(p, PLACE_TRAIT, it, attrs);
}

/* "extern" [abi] "{" items "}" */
void parse_extern_block(Parser *p, AstItem *it, Attrs *attrs) {
  it->name_span = p_here(p);
  it->is_extern_c = parse_extern_abi(p);
  parse_item_list(p, PLACE_EXTERN, it, attrs);
  for (u32 i = 0; i < it->items.n; i++) {
    AstItem *child = it->items.at[i];
    if (child->kind == AST_ITEM_FN) child->is_extern_c = it->is_extern_c;
  }
}
