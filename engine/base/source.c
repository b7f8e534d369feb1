/* Source files, and from byte offsets to lines and columns. */
#include "engine/base/source.h"

#include <string.h>

#include "engine/base/memory.h"

void source_init(SourceMap *sm, Arena *arena) {
  *sm = (SourceMap){.arena = arena, .expansions = arena_new(arena, Expansions)};
}

static void find_lines(Arena *arena, SourceFile *f) {
  u32 n = 1;
  for (u32 i = 0; i < f->len; i++) n += f->text[i] == '\n';
  u32 *starts = arena_array(arena, u32, n);
  u32 line = 1; /* starts[0] is 0 already */
  for (u32 i = 0; i < f->len; i++) {
    if (f->text[i] == '\n') starts[line++] = i + 1;
  }
  f->nlines = n;
  f->line_start = starts;
}

u16 source_add(SourceMap *sm, const char *name, const char *text, size_t len, bool is_prelude) {
  if (sm->nfiles >= UINT16_MAX || len >= UINT32_MAX) memory_exhausted();
  if (sm->nfiles == sm->cap) {
    u32 cap = sm->cap ? sm->cap * 2 : 4;
    SourceFile *files = arena_array(sm->arena, SourceFile, cap);
    if (sm->nfiles) memcpy(files, sm->files, sizeof *files * sm->nfiles);
    sm->files = files;
    sm->cap = cap;
  }
  SourceFile *f = &sm->files[sm->nfiles];
  f->name = arena_strdup(sm->arena, name);
  f->text = arena_strndup(sm->arena, text, len);
  f->len = (u32)len;
  f->is_prelude = is_prelude;
  find_lines(sm->arena, f);
  return (u16)sm->nfiles++;
}

/* The last line that starts at or before the offset; offsets beyond the text are on the last. */
static u32 line_at(const SourceFile *f, u32 offset) {
  u32 lo = 0, hi = f->nlines;
  while (hi - lo > 1) {
    u32 mid = lo + (hi - lo) / 2;
    if (f->line_start[mid] <= offset) {
      lo = mid;
    } else {
      hi = mid;
    }
  }
  return lo + 1;
}

u32 span_line(const SourceMap *sm, Span s) {
  return s.file < sm->nfiles ? line_at(&sm->files[s.file], s.lo) : 1;
}

u32 span_col(const SourceMap *sm, Span s) {
  if (s.file >= sm->nfiles) return 1;
  const SourceFile *f = &sm->files[s.file];
  u32 offset = s.lo < f->len ? s.lo : f->len;
  return offset - f->line_start[line_at(f, offset) - 1] + 1;
}

const char *source_line(const SourceMap *sm, u16 file, u32 line, u32 *len) {
  *len = 0;
  if (file >= sm->nfiles) return "";
  const SourceFile *f = &sm->files[file];
  if (line < 1 || line > f->nlines) return "";
  u32 lo = f->line_start[line - 1];
  u32 hi = line < f->nlines ? f->line_start[line] - 1 : f->len;
  if (hi > lo && f->text[hi - 1] == '\r') hi--;
  *len = hi - lo;
  return f->text + lo;
}

Span span_to(Span a, Span b) {
  if (a.file == b.file && a.ctx == b.ctx && b.hi > a.lo) a.hi = b.hi;
  return a;
}

u16 expansion_add(const SourceMap *sm, Expansion e) {
  Expansions *x = sm->expansions;
  if (x->n == UINT16_MAX) return 0;
  if (x->n == x->cap) {
    u32 cap = x->cap ? x->cap * 2 : 16;
    Expansion *grown = arena_array(sm->arena, Expansion, cap);
    if (x->n) memcpy(grown, x->at, sizeof *grown * x->n);
    x->at = grown;
    x->cap = cap;
  }
  x->at[x->n++] = e;
  return (u16)x->n;
}

const Expansion *expansion_of(const SourceMap *sm, u16 ctx) {
  return ctx && sm->expansions && ctx <= sm->expansions->n ? &sm->expansions->at[ctx - 1] : NULL;
}

Span span_root(const SourceMap *sm, Span s) {
  for (const Expansion *e; (e = expansion_of(sm, s.ctx));) s = e->call;
  return s;
}
