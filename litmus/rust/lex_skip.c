/* Passing over the bodies of functions without making tokens of them: for the library, of which a
 * program uses little. What lies between the braces is lexed when somebody asks for it. */
#include <string.h>

#include "litmus/rust/lex_impl.h"

/* Behind the quoted text that begins here. */
static void skip_quoted(Lexer *lx) {
  char quote = lx->src[lx->pos++];
  while (lx->pos < lx->len && lx->src[lx->pos] != quote)
    lx->pos += lx->src[lx->pos] == '\\' ? 2 : 1;
  lx->pos++;
}

/* A quote that begins a character, not a lifetime. */
static bool at_char(const Lexer *lx) {
  if (lex_at(lx, 1) == '\\' || lex_at(lx, 1) >= 0x80) return true;
  return lex_at(lx, 2) == '\'';
}

/* At `{`: moves to the `}` that closes it. */
static bool skip_braces(Lexer *lx) {
  u32 open = 0, lo = lx->pos;
  while (lx->pos < lx->len) {
    char c = lx->src[lx->pos];
    if (c == '"' || (c == '\'' && at_char(lx))) {
      skip_quoted(lx);
      continue;
    }
    if (c == '/' && lex_at(lx, 1) == '/') {
      while (lx->pos < lx->len && lx->src[lx->pos] != '\n') lx->pos++;
      continue;
    }
    open += c == '{';
    open -= c == '}';
    if (c == '}' && !open) return true;
    lx->pos++;
  }
  return lex_error(lx, DIAG_ERROR, lo, lo + 1, "this body is never closed");
}

bool lex_skip_body(Lexer *lx) {
  Tokens *out = lx->out;
  TokenKind last = out->tok.len ? out->tok.at[out->tok.len - 1].kind : TK_EOF;
  TokenKind before = out->tok.len > 1 ? out->tok.at[out->tok.len - 2].kind : TK_EOF;
  if (before == KW_FN && last == TK_IDENT) lx->signature = true, lx->nesting = 0;
  if (!lx->signature) return true;
  char c = lx->src[lx->pos];
  lx->nesting += c == '(' || c == '[';
  lx->nesting -= c == ')' || c == ']';
  if (lx->nesting || (c != '{' && c != ';')) return true;
  lx->signature = false;
  if (c == ';') return true;
  u32 lo = lx->pos;
  if (!skip_braces(lx)) return false;
  u32 hi = lx->pos;
  lx->pos = lo + 1;
  lex_push(lx, TK_LBRACE, lo, 0);
  lx->pos = hi;
  return true;
}
