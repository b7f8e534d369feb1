/* Literals: numbers, characters, strings, with the escapes and line-end rules of the Rust
 * reference. Values are computed here, so that the rest of the front end never looks at source text
 * again. */
#include "litmus/rust/lex_impl.h"

#include <string.h>

/* ---- numbers */

static int digit_value(unsigned char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

static bool is_one_of(const char *s, u32 n, const char *const *words) {
  for (; *words; words++)
    if (strlen(*words) == n && memcmp(*words, s, n) == 0) return true;
  return false;
}

static bool is_float_suffix(const char *s, u32 n) {
  static const char *const suffixes[] = {"f16", "f32", "f64", "f128", NULL};
  return is_one_of(s, n, suffixes);
}

static void skip_digits(Lexer *lx) {
  while (is_digit(lex_at(lx, 0)) || lex_at(lx, 0) == '_') lx->pos++;
}

/* exponent = ("e" | "E") ["+" | "-"] {"_"} digit {digit | "_"}; nothing is read if it is not one.
 */
static bool exponent(Lexer *lx) {
  if (lex_at(lx, 0) != 'e' && lex_at(lx, 0) != 'E') return false;
  u32 n = 1 + (lex_at(lx, 1) == '+' || lex_at(lx, 1) == '-');
  while (lex_at(lx, n) == '_') n++;
  if (!is_digit(lex_at(lx, n))) return false;
  lx->pos += n;
  skip_digits(lx);
  return true;
}

/* After the decimal digits: `.5`, a `.` that nothing can follow, or an exponent make it a float.
 * `1..2` is a range and `1.max(2)` a call. */
static bool float_tail(Lexer *lx) {
  bool is_float = false;
  unsigned char next = lex_at(lx, 1);
  if (lex_at(lx, 0) == '.' && next != '.' && !is_ident_start(next) && next < 0x80) {
    lx->pos++;
    skip_digits(lx);
    is_float = true;
  }
  return exponent(lx) || is_float;
}

/* The source of a float without suffix and underscores. */
static const char *float_digits(Lexer *lx, u32 lo, u32 hi, u32 *len) {
  char *text = arena_alloc(lx->arena, hi - lo + 1);
  *len = 0;
  for (u32 i = lo; i < hi; i++)
    if (lx->src[i] != '_') text[(*len)++] = lx->src[i];
  text[*len] = '\0';
  return text;
}

static bool suffix(Lexer *lx, u32 lo, unsigned base, bool is_float, u128 value) {
  const char *s = lx->src + lx->pos;
  u32 at = lx->pos, n = lex_ident_len(lx);
  lx->pos += n;
  Literal lit = {.value = value};
  if (base == 10 && (is_float_suffix(s, n) || (is_float && n == 0))) {
    lit.text = float_digits(lx, lo, at, &lit.len);
    lex_push_literal(lx, TK_FLOAT, lo, n ? intern(lx->in, s, n) : 0, lit);
    return true;
  }
  if (is_float)
    return lex_error(lx, DIAG_ERROR, at, lx->pos,
                     "`%.*s` is not a suffix of floating-point literals", n > 40 ? 40 : (int)n, s);
  lex_push_literal(lx, TK_INT, lo, n ? intern(lx->in, s, n) : 0, lit);
  return true;
}

/* The digits of an integer in `base`, up to the suffix. */
static bool digits(Lexer *lx, u32 lo, unsigned base, u128 *value, bool *overflow) {
  bool any = false;
  for (;; lx->pos++) {
    unsigned char c = lex_at(lx, 0);
    if (c == '_') continue;
    int d = digit_value(c);
    if (d < 0 || (base < 16 && !is_digit(c))) break;
    if ((unsigned)d >= base)
      return lex_error(lx, DIAG_ERROR, lx->pos, lx->pos + 1, "`%c` is not a digit of base %u", c,
                       base);
    *overflow |= *value > (~(u128)0 - (unsigned)d) / base;
    *value = *value * base + (unsigned)d;
    any = true;
  }
  return any || lex_error(lx, DIAG_ERROR, lo, lx->pos, "this number has no digits");
}

/* number = ("0x" | "0o" | "0b") digits [suffix] | digits ["." digits] [exponent] [suffix] */
bool lex_number(Lexer *lx, bool is_tuple_index) {
  u32 lo = lx->pos;
  unsigned base = 10;
  if (lex_at(lx, 0) == '0') {
    unsigned char c = lex_at(lx, 1);
    base = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 10;
    if (base != 10) lx->pos += 2;
  }
  u128 value = 0;
  bool overflow = false;
  if (!digits(lx, lo, base, &value, &overflow)) return false;
  bool is_float = base == 10 && !is_tuple_index && float_tail(lx);
  is_float |= base == 10 && is_float_suffix(lx->src + lx->pos, lex_ident_len(lx));
  if (overflow && !is_float)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos,
                     "this integer literal is too large: it does not fit in 128 bits");
  return suffix(lx, lo, base, is_float, value);
}

