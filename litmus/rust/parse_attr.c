/* Attributes: #[..] and #![..]. The ones that select what is compiled (cfg, cfg_attr, test) are
 * acted upon here; the others are kept as names with the text of their arguments. */
#include "litmus/rust/parse.h"

#include <string.h>

static bool touches(const Token *a, const Token *b) { return a->ctx == b->ctx && a->hi == b->lo; }

static void put_tokens(Parser *p, StrBuf *out, const Token *t, u32 n, bool blanks) {
  const size_t enough = 1 << 16; /* fragments of fragments may double at each step */
  for (u32 i = 0; i < n && out->len < enough; i++) {
    if (blanks && i > 0 && !touches(&t[i - 1], &t[i])) sb_putc(out, ' ');
    if (t[i].kind >= TK_FRAG_EXPR && t[i].kind <= TK_FRAG_PAT) {
      const MacroFragment *f = &p->frags.at[t[i].lit];
      put_tokens(p, out, f->at, f->n, blanks);
      continue;
    }
    u32 len;
    const char *s = p_tok_text(p, &t[i], &len);
    sb_put(out, s, len);
  }
}

const char *p_source_between(Parser *p, u32 from, u32 to, bool blanks, u32 *len) {
  StrBuf b = {0};
  put_tokens(p, &b, p->tokens->tok.at + from, to - from, blanks);
  *len = (u32)b.len;
  const char *text = arena_strndup(p->arena, sb_str(&b), b.len);
  sb_free(&b);
  return text;
}

static void push_arg(Parser *p, AstAttr *a, u32 from, u32 to) {
  if (from == to) return;
  u32 len;
  const char *text = p_source_between(p, from, to, false, &len);
  Sym s = intern(p->in, text, len);
  list_push(p, &a->args, s);
}

/* ( a, b(c, d), e = f ): the text of each argument. */
static void attr_args(Parser *p, AstAttr *a) {
  u32 end = p_matching_close(p), from = p->pos + 1, open = 0;
  for (u32 i = from; i < end; i++) {
    TokenKind k = p->tokens->tok.at[i].kind;
    open += k == TK_LPAREN || k == TK_LBRACKET || k == TK_LBRACE;
    open -= k == TK_RPAREN || k == TK_RBRACKET || k == TK_RBRACE;
    if (k != TK_COMMA || open > 0) continue;
    push_arg(p, a, from, i);
    from = i + 1;
  }
  push_arg(p, a, from, end);
  p_jump_to(p, end);
  p_advance(p);
}

/* = "text", or any expression (doc = include_str!("..")), which is skipped. */
static void attr_value(Parser *p, AstAttr *a) {
  if (at(p, TK_STR)) {
    const Literal *l = &p->tokens->lit.at[p->tok.lit];
    a->value = intern(p->in, l->text, l->len);
    p_advance(p);
    return;
  }
  while (!at(p, TK_RBRACKET) && !at(p, TK_RPAREN) && !at(p, TK_COMMA) && !at(p, TK_EOF)) {
    if (at(p, TK_LPAREN) || at(p, TK_LBRACKET) || at(p, TK_LBRACE))
      p_jump_to(p, p_matching_close(p));
    p_advance(p);
  }
}

static void attr_body(Parser *p, Attrs *attrs, bool live);

/* cfg "(" predicate [","] ")" */
static void attr_cfg(Parser *p, Attrs *attrs, bool live) {
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  bool yes = parse_cfg_predicate(p);
  p_accept(p, TK_COMMA);
  p_close_delim(p, TK_RPAREN, open, NULL);
  if (live && !yes) attrs->on = false;
}

/* cfg_attr "(" predicate {"," attribute} ")" */
static void attr_cfg_attr(Parser *p, Attrs *attrs, bool live) {
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  bool yes = parse_cfg_predicate(p);
  while (p_accept(p, TK_COMMA) && !at(p, TK_RPAREN)) attr_body(p, attrs, live && yes);
  p_close_delim(p, TK_RPAREN, open, "`,`");
}

/* name {"::" name}, the whole as one symbol */
static Sym attr_name(Parser *p) {
  u32 from = p->pos, len;
  do {
    bool is_root = at(p, KW_CRATE) || at(p, KW_SELF) || at(p, KW_SUPER);
    if (!at(p, TK_IDENT) && !is_root) p_fail_expected(p, "the attribute's name");
    p_advance(p);
  } while (p_accept(p, TK_COLON2));
  const char *text = p_source_between(p, from, p->pos, false, &len);
  return intern(p->in, text, len);
}

/* attribute = "unsafe" "(" attribute ")" | name ["(" tokens ")" | "=" expr]
 * `live` is false below a cfg_attr that does not hold. */
static void attr_body(Parser *p, Attrs *attrs, bool live) {
  p_enter(p);
  Span start = p_here(p);
  if (at(p, KW_UNSAFE) && p_peek(p, 1) == TK_LPAREN) {
    p_advance(p);
    Span open = p_here(p);
    p_advance(p);
    attr_body(p, attrs, live);
    p_close_delim(p, TK_RPAREN, open, NULL);
    p_leave(p);
    return;
  }
  AstAttr a = {.name = attr_name(p)};
  const char *name = sym_str(p->in, a.name);
  if (strcmp(name, "cfg") == 0) {
    attr_cfg(p, attrs, live);
  } else if (strcmp(name, "cfg_attr") == 0) {
    attr_cfg_attr(p, attrs, live);
  } else {
    if (at(p, TK_LPAREN) || at(p, TK_LBRACKET) || at(p, TK_LBRACE))
      attr_args(p, &a);
    else if (p_accept(p, TK_EQ))
      attr_value(p, &a);
    a.span = p_since(p, start);
    /* rustc compiles these only into a test harness */
    if (live && (strcmp(name, "test") == 0 || strcmp(name, "bench") == 0)) attrs->on = false;
    if (live) list_push(p, &attrs->list, a);
  }
  p_leave(p);
}

/* "[" attribute "]" behind `#` or `#!` */
static void attr_brackets(Parser *p, Attrs *attrs, Span start) {
  Span open = p_here(p);
  p_expect(p, TK_LBRACKET);
  if (!attrs->any) attrs->first = start;
  attrs->any = true;
  attr_body(p, attrs, true);
  p_close_delim(p, TK_RBRACKET, open, NULL);
}

Attrs parse_outer_attrs(Parser *p) {
  Attrs attrs = {.on = true};
  while (at(p, TK_HASH)) {
    Span start = p_here(p);
    if (p_peek(p, 1) == TK_NOT)
      p_fail(p, start,
             "an inner attribute `#![..]` belongs at the start of a file, module or body");
    p_advance(p);
    attr_brackets(p, &attrs, start);
  }
  return attrs;
}

void parse_inner_attrs(Parser *p, Attrs *attrs) {
  while (at(p, TK_HASH) && p_peek(p, 1) == TK_NOT) {
    Span start = p_here(p);
    p_advance(p);
    p_advance(p);
    attr_brackets(p, attrs, start);
  }
}
