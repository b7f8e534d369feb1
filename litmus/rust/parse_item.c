/* Items: which one stands here, and the short ones (const, static, mod, type, extern crate,
 * macros). Functions are in parse_fn.c, data types in parse_adt.c, impl, trait and extern blocks in
 * parse_assoc.c, `use` in parse_use.c. There is no privacy: visibility is read and dropped. */
#include "litmus/rust/macro_rules.h"

#include <string.h>

AstItem *p_new_item(Parser *p, AstItemKind kind, Span start) {
  AstItem *it = arena_new(p->arena, AstItem);
  it->kind = kind;
  it->span = start;
  return it;
}

/* ["pub" ["(" ("crate" | "self" | "super" | "in" path) ")"]] */
void parse_visibility(Parser *p) {
  if (!p_accept(p, KW_PUB) || !at(p, TK_LPAREN)) return;
  TokenKind k = p_peek(p, 1);
  bool restricted =
      k == KW_IN || ((k == KW_CRATE || k == KW_SELF || k == KW_SUPER) && p_peek(p, 2) == TK_RPAREN);
  if (!restricted) return; /* pub (u8) in a tuple struct */
  Span open = p_here(p);
  p_advance(p);
  p_accept(p, KW_IN);
  parse_path(p, PATH_PLAIN);
  p_close_delim(p, TK_RPAREN, open, NULL);
}

/* ---- the short ones */

/* "const" (name | "_") ":" type ["=" expr] ";" */
static void const_item(Parser *p, ItemPlace place, AstItem *it) {
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p->tok.sym;
  if (!p_accept(p, TK_UNDERSCORE)) p_ident(p, "the name of a constant");
  p_expect(p, TK_COLON);
  it->ty = parse_type(p);
  if (place != PLACE_TRAIT || at(p, TK_EQ)) {
    p_expect(p, TK_EQ);
    it->value = parse_expr(p);
  }
  p_expect(p, TK_SEMI);
}

/* "static" ["mut"] name ":" type ["=" expr] ";" */
static void static_item(Parser *p, ItemPlace place, AstItem *it) {
  p_advance(p);
  it->is_mut = p_accept(p, KW_MUT);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a static");
  p_expect(p, TK_COLON);
  it->ty = parse_type(p);
  if (place != PLACE_EXTERN) {
    p_expect(p, TK_EQ);
    it->value = parse_expr(p);
  }
  p_expect(p, TK_SEMI);
}

static bool has_attr(const Parser *p, const Attrs *attrs, const char *name) {
  for (u32 i = 0; i < attrs->list.n; i++)
    if (strcmp(sym_str(p->in, attrs->list.at[i].name), name) == 0) return true;
  return false;
}

/* "mod" name ("{" items "}" | ";"): its macros end with it, unless marked */
static void mod_item(Parser *p, AstItem *it, Attrs *attrs) {
  u32 macros = p->macros.n;
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a module");
  if (p_accept(p, TK_SEMI))
    p_unsupported(p, p_since(p, it->span), "a module in a file of its own (`mod %.80s;`) is",
                  sym_str(p->in, it->name));
  else
    parse_item_list(p, PLACE_MODULE, it, attrs);
  if (!has_attr(p, attrs, "macro_use")) p->macros.n = macros;
}

/* "type" name generics [":" bounds] [where] ["=" type] [where] ";" */
static void type_alias(Parser *p, ItemPlace place, AstItem *it) {
  p_advance(p);
  it->name_span = p_here(p);
  it->name = p_ident(p, "the name of a type");
  parse_generic_params(p, it);
  if (p_accept(p, TK_COLON)) it->has_bounds |= parse_bounds(p, &it->bounds);
  parse_where_clause(p, it);
  if ((place == PLACE_MODULE || place == PLACE_IMPL) && !at(p, TK_EQ)) p_fail_expected(p, "`=`");
  if (p_accept(p, TK_EQ)) {
    it->ty = parse_type(p);
    parse_where_clause(p, it);
  }
  p_expect(p, TK_SEMI);
}

/* "extern" "crate" name ["as" name] ";": the standard crates are always there, so only another name
 * for one is news. */
