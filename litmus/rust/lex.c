/* Splitting Rust source into tokens: white space, comments, words, punctuation. Punctuation is
 * taken by maximal munch, so `>>` is one token; the parser splits it where the grammar wants two.
 * Literals are in lex_literal.c.
 *
 * Two rules need to look around: `'a` is a lifetime unless a quote follows the letter, and digits
 * after a single dot are a tuple index, so that `x.0.1` does not contain the number `0.1`. */
#include "litmus/rust/lex_impl.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_text[TK_COUNT] = {
#define PUNCT(name, text) [TK_##name] = text,
#define KEYWORD(name, text) [KW_##name] = text,
#define RESERVED(name, text) [KW_##name] = text,
#include "litmus/rust/token.def"
};

static const char *const kind_name[TK_COUNT] = {
#define TOKEN(name, description) [TK_##name] = description,
#define PUNCT(name, text) [TK_##name] = "`" text "`",
#define KEYWORD(name, text) [KW_##name] = "keyword `" text "`",
#define RESERVED(name, text) [KW_##name] = "reserved keyword `" text "`",
#include "litmus/rust/token.def"
};

const char *token_kind_name(TokenKind k) { return kind_name[k]; }
const char *token_kind_text(TokenKind k) { return kind_text[k]; }
bool token_is_keyword(TokenKind k) { return k > TK_UNDERSCORE && k < TK_COUNT; }

void tokens_free(Tokens *t) {
  vec_free(&t->tok);
  vec_free(&t->lit);
  vec_free(&t->stories);
  vec_free(&t->story_tok);
}

bool lex_error(Lexer *lx, DiagKind kind, u32 lo, u32 hi, const char *fmt, ...) {
  char text[256];
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(text, sizeof text, fmt, ap);
  va_end(ap);
  diag_add(lx->diags, kind, (Span){.lo = lo, .hi = hi, .file = lx->file}, "%s", text);
  return false;
}

/* The first token behind a story is what the story stands before. */
static void push(Lexer *lx, Token t) {
  if (!lx->in_story) {
    t.story = lx->open_group;
    lx->open_group = 0;
  }
  vec_push(&lx->out->tok, t);
}

void lex_push(Lexer *lx, TokenKind kind, u32 lo, Sym sym) {
  push(lx, (Token){.kind = kind, .lo = lo, .hi = lx->pos, .sym = sym});
}

void lex_push_literal(Lexer *lx, TokenKind kind, u32 lo, Sym suffix, Literal value) {
  Token t = {.kind = kind, .lo = lo, .hi = lx->pos, .sym = suffix, .lit = lx->out->lit.len};
  vec_push(&lx->out->lit, value);
  push(lx, t);
}

/* ---- UTF-8 */

/* The length of the scalar that starts at s (n bytes are left), 0 if it is not valid UTF-8. */
static u32 utf8_len(const unsigned char *s, u32 n) {
  static const struct {
    unsigned char mask, lead;
    u32 len, least;
  } form[] = {{0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}};
  if (s[0] < 0x80) return 1;
  for (int i = 0; i < 3; i++) {
    if ((s[0] & form[i].mask) != form[i].lead) continue;
    if (n < form[i].len) return 0;
    u32 c = s[0] & (unsigned char)~form[i].mask;
    for (u32 k = 1; k < form[i].len; k++) {
      if ((s[k] & 0xC0) != 0x80) return 0;
      c = c << 6 | (s[k] & 0x3F);
    }
    bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c < form[i].least || c > 0x10FFFF || surrogate ? 0 : form[i].len;
  }
  return 0;
}

u32 lex_scalar(Lexer *lx) {
  const unsigned char *s = (const unsigned char *)lx->src + lx->pos;
  u32 n = utf8_len(s, lx->len - lx->pos);
  u32 c = n == 1 ? s[0] : s[0] & (0x7Fu >> n);
  for (u32 k = 1; k < n; k++) c = c << 6 | (s[k] & 0x3F);
  lx->pos += n;
  return c;
}

/* Every byte of the file is part of valid UTF-8 and not NUL, also in comments. */
static bool check_encoding(Lexer *lx) {
  for (u32 i = 0; i < lx->len;) {
    u32 n = utf8_len((const unsigned char *)lx->src + i, lx->len - i);
    if (n == 0)
      return lex_error(lx, DIAG_ERROR, i, i + 1, "the file is not valid UTF-8: byte 0x%02x",
                       (unsigned char)lx->src[i]);
    if (lx->src[i] == 0) return lex_error(lx, DIAG_ERROR, i, i + 1, "the file contains a NUL byte");
    i += n;
  }
  return true;
}

