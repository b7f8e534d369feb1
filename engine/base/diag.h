/* Diagnostics are values: collected while working, rendered once, as text or JSON. */
#ifndef LITMUS_BASE_DIAG_H
#define LITMUS_BASE_DIAG_H

#include <stdio.h>

#include "engine/base/source.h"
#include "engine/base/strbuf.h"

typedef enum DiagKind {
  DIAG_ERROR,       /* the program is wrong */
  DIAG_UNSUPPORTED, /* the program may be right; litmus does not know the construct yet */
  DIAG_NOTE         /* belongs to the diagnostic before it */
} DiagKind;

typedef struct Diag {
  DiagKind kind;
  Span span;
  const char *text;
} Diag;

typedef struct Diags {
  Arena *arena;
  const SourceMap *sources;
  Diag *at;
  u32 len, cap;
  u32 nerrors; /* errors and unsupported together */
} Diags;

void diags_init(Diags *d, Arena *arena, const SourceMap *sources);
/* Collects one; only the first 50 are kept. */
void diag_add(Diags *d, DiagKind kind, Span span, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* The first diagnostic that is an error or unsupported, or NULL. */
const Diag *diags_first(const Diags *d);
/* "file:line:col: error: text", the source line and a caret; `colour` uses ANSI escapes. */
void diags_render(const Diags *d, StrBuf *out, bool colour);

/* The parts of a rendering, for reports that draw places of their own. A source line with its
 * number and carets below bytes [first, first + size) of it; `style`: ANSI code of the carets,
 * "1;31". */
void snippet_put(StrBuf *out, const char *line, u32 len, u32 line_no, u32 first, u32 size,
                 const char *style, bool colour);
/* Text that may hold anything, made safe to show: controls become pictures; `breaks` keeps \n. */
void text_put(StrBuf *out, const char *s, bool breaks);

#endif
