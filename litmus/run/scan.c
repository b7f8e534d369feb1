#include "litmus/run/scan.h"

#include <string.h>

static char at(const Scan *s, u32 i) { return i < s->len ? s->text[i] : '\0'; }
static bool is_ident_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}
static bool is_ident(char c) { return is_ident_start(c) || (c >= '0' && c <= '9'); }

static u32 line_end(const Scan *s, u32 i) {
  while (i < s->len && s->text[i] != '\n') i++;
  return i;
}

static u32 skip_block_comment(const Scan *s, u32 i) {
  u32 depth = 0;
  while (i < s->len) {
    if (at(s, i) == '/' && at(s, i + 1) == '*')
      depth++, i += 2;
    else if (at(s, i) == '*' && at(s, i + 1) == '/') {
      i += 2;
      if (--depth == 0) return i;
    } else
      i++;
  }
  return s->len;
}

static u32 skip_string(const Scan *s, u32 i) {
  for (i++; i < s->len; i++) {
    if (s->text[i] == '"') return i + 1;
    if (s->text[i] == '\\') i++;
  }
  return s->len;
}

/* r"..", r#".."#; i is at the first # or quote. Not a raw string: returns i. */
static u32 skip_raw_string(const Scan *s, u32 i) {
  u32 hashes = 0, start = i;
  while (at(s, i) == '#') hashes++, i++;
  if (at(s, i) != '"') return start;
  for (i++; i < s->len; i++) {
    if (s->text[i] != '"') continue;
    u32 n = 0;
    while (n < hashes && at(s, i + 1 + n) == '#') n++;
    if (n == hashes) return i + 1 + n;
  }
  return s->len;
}

/* 'x', '\n', '\u{1F600}'; or the lifetime 'a, of which only the quote is skipped. */
static u32 skip_quote(const Scan *s, u32 i) {
  if (at(s, i + 1) == '\\') {
    u32 j = i + 3; /* the escaped character may be a quote */
    while (j < s->len && s->text[j] != '\'' && s->text[j] != '\n') j++;
    return at(s, j) == '\'' ? j + 1 : i + 1;
  }
  u32 j = i + 2;
  while (((unsigned char)at(s, j) & 0xC0) == 0x80) j++;
  return at(s, j) == '\'' && at(s, i + 1) != '\'' ? j + 1 : i + 1;
}

static bool opens_cfg(const Scan *s, u32 lo, u32 hi) {
  bool is_attr = hi - lo == 8 && !strncmp(s->text + lo, "cfg_attr", 8);
  if (!is_attr && !(hi - lo == 3 && !strncmp(s->text + lo, "cfg", 3))) return false;
  while (at(s, hi) == ' ') hi++;
  if (at(s, hi) == '!') hi++;
  while (at(s, hi) == ' ') hi++;
  return at(s, hi) == '(';
}

ScanItem scan_next(Scan *s) {
  while (s->pos < s->len) {
    u32 i = s->pos;
    char c = s->text[i];
    if (c == '/' && at(s, i + 1) == '/') {
      s->pos = line_end(s, i);
      return (ScanItem){SCAN_COMMENT, i, s->pos};
    } else if (c == '/' && at(s, i + 1) == '*') {
      s->pos = skip_block_comment(s, i);
    } else if (c == '"') {
      s->pos = skip_string(s, i);
    } else if (c == '\'') {
      s->pos = skip_quote(s, i);
    } else if (is_ident_start(c)) {
      u32 hi = i;
      while (is_ident(at(s, hi))) hi++;
      s->pos = hi;
      char last = s->text[hi - 1];
      if (last == 'r' && hi - i <= 2 && (at(s, hi) == '"' || at(s, hi) == '#'))
        s->pos = skip_raw_string(s, hi);
      else if (s->cfg_depth)
        return (ScanItem){SCAN_CFG_NAME, i, hi};
      else if (opens_cfg(s, i, hi)) {
        while (at(s, s->pos) != '(') s->pos++;
        s->pos++;
        s->cfg_depth = 1;
      }
    } else {
      if (s->cfg_depth && c == '(') s->cfg_depth++;
      if (s->cfg_depth && c == ')') s->cfg_depth--;
      s->pos++;
    }
  }
  return (ScanItem){SCAN_END, s->len, s->len};
}