/* ---- white space and comments */

/* White space of Rust that is not ASCII: its length in bytes, or 0. */
static u32 unicode_space(const Lexer *lx) {
  static const char *const spaces[] = {"\xC2\x85", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8",
                                       "\xE2\x80\xA9"};
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
    u32 n = (u32)strlen(spaces[i]);
    if (lx->len - lx->pos >= n && memcmp(lx->src + lx->pos, spaces[i], n) == 0) return n;
  }
  return 0;
}

/* "/ *" already seen; block comments nest. */
static bool block_comment(Lexer *lx) {
  u32 lo = lx->pos;
  u32 open = 0;
  do {
    if (lx->pos >= lx->len)
      return lex_error(lx, DIAG_ERROR, lo, lo + 2, "this block comment is never closed");
    unsigned char c = lex_at(lx, 0), d = lex_at(lx, 1);
    bool opens = c == '/' && d == '*', closes = c == '*' && d == '/';
    open = open + opens - closes;
    lx->pos += opens || closes ? 2 : 1;
  } while (open > 0);
  return true;
}

static void skip_line(Lexer *lx) {
  while (lx->pos < lx->len && lx->src[lx->pos] != '\n') lx->pos++;
}

bool lex_blanks(Lexer *lx) {
  while (lx->pos < lx->len) {
    unsigned char c = lex_at(lx, 0);
    u32 wide;
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      lx->pos++;
    } else if (c == '/' && lex_at(lx, 1) == '/') {
      bool is_story = false;
      if (lex_at(lx, 2) == '@' && !lx->in_story && !lex_story(lx, &is_story)) return false;
      if (!is_story) skip_line(lx);
    } else if (c == '/' && lex_at(lx, 1) == '*') {
      if (!block_comment(lx)) return false;
    } else if (c >= 0x80 && (wide = unicode_space(lx)) != 0) {
      lx->pos += wide;
    } else {
      break;
    }
  }
  return true;
}

/* A byte order mark, and a first line `#!interpreter` (but not an attribute `#![..]`). */
static bool skip_prologue(Lexer *lx) {
  if (lx->len >= 3 && memcmp(lx->src, "\xEF\xBB\xBF", 3) == 0) lx->pos = 3;
  if (lex_at(lx, 0) != '#' || lex_at(lx, 1) != '!') return true;
  u32 start = lx->pos;
  lx->pos += 2;
  if (!lex_blanks(lx)) return false;
  bool is_attribute = lex_at(lx, 0) == '[';
  lx->pos = start;
  if (!is_attribute) skip_line(lx);
  return true;
}

/* ---- words */

u32 lex_ident_len(const Lexer *lx) {
  u32 n = 0;
  while (is_ident_continue(lex_at(lx, n))) n++;
  return n;
}

/* Keyword, `_` or identifier. */
static TokenKind word_kind(const Lexer *lx, const char *s, u32 n) {
  for (u32 k = lx->head[(unsigned char)*s]; k; k = lx->next[k])
    if (strncmp(kind_text[k], s, n) == 0 && kind_text[k][n] == 0) return (TokenKind)k;
  return TK_IDENT;
}

/* "r#" seen, an identifier follows. */
static bool raw_ident(Lexer *lx) {
  u32 lo = lx->pos;
  lx->pos += 2;
  u32 n = lex_ident_len(lx);
  const char *s = lx->src + lx->pos;
  lx->pos += n;
  TokenKind k = word_kind(lx, s, n);
  if (k == KW_SELF || k == KW_SELF_TYPE || k == KW_SUPER || k == KW_CRATE || k == TK_UNDERSCORE)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "`%s` cannot be a raw identifier",
                     token_kind_text(k));
  lex_push(lx, TK_IDENT, lo, intern(lx->in, s, n));
  return true;
}

