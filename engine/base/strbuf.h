/* A string under construction. {0} is the empty one; always NUL-terminated once written to. */
#ifndef LITMUS_BASE_STRBUF_H
#define LITMUS_BASE_STRBUF_H

#include <stdarg.h>

#include "engine/base/types.h"

typedef struct StrBuf {
  char *at;
  size_t len, cap;
} StrBuf;

void sb_free(StrBuf *b);
void sb_clear(StrBuf *b);
void sb_putc(StrBuf *b, char c);
void sb_put(StrBuf *b, const char *s, size_t n);
void sb_puts(StrBuf *b, const char *s);
void sb_printf(StrBuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void sb_vprintf(StrBuf *b, const char *fmt, va_list ap);
/* `v` as decimal; `is_signed` reads it as two's complement of `width` bits. */
void sb_put_int(StrBuf *b, u128 v, unsigned width, bool is_signed);
/* `v` in base 2, 8 or 16 without prefix, lower case. */
void sb_put_radix(StrBuf *b, u128 v, unsigned base);
/* `s` as the inside of a double-quoted string: \n, \t, \", \\ and other control bytes escaped. */
void sb_put_escaped(StrBuf *b, const char *s, size_t n);
/* The text, never NULL. */
const char *sb_str(const StrBuf *b);

#endif