static AstItem *extern_crate(Parser *p, AstItem *it) {
  p_advance(p);
  p_advance(p);
  Span span = p_here(p);
  Sym name = p->tok.sym;
  if (!p_accept(p, KW_SELF)) p_ident(p, "the name of a crate");
  const char *s = sym_str(p->in, name);
  if (name != p_sym_of(p, "self") && strcmp(s, "std") != 0 && strcmp(s, "core") != 0 &&
      strcmp(s, "alloc") != 0 && strcmp(s, "litmus") != 0)
    p_unsupported(p, span, "the crate `%.80s` is", s);
  AstUse u = {.span = span, .name = name};
  bool renamed = p_accept(p, KW_AS);
  if (renamed) {
    u.name = p->tok.sym;
    if (!p_accept(p, TK_UNDERSCORE)) p_ident(p, "a name or `_`");
  }
  p_expect(p, TK_SEMI);
  if (!renamed) return NULL;
  it->kind = AST_ITEM_USE;
  bool own = name == p_sym_of(p, "self");
  u.path = p_path_of_sym(p, span, own ? p_sym_of(p, "crate") : name);
  u.path->global = !own;
  list_push(p, &it->uses, u);
  return it;
}

/* ---- macros */

/* At the delimiter: skips it, and the `;` that must follow unless it is a brace. */
static void skip_macro_tail(Parser *p) {
  if (!at(p, TK_LPAREN) && !at(p, TK_LBRACKET) && !at(p, TK_LBRACE))
    p_fail_expected(p, "`(`, `[` or `{`");
  bool braces = at(p, TK_LBRACE);
  p_jump_to(p, p_matching_close(p));
  p_advance(p);
  if (!braces) p_expect(p, TK_SEMI);
}

/* path "!" ..: what a macro of the program expands to; none of the known ones makes items. */
static AstItem *macro_item(Parser *p, ItemPlace place) {
  AstPath *name = parse_path(p, PATH_PLAIN);
  const MacroDef *m = p_find_macro(p, name);
  p_expect(p, TK_NOT);
  Span span = p_since(p, name->span);
  if (m && macro_opens(p->tok.kind)) {
    bool braces = at(p, TK_LBRACE);
    AstItem *it = parse_expanded_items(p, m, span, place);
    if (!braces) p_expect(p, TK_SEMI);
    return it;
  }
  const char *text = p_path_text(p, name);
  if (strcmp(text, "compile_error") == 0 && !p->off && p_peek(p, 1) == TK_STR) {
    const Token *t = &p->tokens->tok.at[p->pos + 1];
    p_report(p, span, "%.200s", p->tokens->lit.at[t->lit].text);
  } else {
    p_unsupported(p, span, "macro `%s!` is", text);
  }
  skip_macro_tail(p);
  return NULL;
}

/* ---- which one */

static bool at_macro_rules(const Parser *p) {
  return p_at_word(p, "macro_rules") && p_peek(p, 1) == TK_NOT && p_peek(p, 2) == TK_IDENT;
}

bool p_at_item(const Parser *p) {
  TokenKind next = p_peek(p, 1);
  switch (p->tok.kind) {
  case KW_FN:
  case KW_STRUCT:
  case KW_ENUM:
  case KW_MOD:
  case KW_USE:
  case KW_IMPL:
  case KW_TRAIT:
  case KW_TYPE:
  case KW_EXTERN:
  case KW_PUB: return true;
  case KW_STATIC: return next == TK_IDENT || next == KW_MUT;
  case KW_CONST: return next == TK_IDENT || next == TK_UNDERSCORE || p_at_fn(p);
  case KW_UNSAFE:
    return next == KW_IMPL || next == KW_TRAIT || next == KW_EXTERN || next == KW_MOD ||
           next == TK_IDENT || p_at_fn(p);
  case KW_ASYNC: return p_at_fn(p);
  case TK_IDENT:
    return (p_at_word(p, "union") && next == TK_IDENT) ||
           (p_at_word(p, "auto") && next == KW_TRAIT) || at_macro_rules(p);
  default: return false;
  }
}

static bool allowed(AstItemKind kind, ItemPlace place) {
  switch (place) {
  case PLACE_MODULE: return true;
  case PLACE_IMPL:
  case PLACE_TRAIT: return kind == AST_ITEM_FN || kind == AST_ITEM_CONST || kind == AST_ITEM_TYPE;
  case PLACE_EXTERN: return kind == AST_ITEM_FN || kind == AST_ITEM_STATIC || kind == AST_ITEM_TYPE;
  }
  return false;
}

static const char *const expected_at[] = {
    [PLACE_MODULE] = "an item",
    [PLACE_IMPL] = "`fn`, `const` or `type` in an impl",
    [PLACE_TRAIT] = "`fn`, `const` or `type` in a trait",
    [PLACE_EXTERN] = "`fn`, `static` or `type` in an extern block",
};

