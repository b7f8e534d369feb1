/* Text tables: columns as wide as their widest cell. Width counts characters, not bytes. */
#ifndef LITMUS_REPORT_TABLE_H
#define LITMUS_REPORT_TABLE_H

#include "engine/base/arena.h"
#include "engine/base/strbuf.h"
#include "engine/base/vec.h"

typedef enum Paint {
  PAINT_NONE,
  PAINT_BOLD,
  PAINT_RED,
  PAINT_GREEN,
  PAINT_YELLOW,
  PAINT_CYAN,
  PAINT_DIM
} Paint;

/* The text between escapes for the paint; as it is when `colour` is off. */
void paint_puts(StrBuf *out, Paint p, const char *text, bool colour);
const char *paint_code(Paint p); /* "1;31" */

typedef struct TableCell {
  const char *text;
  Paint paint;
} TableCell;

typedef struct Table {
  Arena *arena;
  u32 ncols;
  bool right_first; /* numbers in the first column */
  VEC(TableCell) cells;
} Table;

/* Cells row by row, the header first. */
void table_cell(Table *t, Paint p, const char *text);
void table_print(const Table *t, const char *indent, bool colour, StrBuf *out);
void table_free(Table *t);

#endif
