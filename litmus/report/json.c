#include "litmus/report/json.h"

#include <inttypes.h>
#include <string.h>

/* Table 3-7 of the Unicode standard: shortest form, no surrogates, at most U+10FFFF. */
u32 utf8_sequence(const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s;
  if (n == 0) return 0;
  if (p[0] < 0x80) return 1;
  u32 len = p[0] >= 0xC2 && p[0] <= 0xDF   ? 2
            : p[0] >= 0xE0 && p[0] <= 0xEF ? 3
            : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4
                                           : 0;
  if (len == 0 || n < len) return 0;
  unsigned lo = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
  unsigned hi = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
  if (p[1] < lo || p[1] > hi) return 0;
  for (u32 i = 2; i < len; i++)
    if ((p[i] & 0xC0) != 0x80) return 0;
  return len;
}

void json_escape(StrBuf *out, const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    unsigned char c = (unsigned char)s[i];
    u32 len = utf8_sequence(s + i, n - i);
    if (len == 0)
      sb_puts(out, "\\ufffd"), i++;
    else if (c == '"' || c == '\\')
      sb_putc(out, '\\'), sb_putc(out, (char)c), i++;
    else if (c == '\n')
      sb_puts(out, "\\n"), i++;
    else if (c == '\t')
      sb_puts(out, "\\t"), i++;
    else if (c == '\r')
      sb_puts(out, "\\r"), i++;
    else if (c < 0x20 || c == 0x7F)
      sb_printf(out, "\\u%04x", c), i++;
    else
      sb_put(out, s + i, len), i += len;
  }
}

Json json_start(StrBuf *out) { return (Json){.out = out, .fresh = true}; }

static void newline(Json *j) {
  sb_putc(j->out, '\n');
  for (u32 i = 0; i < j->depth; i++) sb_puts(j->out, "  ");
}

static void value(Json *j, const char *key) {
  if (!j->fresh) sb_putc(j->out, ',');
  if (j->depth) newline(j);
  j->fresh = false;
  if (!key) return;
  sb_putc(j->out, '"');
  json_escape(j->out, key, strlen(key));
  sb_puts(j->out, "\": ");
}

static void open(Json *j, const char *key, char bracket) {
  value(j, key);
  sb_putc(j->out, bracket);
  j->depth++;
  j->fresh = true;
}

static void close(Json *j, char bracket) {
  j->depth--;
  if (!j->fresh) newline(j);
  sb_putc(j->out, bracket);
  j->fresh = false;
  if (j->depth == 0) sb_putc(j->out, '\n');
}

void json_object(Json *j, const char *key) { open(j, key, '{'); }
void json_end_object(Json *j) { close(j, '}'); }
void json_array(Json *j, const char *key) { open(j, key, '['); }
void json_end_array(Json *j) { close(j, ']'); }

void json_text(Json *j, const char *key, const char *s, size_t n) {
  value(j, key);
  sb_putc(j->out, '"');
  json_escape(j->out, s, n);
  sb_putc(j->out, '"');
}

void json_str(Json *j, const char *key, const char *s) {
  if (s) {
    json_text(j, key, s, strlen(s));
  } else {
    value(j, key);
    sb_puts(j->out, "null");
  }
}

void json_int(Json *j, const char *key, i64 v) {
  value(j, key);
  sb_printf(j->out, "%" PRId64, v);
}

void json_uint(Json *j, const char *key, u64 v) {
  value(j, key);
  sb_printf(j->out, "%" PRIu64, v);
}

void json_bool(Json *j, const char *key, bool v) {
  value(j, key);
  sb_puts(j->out, v ? "true" : "false");
}

void json_seconds(Json *j, const char *key, u64 us) {
  value(j, key);
  sb_printf(j->out, "%" PRIu64 ".%06u", us / 1000000, (unsigned)(us % 1000000));
}