/* The kind of the item at the keyword `k`, which `next` follows. */
static bool kind_of(Parser *p, TokenKind k, AstItemKind *kind) {
  static const struct {
    TokenKind keyword;
    AstItemKind kind;
  } table[] = {{KW_STRUCT, AST_ITEM_STRUCT}, {KW_ENUM, AST_ITEM_ENUM},
               {KW_MOD, AST_ITEM_MOD},       {KW_USE, AST_ITEM_USE},
               {KW_IMPL, AST_ITEM_IMPL},     {KW_TRAIT, AST_ITEM_TRAIT},
               {KW_TYPE, AST_ITEM_TYPE},     {KW_CONST, AST_ITEM_CONST},
               {KW_STATIC, AST_ITEM_STATIC}, {KW_EXTERN, AST_ITEM_EXTERN}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (table[i].keyword != k) continue;
    *kind = table[i].kind;
    return true;
  }
  if (p_at_word(p, "union")) {
    *kind = AST_ITEM_UNION;
    return true;
  }
  return false;
}

/* The rest of an item, at its keyword. */
static void item_body(Parser *p, ItemPlace place, AstItem *it, Attrs *attrs) {
  switch (it->kind) {
  case AST_ITEM_FN: parse_fn_item(p, place, it, attrs); break;
  case AST_ITEM_STRUCT: parse_struct_item(p, it); break;
  case AST_ITEM_ENUM: parse_enum_item(p, it); break;
  case AST_ITEM_UNION: parse_union_item(p, it); break;
  case AST_ITEM_CONST: const_item(p, place, it); break;
  case AST_ITEM_STATIC: static_item(p, place, it); break;
  case AST_ITEM_MOD: mod_item(p, it, attrs); break;
  case AST_ITEM_USE: parse_use_item(p, it); break;
  case AST_ITEM_IMPL: parse_impl_item(p, it, attrs); break;
  case AST_ITEM_TYPE: type_alias(p, place, it); break;
  case AST_ITEM_EXTERN: parse_extern_block(p, it, attrs); break;
  case AST_ITEM_TRAIT: parse_trait_item(p, it, attrs); break;
  case AST_ITEM_MACRO_RULES: parse_macro_rules(p, it, attrs); break;
  case AST_ITEM_EXPANSION: break;
  }
}

/* visibility (fn | .. | macro): NULL when there is nothing to keep */
static AstItem *item_here(Parser *p, ItemPlace place, Attrs *attrs) {
  Span start = p_here(p);
  parse_visibility(p);
  AstItem *it = p_new_item(p, AST_ITEM_FN, start);
  if (at(p, KW_EXTERN) && p_peek(p, 1) == KW_CRATE) return extern_crate(p, it);
  if (at_macro_rules(p)) {
    it->kind = AST_ITEM_MACRO_RULES;
  } else if (!p_at_fn(p)) {
    it->is_unsafe = p_accept(p, KW_UNSAFE);
    if (place == PLACE_EXTERN) p_accept_word(p, "safe");
    TokenKind next = p_peek(p, 1);
    if (!it->is_unsafe && at_path(p) && (at(p, TK_COLON2) || next == TK_COLON2 || next == TK_NOT)) {
      return macro_item(p, place);
    }
    if (p_accept_word(p, "auto") && !at(p, KW_TRAIT)) p_fail_expected(p, "`trait`");
    if (!kind_of(p, p->tok.kind, &it->kind)) p_fail_expected(p, expected_at[place]);
    if (!allowed(it->kind, place)) p_fail_expected(p, expected_at[place]);
  }
  item_body(p, place, it, attrs);
  it->span = p_since(p, start);
  return it;
}

AstItem *parse_item(Parser *p, ItemPlace place, Attrs *attrs) {
  p_enter(p);
  unsigned within = p->within;
  bool off = !attrs->on;
  p->off += off;
  p->within = 0;
  u32 noted = p->pattern_only.n;
  AstItem *it = item_here(p, place, attrs);
  p_check_pattern_only(p, noted);
  p->within = within;
  p->off -= off;
  p_leave(p);
  if (!it || !attrs->on) return NULL;
  it->attrs.at = attrs->list.at;
  it->attrs.n = attrs->list.n;
  return it;
}

void parse_item_list(Parser *p, ItemPlace place, AstItem *it, Attrs *attrs) {
  Span open = p_here(p);
  p_expect(p, TK_LBRACE);
  bool was_on = attrs->on;
  parse_inner_attrs(p, attrs);
  bool off = was_on && !attrs->on;
  p->off += off;
  while (!at(p, TK_RBRACE) && !at(p, TK_EOF)) {
    Attrs inner = parse_outer_attrs(p);
    AstItem *child = parse_item(p, place, &inner);
    p_push_items(p, &it->items, child);
  }
  p->off -= off;
  p_close_delim(p, TK_RBRACE, open, expected_at[place]);
}