/* ---- escapes */

/* What an escape may be depends on the literal it is in. */
static bool is_text(TokenKind k) { return k == TK_CHAR || k == TK_STR; }

static bool hex_escape(Lexer *lx, TokenKind kind, u32 lo, u32 *out) {
  int hi = digit_value(lex_at(lx, 0)), low = digit_value(lex_at(lx, 1));
  if (hi < 0 || low < 0)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "`\\x` needs two hexadecimal digits");
  lx->pos += 2;
  *out = (u32)(hi * 16 + low);
  if (is_text(kind) && *out > 0x7F)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos,
                     "`\\x` in text goes up to `\\x7f`; write `\\u{..}` for other characters");
  return true;
}

static bool unicode_escape(Lexer *lx, TokenKind kind, u32 lo, u32 *out) {
  if (kind == TK_BYTE || kind == TK_BYTE_STR)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "`\\u{..}` is not allowed in byte literals");
  if (lex_at(lx, 0) != '{')
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "`\\u` needs braces: `\\u{1F600}`");
  lx->pos++;
  u32 n = 0, c = 0;
  for (; n <= 6; lx->pos++) {
    unsigned char h = lex_at(lx, 0);
    if (h == '_' && n > 0) continue;
    int d = digit_value(h);
    if (d < 0) break;
    c = c * 16 + (u32)d;
    n++;
  }
  if (n == 0 || n > 6 || lex_at(lx, 0) != '}')
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "`\\u{..}` takes one to six hexadecimal digits");
  lx->pos++;
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "U+%04X is not a character", c);
  *out = c;
  return true;
}

/* "\" seen; moves behind the escape. */
static bool escape(Lexer *lx, TokenKind kind, u32 *out) {
  static const char names[] = "nrt\\0'\"", values[] = "\n\r\t\\\0'\"";
  u32 lo = lx->pos++;
  unsigned char c = lex_at(lx, 0);
  if (c == 'x') return lx->pos++, hex_escape(lx, kind, lo, out);
  if (c == 'u') return lx->pos++, unicode_escape(lx, kind, lo, out);
  const char *which = c ? strchr(names, c) : NULL;
  if (which) {
    lx->pos++;
    *out = (unsigned char)values[which - names];
    return true;
  }
  if (lx->pos < lx->len) lex_scalar(lx);
  return lex_error(lx, DIAG_ERROR, lo, lx->pos, "unknown escape `%.*s`",
                   c >= ' ' ? (int)(lx->pos - lo) : 1, lx->src + lo);
}

/* ---- characters */

/* The character between the quotes of a char or byte literal; `lx->pos` is at the opening quote. */
static bool quoted(Lexer *lx, TokenKind kind, u32 lo) {
  lx->pos++;
  unsigned char c = lex_at(lx, 0);
  u32 value;
  if (c == '\'') {
    /* `'''` is a quote that was not escaped, `''` nothing at all */
    bool quote = lex_at(lx, 1) == '\'';
    return lex_error(lx, DIAG_ERROR, lo, lx->pos + 1, "%s",
                     quote ? "a quote in a character literal is written `'\\''`"
                           : "this character literal is empty");
  }
  if (lx->pos >= lx->len || c == '\n' || c == '\r' || c == '\t')
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "this character literal is not closed");
  u32 at = lx->pos;
  if (c == '\\') {
    if (!escape(lx, kind, &value)) return false;
  } else {
    value = lex_scalar(lx);
    if (kind == TK_BYTE && value > 0x7F)
      return lex_error(lx, DIAG_ERROR, at, lx->pos,
                       "only ASCII characters and `\\x..` in byte literals");
  }
  if (lex_at(lx, 0) != '\'')
    return lex_error(lx, DIAG_ERROR, lo, lx->pos,
                     "this character literal is not closed after one character");
  lx->pos++;
  if (is_ident_start(lex_at(lx, 0)))
    return lex_error(lx, DIAG_ERROR, lx->pos, lx->pos + 1,
                     "a suffix on a character literal has no meaning");
  lex_push_literal(lx, kind, lo, 0, (Literal){.value = value});
  return true;
}

bool lex_byte_char(Lexer *lx, u32 lo) { return quoted(lx, TK_BYTE, lo); }

/* `'a'` is a character, `'a` a lifetime. */
bool lex_char_or_lifetime(Lexer *lx) {
  u32 lo = lx->pos;
  if (!is_ident_start(lex_at(lx, 1)) || lex_at(lx, 2) == '\'') return quoted(lx, TK_CHAR, lo);
  lx->pos++;
  u32 n = lex_ident_len(lx);
  if (lex_at(lx, n) == '\'')
    return lex_error(lx, DIAG_ERROR, lo, lx->pos + n + 1,
                     "a character literal holds one character; use double quotes for a string");
  const char *s = lx->src + lx->pos;
  lx->pos += n;
  lex_push(lx, TK_LIFETIME, lo, intern(lx->in, s, n));
  return true;
}

