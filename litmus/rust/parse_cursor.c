/* The parser's cursor: looking at tokens, consuming and splitting them, errors, depth. */
#include "litmus/rust/parse.h"

#include <stdarg.h>
#include <string.h>

/* ---- looking */

TokenKind p_peek(const Parser *p, u32 n) {
  u32 last = p->tokens->tok.len - 1;
  return p->tokens->tok.at[p->pos + n < last ? p->pos + n : last].kind;
}

static Span token_span(const Parser *p, const Token *t) {
  if (p->opts->at) return *p->opts->at;
  return (Span){.lo = t->lo, .hi = t->hi, .file = p->file, .ctx = t->ctx};
}

Span p_here(const Parser *p) { return token_span(p, &p->tok); }
Span p_since(const Parser *p, Span start) {
  if (p->opts->at) return *p->opts->at;
  return span_to(start, p->prev);
}

const char *p_tok_text(const Parser *p, const Token *t, u32 *len) {
  *len = t->hi - t->lo;
  return p->sources->files[p->file].text + t->lo;
}

/* ---- consuming */

void p_jump_to(Parser *p, u32 pos) {
  p->pos = pos;
  p->tok = p->tokens->tok.at[pos];
  if (pos > 0) p->prev = token_span(p, &p->tokens->tok.at[pos - 1]);
}

void p_advance(Parser *p) {
  p->prev = p_here(p);
  if (p->pos + 1 < p->tokens->tok.len) p->pos++;
  p->tok = p->tokens->tok.at[p->pos];
}

bool p_accept(Parser *p, TokenKind k) {
  if (!at(p, k)) return false;
  p_advance(p);
  return true;
}

void p_expect(Parser *p, TokenKind k) {
  if (!p_accept(p, k)) p_fail_expected(p, token_kind_name(k));
}

/* ---- splitting */

typedef struct Split {
  TokenKind whole, first, rest;
} Split;

static const Split *split_of(TokenKind whole) {
  static const Split splits[] = {{TK_SHR, TK_GT, TK_GT},       {TK_GE, TK_GT, TK_EQ},
                                 {TK_SHR_EQ, TK_GT, TK_GE},    {TK_SHL, TK_LT, TK_LT},
                                 {TK_AND_AND, TK_AND, TK_AND}, {TK_OR_OR, TK_OR, TK_OR}};
  for (size_t i = 0; i < sizeof splits / sizeof *splits; i++)
    if (splits[i].whole == whole) return &splits[i];
  return NULL;
}

bool p_at_first(const Parser *p, TokenKind k) {
  const Split *s = split_of(p->tok.kind);
  return at(p, k) || (s && s->first == k);
}

bool p_accept_first(Parser *p, TokenKind k) {
  if (p_accept(p, k)) return true;
  if (!p_at_first(p, k)) return false;
  p->prev = p_here(p);
  p->prev.hi = p->prev.lo + 1;
  p->tok.kind = split_of(p->tok.kind)->rest;
  p->tok.lo++;
  return true;
}

void p_expect_first(Parser *p, TokenKind k) {
  if (!p_accept_first(p, k)) p_fail_expected(p, token_kind_name(k));
}

/* ---- delimiters */

static TokenKind closer_of(TokenKind open) {
  switch (open) {
  case TK_LPAREN: return TK_RPAREN;
  case TK_LBRACKET: return TK_RBRACKET;
  case TK_LBRACE: return TK_RBRACE;
  default: return TK_EOF;
  }
}

static bool is_closer(TokenKind k) {
  return k == TK_RPAREN || k == TK_RBRACKET || k == TK_RBRACE || k == TK_EOF;
}

static const char *end_of_text(const Parser *p) {
  if (p->matching) return "the end of the macro's arguments";
  if (p->in_story) return "the end of the story";
  return p->macro_depth > 0 ? "the end of a macro's expansion" : "end of file";
}

static _Noreturn void fail_unclosed(Parser *p, Span open, const char *expected) {
  diag_add(p->diags, DIAG_ERROR, p_here(p), "expected %s, found %s", expected,
           at(p, TK_EOF) ? end_of_text(p) : token_kind_name(p->tok.kind));
  diag_add(p->diags, DIAG_NOTE, open, "to close what opens here");
  longjmp(p->syntax_error, 1);
}

void p_close_delim(Parser *p, TokenKind k, Span open, const char *instead) {
  if (p_accept(p, k)) return;
  const char *what = instead ? arena_printf(p->arena, "%s or %s", instead, token_kind_name(k))
                             : token_kind_name(k);
  if (is_closer(p->tok.kind)) fail_unclosed(p, open, what);
  p_fail_expected(p, what);
}

