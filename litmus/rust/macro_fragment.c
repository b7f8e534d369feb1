/* Fragments of macro_rules!: what may begin one, and where it ends. */
#include "litmus/rust/macro_rules.h"

static const struct {
  const char *name;
  TokenKind token;
} fragments[] = {
#define FRAGMENT(code, name, token) [FRAGMENT_##code] = {name, TK_##token},
#include "litmus/rust/fragment.def"
};

const char *fragment_name(FragmentKind k) { return fragments[k].name; }
TokenKind fragment_token(FragmentKind k) { return fragments[k].token; }

static bool is_name(TokenKind k) { return k == TK_IDENT || token_is_keyword(k); }

static bool begins_type(const Parser *p) {
  switch (p->tok.kind) {
  case TK_LPAREN:
  case TK_LBRACKET:
  case TK_NOT:
  case TK_STAR:
  case TK_AND:
  case TK_AND_AND:
  case TK_UNDERSCORE:
  case TK_LIFETIME:
  case TK_QUESTION:
  case TK_FRAG_TY:
  case KW_FN:
  case KW_UNSAFE:
  case KW_EXTERN:
  case KW_FOR:
  case KW_DYN:
  case KW_IMPL: return true;
  default: return at_path(p);
  }
}

static bool begins_pattern(const Parser *p, FragmentKind k) {
  switch (p->tok.kind) {
  case TK_LPAREN:
  case TK_LBRACKET:
  case TK_AND:
  case TK_AND_AND:
  case TK_UNDERSCORE:
  case TK_DOT2:
  case TK_DOT2_EQ:
  case TK_DOT3:
  case TK_FRAG_PAT:
  case TK_FRAG_EXPR:
  case KW_REF:
  case KW_MUT:
  case KW_CONST:
  case KW_BOX: return true;
  case TK_OR: return k == FRAGMENT_PAT;
  default: return p_begins_literal(p->tok.kind) || at_path(p);
  }
}

bool fragment_may_begin(const Parser *p, FragmentKind k) {
  TokenKind t = p->tok.kind;
  switch (k) {
  case FRAGMENT_BLOCK: return t == TK_LBRACE;
  case FRAGMENT_EXPR:
  case FRAGMENT_EXPR_2021:
    return p_can_begin_expr(p) && t != KW_LET && t != TK_FRAG_TY &&
           !(t == KW_CONST && p_peek(p, 1) == TK_LBRACE);
  case FRAGMENT_IDENT: return is_name(t);
  case FRAGMENT_ITEM:
  case FRAGMENT_STMT:
  case FRAGMENT_TT: return t != TK_EOF && !macro_closes(t);
  case FRAGMENT_LIFETIME: return t == TK_LIFETIME;
  case FRAGMENT_LITERAL: return p_begins_literal(t);
  case FRAGMENT_META: return is_name(t) || t == TK_COLON2 || t == TK_FRAG_PATH;
  case FRAGMENT_PAT:
  case FRAGMENT_PAT_PARAM: return begins_pattern(p, k);
  case FRAGMENT_PATH: return at_path(p);
  case FRAGMENT_TY: return begins_type(p);
  case FRAGMENT_VIS: return t == TK_COMMA || is_name(t) || begins_type(p);
  case FRAGMENT_COUNT: break;
  }
  return false;
}

static void token_tree(Parser *p) {
  if (macro_opens(p->tok.kind)) p_jump_to(p, p_matching_close(p));
  p_advance(p);
}

/* One of the tokens that may stand inside an attribute. */
static void meta(Parser *p) {
  p_accept(p, KW_UNSAFE);
  if (!macro_opens(p->tok.kind)) {
    parse_path(p, PATH_PLAIN);
    if (p_accept(p, TK_EQ)) {
      parse_expr(p);
      return;
    }
  }
  if (macro_opens(p->tok.kind)) token_tree(p);
}

/* A statement without the semicolon that may follow. */
static void statement(Parser *p) {
  Attrs attrs = parse_outer_attrs(p);
  if (at(p, KW_LET))
    parse_let(p);
  else if (p_at_item(p))
    parse_item(p, PLACE_MODULE, &attrs);
  else
    parse_expr_within(p, IN_STMT);
}

static void item(Parser *p) {
  Attrs attrs = parse_outer_attrs(p);
  parse_item(p, PLACE_MODULE, &attrs);
}

void fragment_skip(Parser *p, FragmentKind k) {
  switch (k) {
  case FRAGMENT_BLOCK: parse_block(p); break;
  case FRAGMENT_EXPR:
  case FRAGMENT_EXPR_2021: parse_expr(p); break;
  case FRAGMENT_ITEM: item(p); break;
  case FRAGMENT_LITERAL: parse_signed_literal(p); break;
  case FRAGMENT_META: meta(p); break;
  case FRAGMENT_PAT: parse_pattern(p); break;
  case FRAGMENT_PAT_PARAM: parse_pattern_no_top_alt(p); break;
  case FRAGMENT_PATH: parse_path(p, PATH_TYPE); break;
  case FRAGMENT_STMT: statement(p); break;
  case FRAGMENT_TT: token_tree(p); break;
  case FRAGMENT_TY: parse_type(p); break;
  case FRAGMENT_VIS: parse_visibility(p); break;
  case FRAGMENT_IDENT:
  case FRAGMENT_LIFETIME:
  case FRAGMENT_COUNT: p_advance(p); break;
  }
}
