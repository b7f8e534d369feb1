/* Strings under construction. */
#include "engine/base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

/* Makes room for `more` bytes and the NUL behind them. */
static void reserve(StrBuf *b, size_t more) {
  if (more >= SIZE_MAX / 2 - b->len) memory_exhausted();
  size_t need = b->len + more + 1;
  if (need <= b->cap) return;
  size_t cap = b->cap < 32 ? 64 : b->cap * 2;
  if (cap < need) cap = need;
  b->at = memory_resize(b->at, cap);
  b->cap = cap;
}

void sb_free(StrBuf *b) {
  free(b->at);
  *b = (StrBuf){0};
}

void sb_clear(StrBuf *b) {
  b->len = 0;
  if (b->at) b->at[0] = 0;
}

void sb_putc(StrBuf *b, char c) { sb_put(b, &c, 1); }

void sb_put(StrBuf *b, const char *s, size_t n) {
  reserve(b, n);
  if (n) memcpy(b->at + b->len, s, n);
  b->len += n;
  b->at[b->len] = 0;
}

void sb_puts(StrBuf *b, const char *s) { sb_put(b, s, strlen(s)); }

void sb_printf(StrBuf *b, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(b, fmt, ap);
  va_end(ap);
}

void sb_vprintf(StrBuf *b, const char *fmt, va_list ap) {
  va_list again;
  va_copy(again, ap);
  reserve(b, 0);
  size_t room = b->cap - b->len;
  int n = vsnprintf(b->at + b->len, room, fmt, ap);
  if (n < 0) {
    b->at[b->len] = 0;
  } else {
    if ((size_t)n >= room) {
      reserve(b, (size_t)n);
      vsnprintf(b->at + b->len, (size_t)n + 1, fmt, again);
    }
    b->len += (size_t)n;
  }
  va_end(again);
}

static void put_digits(StrBuf *b, u128 v, unsigned base) {
  char digits[128];
  char *first = digits + sizeof digits;
  do {
    *--first = "0123456789abcdef"[(unsigned)(v % base)];
    v /= base;
  } while (v);
  sb_put(b, first, (size_t)(digits + sizeof digits - first));
}

void sb_put_int(StrBuf *b, u128 v, unsigned width, bool is_signed) {
  v = u128_mask(v, width);
  if (is_signed && u128_sext(v, width) < 0) {
    sb_putc(b, '-');
    v = u128_mask(-v, width);
  }
  put_digits(b, v, 10);
}

void sb_put_radix(StrBuf *b, u128 v, unsigned base) { put_digits(b, v, base); }

void sb_put_escaped(StrBuf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    switch (c) {
    case '\n': sb_puts(b, "\\n"); break;
    case '\t': sb_puts(b, "\\t"); break;
    case '\r': sb_puts(b, "\\r"); break;
    case '"': sb_puts(b, "\\\""); break;
    case '\\': sb_puts(b, "\\\\"); break;
    default:
      if (c < 0x20 || c == 0x7f) {
        sb_printf(b, "\\x%02x", c);
      } else {
        sb_putc(b, (char)c);
      }
    }
  }
}

const char *sb_str(const StrBuf *b) { return b->at ? b->at : ""; }