/* ---- strings */

/* The bytes of a string under construction: a literal is never longer than its source. */
typedef struct Text {
  char *at;
  u32 len;
} Text;

static void put_scalar(Text *t, u32 c) {
  if (c < 0x80) {
    t->at[t->len++] = (char)c;
  } else if (c < 0x800) {
    t->at[t->len++] = (char)(0xC0 | c >> 6);
    t->at[t->len++] = (char)(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    t->at[t->len++] = (char)(0xE0 | c >> 12);
    t->at[t->len++] = (char)(0x80 | (c >> 6 & 0x3F));
    t->at[t->len++] = (char)(0x80 | (c & 0x3F));
  } else {
    t->at[t->len++] = (char)(0xF0 | c >> 18);
    t->at[t->len++] = (char)(0x80 | (c >> 12 & 0x3F));
    t->at[t->len++] = (char)(0x80 | (c >> 6 & 0x3F));
    t->at[t->len++] = (char)(0x80 | (c & 0x3F));
  }
}

/* One source character of a string as it is: "\r\n" counts as "\n". */
static bool plain(Lexer *lx, TokenKind kind, Text *t) {
  u32 at = lx->pos;
  if (lex_at(lx, 0) == '\r') {
    if (lex_at(lx, 1) != '\n')
      return lex_error(lx, DIAG_ERROR, at, at + 1,
                       "a carriage return in a string is written `\\r`");
    lx->pos++;
  }
  u32 c = lex_scalar(lx);
  if (kind == TK_BYTE_STR && c > 0x7F)
    return lex_error(lx, DIAG_ERROR, at, lx->pos,
                     "only ASCII characters and `\\x..` in byte strings");
  put_scalar(t, c);
  return true;
}

/* A room for the text that starts here: up to `end`, which is not before the closing quote. */
static Text text_room(Lexer *lx, u32 end) {
  return (Text){.at = arena_alloc(lx->arena, (size_t)(end - lx->pos) + 1)};
}

static bool finish(Lexer *lx, TokenKind kind, u32 lo, Text t) {
  if (is_ident_start(lex_at(lx, 0)))
    return lex_error(lx, DIAG_ERROR, lx->pos, lx->pos + lex_ident_len(lx),
                     "a suffix on a string literal has no meaning");
  lex_push_literal(lx, kind, lo, 0, (Literal){.text = t.at, .len = t.len});
  return true;
}

bool lex_string(Lexer *lx, TokenKind kind, u32 lo) {
  lx->pos++;
  u32 end = lx->pos;
  while (end < lx->len && lx->src[end] != '"') end += lx->src[end] == '\\' ? 2 : 1;
  if (end >= lx->len) return lex_error(lx, DIAG_ERROR, lo, lx->pos, "this string is never closed");
  Text t = text_room(lx, end);
  while (lx->pos < end) {
    unsigned char c = lex_at(lx, 0), d = lex_at(lx, 1);
    if (c == '\\' && (d == '\n' || (d == '\r' && lex_at(lx, 2) == '\n'))) {
      lx->pos += 2;
      while (lex_at(lx, 0) && strchr(" \t\n\r", lex_at(lx, 0))) lx->pos++;
    } else if (c == '\\') {
      u32 value;
      if (!escape(lx, kind, &value)) return false;
      if (kind == TK_STR || (kind == TK_C_STR && value > 0xFF))
        put_scalar(&t, value);
      else
        t.at[t.len++] = (char)value;
    } else if (!plain(lx, kind, &t)) {
      return false;
    }
  }
  lx->pos = end + 1;
  return finish(lx, kind, lo, t);
}

/* Does the text at `at` close a raw string of `hashes` hashes? */
static bool closes_raw(const Lexer *lx, u32 at, u32 hashes) {
  if (lx->src[at] != '"' || lx->len - at <= hashes) return false;
  for (u32 i = 1; i <= hashes; i++)
    if (lx->src[at + i] != '#') return false;
  return true;
}

bool lex_raw_string(Lexer *lx, TokenKind kind, u32 lo) {
  u32 hashes = 0;
  while (lex_at(lx, hashes) == '#') hashes++;
  if (hashes > 255)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos + hashes,
                     "a raw string may use up to 255 `#`, this one has %u", hashes);
  lx->pos += hashes;
  if (lex_at(lx, 0) != '"')
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "expected `\"` to open a raw string");
  lx->pos++;
  u32 end = lx->pos;
  while (end < lx->len && !closes_raw(lx, end, hashes)) end++;
  if (end >= lx->len)
    return lex_error(lx, DIAG_ERROR, lo, lx->pos, "this raw string is never closed");
  Text t = text_room(lx, end);
  while (lx->pos < end)
    if (!plain(lx, kind, &t)) return false;
  lx->pos = end + 1 + hashes;
  return finish(lx, kind, lo, t);
}
