#include "litmus/run/cursor.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

Span cursor_span(const Cursor *c, u32 lo, u32 hi) {
  return (Span){.lo = lo, .hi = hi, .file = c->d->file};
}

void cursor_error(Cursor *c, u32 lo, u32 hi, const char *fmt, ...) {
  if (c->failed) return;
  c->failed = true;
  va_list ap;
  va_start(ap, fmt);
  StrBuf b = {0};
  sb_vprintf(&b, fmt, ap);
  va_end(ap);
  diag_add(c->d->diags, DIAG_ERROR, cursor_span(c, lo, hi), "%s", sb_str(&b));
  sb_free(&b);
}

void cursor_space(Cursor *c) {
  while (c->pos < c->end && (c->text[c->pos] == ' ' || c->text[c->pos] == '\t')) c->pos++;
}

char cursor_peek(Cursor *c) {
  cursor_space(c);
  return c->pos < c->end && !c->failed ? c->text[c->pos] : '\0';
}

bool cursor_at_end(Cursor *c) { return cursor_peek(c) == '\0'; }

bool cursor_accept(Cursor *c, const char *punctuation) {
  cursor_space(c);
  size_t n = strlen(punctuation);
  if (c->failed || c->end - c->pos < n || memcmp(c->text + c->pos, punctuation, n) != 0)
    return false;
  c->pos += (u32)n;
  return true;
}

void cursor_expect(Cursor *c, const char *punctuation) {
  if (!cursor_accept(c, punctuation))
    cursor_error(c, c->pos, c->pos + 1, "expected `%s`", punctuation);
}

static bool is_letter(char ch) {
  return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || ch == '_';
}

static const char *word(Cursor *c, Span *span, bool dashes) {
  if (!is_letter(cursor_peek(c))) return NULL;
  u32 lo = c->pos;
  while (c->pos < c->end) {
    char ch = c->text[c->pos];
    if (!is_letter(ch) && !(ch >= '0' && ch <= '9') && !(dashes && ch == '-')) break;
    c->pos++;
  }
  if (span) *span = cursor_span(c, lo, c->pos);
  return arena_strndup(c->d->arena, c->text + lo, c->pos - lo);
}

const char *cursor_name(Cursor *c, Span *span) { return word(c, span, true); }
const char *cursor_ident(Cursor *c, Span *span) { return word(c, span, false); }

bool cursor_keyword(Cursor *c, const char *keyword) {
  cursor_space(c);
  u32 before = c->pos;
  const char *w = word(c, NULL, true);
  if (w && !strcmp(w, keyword)) return true;
  c->pos = before;
  return false;
}

static int hex_digit(char ch) {
  if (ch >= '0' && ch <= '9') return ch - '0';
  if (ch >= 'a' && ch <= 'f') return ch - 'a' + 10;
  if (ch >= 'A' && ch <= 'F') return ch - 'A' + 10;
  return -1;
}

static void put_utf8(StrBuf *b, u32 v) {
  if (v < 0x80) {
    sb_putc(b, (char)v);
    return;
  }
  u32 extra = v < 0x800 ? 1 : v < 0x10000 ? 2 : 3;
  static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
  sb_putc(b, (char)(lead[extra] | v >> 6 * extra));
  while (extra--) sb_putc(b, (char)(0x80 | (v >> 6 * extra & 0x3F)));
}

/* escape = "\" (n | t | r | 0 | \ | " | ' | xHH | u{H+}); pos is behind the backslash */
static void escape(Cursor *c, StrBuf *b) {
  static const char names[] = "ntr0\\\"'", values[] = "\n\t\r\0\\\"'";
  u32 lo = c->pos - 1;
  char ch = c->pos < c->end ? c->text[c->pos++] : '\0';
  const char *hit = ch ? strchr(names, ch) : NULL;
  if (hit) {
    sb_putc(b, values[hit - names]);
    return;
  }
  bool braces = ch == 'u' && c->pos < c->end && c->text[c->pos] == '{';
  u32 v = 0, digits = 0;
  if (ch == 'x' || braces) {
    c->pos += braces;
    while (c->pos < c->end && digits < (braces ? 6u : 2u) && hex_digit(c->text[c->pos]) >= 0)
      v = v * 16 + (u32)hex_digit(c->text[c->pos++]), digits++;
    bool closed = !braces || (c->pos < c->end && c->text[c->pos++] == '}');
    if (closed &&
        (braces ? digits > 0 && v <= 0x10FFFF && (v < 0xD800 || v > 0xDFFF) : digits == 2)) {
      braces ? put_utf8(b, v) : sb_putc(b, (char)v);
      return;
    }
  }
  cursor_error(c, lo, c->pos,
               "unknown escape in the string: \\n \\t \\r \\0 \\\\ \\\" \\xHH \\u{H} are known");
}

Text cursor_string(Cursor *c) {
  Text none = {"", 0};
  if (cursor_peek(c) != '"') {
    cursor_error(c, c->pos, c->pos + 1, "expected a string in double quotes");
    return none;
  }
  u32 lo = c->pos++;
  StrBuf b = {0};
  while (!c->failed && c->pos < c->end && c->text[c->pos] != '"') {
    char ch = c->text[c->pos++];
    if (ch == '\\')
      escape(c, &b);
    else
      sb_putc(&b, ch);
  }
  if (!c->failed && c->pos == c->end)
    cursor_error(c, lo, c->end, "unterminated string");
  else
    c->pos++;
  Text t = text_copy(c->d->arena, sb_str(&b), b.len);
  sb_free(&b);
  return c->failed ? none : t;
}

Pattern *cursor_regex(Cursor *c) {
  if (cursor_peek(c) != '/') {
    cursor_error(c, c->pos, c->pos + 1, "expected a pattern: /regex/");
    return NULL;
  }
  u32 lo = c->pos++;
  u32 start = c->pos;
  while (c->pos < c->end && c->text[c->pos] != '/') c->pos += c->text[c->pos] == '\\' ? 2 : 1;
  if (c->pos >= c->end) {
    cursor_error(c, lo, c->end, "unterminated pattern: a `/` is missing");
    return NULL;
  }
  PatternError err;
  Pattern *p = pattern_create(c->text + start, c->pos - start, &err);
  if (p)
    list_push(c->d->arena, &c->d->patterns, p);
  else
    cursor_error(c, start + (u32)err.offset, start + (u32)err.offset + 1, "bad pattern: %s",
                 err.text);
  c->pos++;
  return p;
}

u64 cursor_number(Cursor *c, u64 largest) {
  cursor_space(c);
  u32 lo = c->pos;
  while (c->pos < c->end &&
         (is_letter(c->text[c->pos]) || (c->text[c->pos] >= '0' && c->text[c->pos] <= '9')))
    c->pos++;
  u64 v = 0;
  if (!parse_number(c->text + lo, c->pos - lo, largest, &v))
    cursor_error(c, lo, c->pos > lo ? c->pos : lo + 1, "expected a number from 0 to %" PRIu64,
                 largest);
  return v;
}