u32 p_matching_close(Parser *p) {
  u32 start = p->pos, opened[PARSE_MAX_DEPTH], n = 0;
  for (;; p_advance(p)) {
    TokenKind k = p->tok.kind;
    if (closer_of(k) != TK_EOF) {
      if (n == PARSE_MAX_DEPTH)
        p_fail(p, p_here(p), "nesting is deeper than %d levels", PARSE_MAX_DEPTH);
      opened[n++] = p->pos;
    } else if (is_closer(k)) {
      const Token *open = &p->tokens->tok.at[opened[n - 1]];
      if (closer_of(open->kind) != k)
        fail_unclosed(p, token_span(p, open), token_kind_name(closer_of(open->kind)));
      if (--n == 0) break;
    }
  }
  u32 end = p->pos;
  p_jump_to(p, start);
  return end;
}

/* ---- names */

bool p_at_word(const Parser *p, const char *word) {
  return at(p, TK_IDENT) && strcmp(sym_str(p->in, p->tok.sym), word) == 0 &&
         p->tok.hi - p->tok.lo == strlen(word); /* not r#word */
}

bool p_accept_word(Parser *p, const char *word) {
  if (!p_at_word(p, word)) return false;
  p_advance(p);
  return true;
}

Sym p_ident(Parser *p, const char *what) {
  if (!at(p, TK_IDENT)) p_fail_expected(p, what);
  Sym s = p->tok.sym;
  p_advance(p);
  return s;
}

Sym p_sym_of(Parser *p, const char *s) { return intern_cstr(p->in, s); }

/* ---- errors */

/* "`name`", "integer literal `1`", "keyword `fn`", "string literal", "`=>`". */
static const char *describe(Parser *p) {
  u32 len;
  const char *text = p_tok_text(p, &p->tok, &len);
  if (len > 40) len = 40;
  switch (p->tok.kind) {
  case TK_EOF: return end_of_text(p);
  case TK_IDENT: return arena_printf(p->arena, "`%.*s`", (int)len, text);
  case TK_LIFETIME:
  case TK_INT:
  case TK_FLOAT:
    return arena_printf(p->arena, "%s `%.*s`", token_kind_name(p->tok.kind), (int)len, text);
  default: return token_kind_name(p->tok.kind);
  }
}

static void add(Parser *p, DiagKind kind, Span span, const char *tail, const char *fmt,
                va_list ap) {
  StrBuf text = {0};
  sb_vprintf(&text, fmt, ap);
  sb_puts(&text, tail);
  diag_add(p->diags, kind, span, "%s", sb_str(&text));
  sb_free(&text);
}

void p_fail(Parser *p, Span span, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  add(p, DIAG_ERROR, span, "", fmt, ap);
  va_end(ap);
  longjmp(p->syntax_error, 1);
}

void p_fail_expected(Parser *p, const char *what) {
  p_fail(p, p_here(p), "expected %s, found %s", what, describe(p));
}

void p_report(Parser *p, Span span, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  add(p, DIAG_ERROR, span, "", fmt, ap);
  va_end(ap);
}

void p_unsupported(Parser *p, Span span, const char *fmt, ...) {
  if (p->off) return;
  va_list ap;
  va_start(ap, fmt);
  add(p, DIAG_UNSUPPORTED, span, " not supported yet", fmt, ap);
  va_end(ap);
}

/* ---- depth */

static void check_depth(Parser *p, u32 depth) {
  if (depth > PARSE_MAX_DEPTH)
    p_fail(p, p_here(p), "nesting is deeper than %d levels", PARSE_MAX_DEPTH);
}

void p_enter(Parser *p) {
  check_depth(p, ++p->depth);
  if (p->reach < p->depth) p->reach = p->depth;
}

void p_leave(Parser *p) { p->depth--; }

u32 p_depth_open(Parser *p) {
  u32 outer = p->reach;
  p->reach = p->depth;
  return outer;
}

void p_depth_wrap(Parser *p, u32 left) {
  check_depth(p, left + 1);
  if (p->reach < left + 1) p->reach = left + 1;
}

void p_depth_close(Parser *p, u32 outer) {
  if (p->reach < outer) p->reach = outer;
}

/* ---- lists */

void *p_list_grow(Arena *arena, void *at, u32 n, size_t elem) {
  size_t cap = n < 4 ? 4 : (size_t)n * 2;
  void *bigger = arena_alloc(arena, cap * elem);
  if (n > 0) memcpy(bigger, at, n * elem);
  return bigger;
}
