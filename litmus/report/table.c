#include "litmus/report/table.h"

#include <stdlib.h>
#include <string.h>

const char *paint_code(Paint p) {
  static const char *const codes[] = {"0", "1", "1;31", "1;32", "1;33", "1;36", "2"};
  return codes[p];
}

void paint_puts(StrBuf *out, Paint p, const char *text, bool colour) {
  if (colour && p)
    sb_printf(out, "\x1b[%sm%s\x1b[0m", paint_code(p), text);
  else
    sb_puts(out, text);
}

static u32 width_of(const char *s) {
  u32 n = 0;
  for (; *s; s++) n += ((unsigned char)*s & 0xC0) != 0x80;
  return n;
}

void table_cell(Table *t, Paint p, const char *text) {
  vec_push(&t->cells, ((TableCell){arena_strdup(t->arena, text), p}));
}

static void pad(StrBuf *out, u32 n) {
  while (n--) sb_putc(out, ' ');
}

void table_print(const Table *t, const char *indent, bool colour, StrBuf *out) {
  u32 *widths = arena_array(t->arena, u32, t->ncols);
  for (u32 i = 0; i < t->cells.len; i++) {
    u32 w = width_of(t->cells.at[i].text);
    if (w > widths[i % t->ncols]) widths[i % t->ncols] = w;
  }
  for (u32 i = 0; i < t->cells.len; i++) {
    u32 col = i % t->ncols;
    const TableCell *c = &t->cells.at[i];
    u32 spare = widths[col] - width_of(c->text);
    bool last = col + 1 == t->ncols;
    if (col && last && !*c->text) { /* no spaces at the end of a line */
      while (out->len && out->at[out->len - 1] == ' ') out->len--;
      sb_putc(out, '\n');
      continue;
    }
    sb_puts(out, col ? "  " : indent);
    if (col == 0 && t->right_first) pad(out, spare);
    paint_puts(out, c->paint, c->text, colour);
    if (last)
      sb_putc(out, '\n');
    else if (col || !t->right_first)
      pad(out, spare);
  }
}

void table_free(Table *t) { vec_free(&t->cells); }
