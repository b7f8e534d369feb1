/* The little that directives need to know of Rust's lexical structure: where line comments are (not
 * inside strings or block comments) and which names `#[cfg(...)]` and `cfg!(...)` mention. Works on
 * any bytes; what does not lex is skipped. */
#ifndef LITMUS_RUN_SCAN_H
#define LITMUS_RUN_SCAN_H

#include "engine/base/types.h"

typedef struct Scan {
  const char *text; /* NUL-terminated */
  u32 len, pos;
  u32 cfg_depth; /* parentheses open since a `cfg(` */
} Scan;

typedef enum ScanKind {
  SCAN_END,
  SCAN_COMMENT, /* from // up to the end of the line */
  SCAN_CFG_NAME /* an identifier inside cfg(...) */
} ScanKind;

typedef struct ScanItem {
  ScanKind kind;
  u32 lo, hi;
} ScanItem;

ScanItem scan_next(Scan *s);

#endif
