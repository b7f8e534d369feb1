/* Source files and places in them. */
#ifndef LITMUS_BASE_SOURCE_H
#define LITMUS_BASE_SOURCE_H

#include "engine/base/arena.h"

/* Half-open range of bytes [lo, hi) in file number `file` of the SourceMap. Text that a macro
 * expanded to keeps its place in the macro's definition; `ctx` says which expansion it belongs to
 * (0: the text itself). */
typedef struct Span {
  u32 lo, hi;
  u16 file;
  u16 ctx;
} Span;
#define SPAN_NONE ((Span){.file = UINT16_MAX}) /* no place */
static inline bool span_is_none(Span s) { return s.file == UINT16_MAX; }

/* One expansion of a macro, as seen from text of its body. */
typedef struct Expansion {
  Span call;        /* may itself lie in an expansion */
  Span def;         /* the macro's name in its definition */
  const char *name; /* of the macro */
  u32 macro;        /* its number */
  u16 outer;        /* the context that the text has in the definition: for hygiene */
} Expansion;

typedef struct Expansions {
  Expansion *at; /* context number i is at[i - 1] */
  u32 n, cap;
} Expansions;

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
  Expansions *expansions; /* grows while programs are parsed */
} SourceMap;

void source_init(SourceMap *sm, Arena *arena);
/* Adds a file; text is copied. Returns its number. */
u16 source_add(SourceMap *sm, const char *name, const char *text, size_t len, bool is_prelude);
/* 1-based; column counts bytes + 1. */
u32 span_line(const SourceMap *sm, Span s);
u32 span_col(const SourceMap *sm, Span s);
/* The text of a line without its newline. */
const char *source_line(const SourceMap *sm, u16 file, u32 line, u32 *len);
/* From the start of `a` to the end of `b`; `a` alone when they do not belong together. */
Span span_to(Span a, Span b);

/* The number of a new context; 0 when there are too many. */
u16 expansion_add(const SourceMap *sm, Expansion e);
/* NULL for text that no macro made. */
const Expansion *expansion_of(const SourceMap *sm, u16 ctx);
/* Where the text itself has what `s` stands for: the outermost call of a macro. */
Span span_root(const SourceMap *sm, Span s);

#endif