/* Strings and bytes with a prefix letter, or a word. */
static bool word(Lexer *lx) {
  static const struct {
    const char *prefix;
    TokenKind kind;
    bool raw;
  } strings[] = {{"b", TK_BYTE_STR, false},
                 {"br", TK_BYTE_STR, true},
                 {"c", TK_C_STR, false},
                 {"cr", TK_C_STR, true},
                 {"r", TK_STR, true}};
  u32 lo = lx->pos, n = lex_ident_len(lx);
  const char *s = lx->src + lo;
  unsigned char next = lex_at(lx, n);
  if (n == 1 && *s == 'r' && next == '#' && is_ident_start(lex_at(lx, 2))) return raw_ident(lx);
  if (n == 1 && *s == 'b' && next == '\'') {
    lx->pos++;
    return lex_byte_char(lx, lo);
  }
  if (next == '"' || next == '#') {
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
      if (strlen(strings[i].prefix) != n || memcmp(strings[i].prefix, s, n) != 0) continue;
      if (next == '#' && !strings[i].raw) continue;
      lx->pos += n;
      return strings[i].raw ? lex_raw_string(lx, strings[i].kind, lo)
                            : lex_string(lx, strings[i].kind, lo);
    }
  }
  TokenKind kind = word_kind(lx, s, n);
  /* The 2021 edition reserves every prefix; a keyword may still touch a literal, as in
   * `return"x"` or `in'a'`. */
  if ((next == '"' || next == '\'' || next == '#') && kind == TK_IDENT)
    return lex_error(lx, DIAG_ERROR, lo, lo + n, "unknown prefix `%.*s` before `%c`",
                     n > 40 ? 40 : (int)n, s, next);
  lx->pos += n;
  lex_push(lx, kind, lo, intern(lx->in, s, n));
  return true;
}

/* ---- punctuation */

static bool punctuation(Lexer *lx) {
  u32 lo = lx->pos;
  unsigned char first = lex_at(lx, 0);
  for (u32 k = first < 128 ? lx->head[first] : 0; k; k = lx->next[k]) {
    const char *text = kind_text[k];
    u32 n = 1;
    while (text[n] && (unsigned char)text[n] == lex_at(lx, n)) n++;
    if (text[n]) continue;
    lx->pos += n;
    lex_push(lx, (TokenKind)k, lo, 0);
    return true;
  }
  u32 c = lex_scalar(lx);
  if (c < 0x20 || c == 0x7F)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "control character U+%04X in the source", c);
  if (c < 0x80)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "`%c` is not part of any Rust token", (char)c);
  return lex_error(
      lx, DIAG_UNSUPPORTED, lo, lx->pos,
      "the character `%.*s` (U+%04X) outside strings and comments is not supported yet",
      (int)(lx->pos - lo), lx->src + lo, c);
}

bool lex_token(Lexer *lx) {
  unsigned char c = lex_at(lx, 0);
  if (is_ident_start(c)) return word(lx);
  if (is_digit(c)) {
    u32 n = lx->out->tok.len;
    return lex_number(lx, n > 0 && lx->out->tok.at[n - 1].kind == TK_DOT);
  }
  if (c == '"') return lex_string(lx, TK_STR, lx->pos);
  if (c == '\'') return lex_char_or_lifetime(lx);
  return punctuation(lx);
}

static void index_words(Lexer *lx) {
  for (u32 k = TK_COUNT - 1; kind_text[k]; k--) {
    unsigned char first = (unsigned char)kind_text[k][0];
    lx->next[k] = lx->head[first];
    lx->head[first] = (unsigned char)k;
  }
}

static Lexer lexer_of(Arena *arena, Interner *in, const SourceMap *sources, u16 file, Diags *diags,
                      Tokens *out) {
  const SourceFile *f = &sources->files[file];
  Lexer lx = {.arena = arena,
              .in = in,
              .diags = diags,
              .out = out,
              .file = file,
              .src = f->text,
              .len = f->len};
  index_words(&lx);
  return lx;
}

bool lex(Arena *arena, Interner *in, const SourceMap *sources, u16 file, Diags *diags,
         Tokens *out) {
  Lexer lx = lexer_of(arena, in, sources, file, diags, out);
  bool ok = check_encoding(&lx) && skip_prologue(&lx);
  while (ok && (ok = lex_blanks(&lx)) && lx.pos < lx.len) ok = lex_token(&lx);
  lex_push(&lx, TK_EOF, lx.pos, 0);
  return ok;
}

bool lex_signatures(Arena *arena, Interner *in, const SourceMap *sources, u16 file, Diags *diags,
                    Tokens *out) {
  Lexer lx = lexer_of(arena, in, sources, file, diags, out);
  bool ok = true;
  while (ok && (ok = lex_blanks(&lx)) && lx.pos < lx.len) ok = lex_skip_body(&lx) && lex_token(&lx);
  lex_push(&lx, TK_EOF, lx.pos, 0);
  return ok;
}

bool lex_range(Arena *arena, Interner *in, const SourceMap *sources, u16 file, u32 lo, u32 hi,
               Diags *diags, Tokens *out) {
  Lexer lx = lexer_of(arena, in, sources, file, diags, out);
  lx.pos = lo;
  lx.len = hi;
  bool ok = true;
  while (ok && (ok = lex_blanks(&lx)) && lx.pos < lx.len) ok = lex_token(&lx);
  lex_push(&lx, TK_EOF, lx.pos, 0);
  return ok;
}
