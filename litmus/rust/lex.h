/* The lexer: source text to an array of tokens. The whole file is read before parsing starts, so
 * the parser may look ahead as far as it likes. Comments and doc comments vanish here. */
#ifndef LITMUS_RUST_LEX_H
#define LITMUS_RUST_LEX_H

#include "engine/base/diag.h"
#include "engine/base/intern.h"
#include "engine/base/vec.h"

typedef enum TokenKind {
#define TOKEN(name, description) TK_##name,
#define PUNCT(name, text) TK_##name,
#define KEYWORD(name, text) KW_##name,
#define RESERVED(name, text) KW_##name,
#include "litmus/rust/token.def"
  TK_COUNT
} TokenKind;

typedef struct Token {
  TokenKind kind;
  u16 ctx;    /* the expansion that it comes from, see Span */
  u32 lo, hi; /* bytes of the file */
  Sym sym; /* IDENT: its name, keywords too; LIFETIME: without the quote; INT: the suffix or 0 (the
              parser checks that there is such a suffix) */
  u32 lit; /* literals: index of the value */
  u32 story; /* the group of stories that stands in comments before it; 0: none */
} Token;

/* The value of a literal, escapes resolved. */
typedef struct Literal {
  u128 value;       /* INT, CHAR, BYTE */
  const char *text; /* FLOAT: digits, point, exponent; STR, BYTE_STR; NUL-terminated, but may
                       contain NULs */
  u32 len;
} Literal;

/* `//@ story [NAME]: CODE`: the Rust code that stands in for an `asm!` block or a foreign function.
 * Comments like it on the next lines, and lines `//@  CODE` that are indented, continue it. Its
 * tokens are those of its text, wherever that is. */
typedef struct StoryText {
  Sym name;     /* 0: none */
  u32 lo, hi;   /* of the comment's text, from "story" on */
  u32 group;    /* from 1: of stories with nothing in between */
  u32 first, n; /* tokens, of Tokens.story_tok */
} StoryText;

typedef struct Tokens {
  VEC(Token) tok; /* ends with an EOF token */
  VEC(Literal) lit;
  VEC(StoryText) stories;
  VEC(Token) story_tok;
  u32 ngroups; /* of stories */
} Tokens;

/* Reads file number `file`. Returns false when `diags` received an error: then only the tokens
 * before it are there. `out` starts as {0} and is released with tokens_free in both cases. */
bool lex(Arena *arena, Interner *in, const SourceMap *sources, u16 file, Diags *diags, Tokens *out);
/* The same without what is between the braces of functions' bodies; the text is trusted to be valid
 * UTF-8 and to have no raw strings there. */
bool lex_signatures(Arena *arena, Interner *in, const SourceMap *sources, u16 file, Diags *diags,
                    Tokens *out);
/* The tokens of bytes [lo, hi) of a file of which the rest has been read. */
bool lex_range(Arena *arena, Interner *in, const SourceMap *sources, u16 file, u32 lo, u32 hi,
               Diags *diags, Tokens *out);
void tokens_free(Tokens *t);

/* "`+`", "keyword `fn`", "identifier", "end of file". */
const char *token_kind_name(TokenKind k);
/* The spelling of punctuation and keywords; NULL for the others. */
const char *token_kind_text(TokenKind k);
bool token_is_keyword(TokenKind k);

#endif
