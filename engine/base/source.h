/* Source files and places in them. */
#ifndef LITMUS_BASE_SOURCE_H
#define LITMUS_BASE_SOURCE_H

#include "engine/base/arena.h"

/* Half-open range of bytes [lo, hi) in file number `file` of the SourceMap. */
typedef struct Span {
  u32 lo, hi;
  u16 file;
} Span;
#define SPAN_NONE ((Span){0, 0, UINT16_MAX}) /* no place */
static inline bool span_is_none(Span s) { return s.file == UINT16_MAX; }

typedef struct SourceFile {
  const char *name; /* as shown in messages */
  const char *text; /* NUL-terminated */
  u32 len;
  u32 nlines;
  const u32 *line_start; /* byte offset at which line i+1 begins */
  bool is_prelude;       /* our own library text: reports skip its frames */
} SourceFile;

typedef struct SourceMap {
  Arena *arena;
  SourceFile *files;
  u32 nfiles, cap;
} SourceMap;

void source_init(SourceMap *sm, Arena *arena);
/* Adds a file; text is copied. Returns its number. */
u16 source_add(SourceMap *sm, const char *name, const char *text, size_t len, bool is_prelude);
/* 1-based; column counts bytes + 1. */
u32 span_line(const SourceMap *sm, Span s);
u32 span_col(const SourceMap *sm, Span s);
/* The text of a line without its newline. */
const char *source_line(const SourceMap *sm, u16 file, u32 line, u32 *len);
/* From the start of `a` to the end of `b` (same file). */
Span span_to(Span a, Span b);

#endif
