/* Shared by the lexer's own files. */
#ifndef LITMUS_RUST_LEX_IMPL_H
#define LITMUS_RUST_LEX_IMPL_H

#include "litmus/rust/lex.h"

typedef struct Lexer {
  Arena *arena;
  Interner *in;
  Diags *diags;
  Tokens *out;
  u16 file;
  const char *src;
  u32 len;
  u32 pos;        /* the next byte to read */
  u32 open_group; /* of stories that wait for the token that they stand before */
  u32 story_end;  /* where the line of the last story ends */
  bool in_story;
  bool signature; /* lex_skip_body: between `fn name` and the body or `;` .. */
  u32 nesting;    /* .. inside so many parentheses and brackets */
  /* punctuation and keywords by their first byte, in the order of token.def: the first one's kind
   * and what follows each; 0 ends a chain */
  unsigned char head[128], next[TK_COUNT];
} Lexer;

/* The byte `ahead` bytes from here; 0 behind the end (NUL bytes in the text were refused before).
 */
static inline unsigned char lex_at(const Lexer *lx, u32 ahead) {
  return lx->len - lx->pos > ahead ? (unsigned char)lx->src[lx->pos + ahead] : 0;
}

static inline bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static inline bool is_ident_start(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
static inline bool is_ident_continue(unsigned char c) { return is_ident_start(c) || is_digit(c); }

/* Reports bytes [lo, hi) and returns false. */
bool lex_error(Lexer *lx, DiagKind kind, u32 lo, u32 hi, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));

void lex_push(Lexer *lx, TokenKind kind, u32 lo, Sym sym);
void lex_push_literal(Lexer *lx, TokenKind kind, u32 lo, Sym suffix, Literal value);

/* Decodes the (valid) UTF-8 scalar at the current position and moves behind it. */
u32 lex_scalar(Lexer *lx);
/* The length of the identifier characters from here on. */
u32 lex_ident_len(const Lexer *lx);

/* White space and comments; false after an error was reported. */
bool lex_blanks(Lexer *lx);
bool lex_token(Lexer *lx);
/* Before a token: is it the `{` of a function's body, pushes it and moves to the `}`. */
bool lex_skip_body(Lexer *lx);
/* At `//@`: takes the comment if it is a story or continues one. */
bool lex_story(Lexer *lx, bool *taken);

/* One literal each, at the current position; false after an error was reported. */
bool lex_number(Lexer *lx, bool is_tuple_index);
bool lex_char_or_lifetime(Lexer *lx);
bool lex_byte_char(Lexer *lx, u32 lo);
/* `lx->pos` is at the opening quote, or at the first `#` of a raw string; `lo` is where the prefix
 * began. */
bool lex_string(Lexer *lx, TokenKind kind, u32 lo);
bool lex_raw_string(Lexer *lx, TokenKind kind, u32 lo);

#endif
