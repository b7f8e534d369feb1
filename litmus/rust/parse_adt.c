/* Data types: struct, union, enum. A struct or union is an item with one variant. */
#include "litmus/rust/parse.h"

#include <string.h>

/* {attribute} visibility name ":" type */
static void named_field(Parser *p, AstVariant *v) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  parse_visibility(p);
  AstField f = {.span = p_here(p)};
  f.name = p_ident(p, "a field");
  p_expect(p, TK_COLON);
  f.ty = parse_type(p);
  f.span = p_since(p, f.span);
  cfg_end(p, &attrs);
  if (attrs.on) list_push(p, &v->fields, f);
}

/* "{" {named_field ","} "}" */
static void named_fields(Parser *p, AstVariant *v) {
  Span open = p_here(p);
  p_expect(p, TK_LBRACE);
  while (!at(p, TK_RBRACE)) {
    named_field(p, v);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RBRACE, open, "`,`");
}

/* "(" {{attribute} visibility type ","} ")" */
static void tuple_fields(Parser *p, AstVariant *v) {
  Span open = p_here(p);
  p_advance(p);
  v->is_tuple_like = true;
  while (!at(p, TK_RPAREN)) {
    Attrs attrs = parse_outer_attrs(p);
    cfg_begin(p, &attrs);
    parse_visibility(p);
    AstField f = {.span = p_here(p),
                  .name = p_sym_of(p, arena_printf(p->arena, "%u", v->fields.n))};
    f.ty = parse_type(p);
    cfg_end(p, &attrs);
    if (attrs.on) list_push(p, &v->fields, f);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
}

/* keyword name generics */
static AstVariant head(Parser *p, AstItem *it) {
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a type");
  parse_generic_params(p, it);
  return (AstVariant){.name = it->name, .span = it->name_span};
}

/* "struct" name generics ([where] "{" fields "}" | "(" types ")" [where] ";" | ";") */
void parse_struct_item(Parser *p, AstItem *it) {
  AstVariant v = head(p, it);
  parse_where_clause(p, it);
  if (at(p, TK_LPAREN)) {
    tuple_fields(p, &v);
    parse_where_clause(p, it);
    p_expect(p, TK_SEMI);
  } else if (p_accept(p, TK_SEMI)) {
    v.is_unit_like = true;
  } else {
    if (!at(p, TK_LBRACE)) p_fail_expected(p, "`{`, `(` or `;`");
    named_fields(p, &v);
  }
  list_push(p, &it->variants, v);
}

/* "union" name generics [where] "{" fields "}" */
void parse_union_item(Parser *p, AstItem *it) {
  AstVariant v = head(p, it);
  parse_where_clause(p, it);
  named_fields(p, &v);
  list_push(p, &it->variants, v);
}

/* {attribute} visibility name ["{" fields "}" | "(" types ")"] ["=" expr] */
static void variant(Parser *p, AstItem *it) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  parse_visibility(p);
  AstVariant v = {.span = p_here(p)};
  v.name = p_ident(p, "a variant");
  if (at(p, TK_LBRACE))
    named_fields(p, &v);
  else if (at(p, TK_LPAREN))
    tuple_fields(p, &v);
  else
    v.is_unit_like = true;
  for (u32 i = 0; i < attrs.list.n; i++)
    v.is_default |= strcmp(sym_str(p->in, attrs.list.at[i].name), "default") == 0;
  if (p_accept(p, TK_EQ)) v.discr = parse_expr(p);
  v.span = p_since(p, v.span);
  cfg_end(p, &attrs);
  if (attrs.on) list_push(p, &it->variants, v);
}

/* "enum" name generics [where] "{" {variant ","} "}" */
void parse_enum_item(Parser *p, AstItem *it) {
  head(p, it);
  parse_where_clause(p, it);
  Span open = p_here(p);
  p_expect(p, TK_LBRACE);
  while (!at(p, TK_RBRACE)) {
    variant(p, it);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RBRACE, open, "`,`");
}
