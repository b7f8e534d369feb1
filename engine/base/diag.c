/* Diagnostics: collected as values, then rendered as rustc does it,
 *
 *   file.rs:3:13: error: cannot find `y` in this scope
 *     3 |     let x = y;
 *       |             ^
 *
 * The text comes from files that may hold anything, so nothing of it reaches the terminal as it is:
 * characters pass through a decoder that knows how many columns each takes, and a line longer than
 * the window is cut around the place that the carets mark. */
#include "engine/base/diag.h"

#include <stdarg.h>
#include <string.h>

#define MAX_DIAGS 50
#define WINDOW 120 /* columns of a source line that are shown */
#define BEFORE 40  /* columns shown before the span when a line is cut */
#define TAB_STOP 4

void diags_init(Diags *d, Arena *arena, const SourceMap *sources) {
  *d = (Diags){.arena = arena, .sources = sources};
}

/* What is wrong in an expansion is shown at the call of the macro, with a note for its place in the
 * definition. */
static void add_expanded(Diags *d, DiagKind kind, Span span, const char *text) {
  const Expansion *e = d->sources ? expansion_of(d->sources, span.ctx) : NULL;
  if (!e || kind == DIAG_NOTE) {
    d->at[d->len++] = (Diag){kind, span, text};
    return;
  }
  d->at[d->len++] = (Diag){kind, span_root(d->sources, span), text};
  if (d->len < MAX_DIAGS)
    d->at[d->len++] = (Diag){
        DIAG_NOTE, span, arena_printf(d->arena, "in the expansion of the macro `%s!`", e->name)};
}

void diag_add(Diags *d, DiagKind kind, Span span, const char *fmt, ...) {
  if (kind != DIAG_NOTE) d->nerrors++;
  if (d->len == MAX_DIAGS) return;
  if (!d->at) {
    d->at = arena_array(d->arena, Diag, MAX_DIAGS);
    d->cap = MAX_DIAGS;
  }
  StrBuf text = {0};
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(&text, fmt, ap);
  va_end(ap);
  add_expanded(d, kind, span, arena_strndup(d->arena, sb_str(&text), text.len));
  sb_free(&text);
}

const Diag *diags_first(const Diags *d) {
  for (u32 i = 0; i < d->len; i++) {
    if (d->at[i].kind != DIAG_NOTE) return &d->at[i];
  }
  return NULL;
}

/* One character as it will be shown. */
typedef struct Glyph {
  u32 bytes; /* of the source */
  u32 code;
  u32 columns;
} Glyph;

#define REPLACEMENT 0xfffd

/* The well-formed UTF-8 character at s, or the replacement character for one byte. */
static Glyph decode(const char *text, size_t n) {
  const unsigned char *s = (const unsigned char *)text;
  static const u32 least[] = {0, 0, 0x80, 0x800, 0x10000};
  u32 len = s[0] < 0x80             ? 1
            : (s[0] & 0xe0) == 0xc0 ? 2
            : (s[0] & 0xf0) == 0xe0 ? 3
            : (s[0] & 0xf8) == 0xf0 ? 4
                                    : 0;
  if (len == 1) return (Glyph){1, s[0], 1};
  if (len == 0 || len > n) return (Glyph){1, REPLACEMENT, 1};
  u32 code = s[0] & (0x7fu >> len);
  for (u32 i = 1; i < len; i++) {
    if ((s[i] & 0xc0) != 0x80) return (Glyph){1, REPLACEMENT, 1};
    code = code << 6 | (s[i] & 0x3f);
  }
  if (code < least[len] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    return (Glyph){1, REPLACEMENT, 1};
  }
  return (Glyph){len, code, 1};
}

typedef struct Range {
  u32 lo, hi;
} Range;

static bool in_ranges(const Range *r, size_t n, u32 code) {
  for (size_t i = 0; i < n; i++) {
    if (code >= r[i].lo && code <= r[i].hi) return true;
  }
  return false;
}

/* Characters that would move the cursor, change the direction of the text or not be seen. */
static const Range unprintable[] = {{0x80, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},
                                    {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
                                    {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}};
static const Range combining[] = {
    {0x300, 0x36f}, {0x1ab0, 0x1aff}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
static const Range wide[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},
                             {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
                             {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f300, 0x1f64f},
                             {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
#define IN(ranges, code) in_ranges(ranges, sizeof ranges / sizeof *ranges, code)

/* The character at s, which is shown at `column` (0-based; tabs care). */
static Glyph next_glyph(const char *s, size_t n, u64 column) {
  Glyph g = decode(s, n);
  if (g.code == '\t') {
    g.columns = TAB_STOP - (u32)(column % TAB_STOP);
  } else if (g.code < 0x20) {
    g.code += 0x2400; /* the control pictures */
  } else if (g.code == 0x7f) {
    g.code = 0x2421;
  } else if (g.code > 0x7f) {
    if (IN(unprintable, g.code)) {
      g.code = REPLACEMENT;
    } else if (IN(combining, g.code)) {
      g.columns = 0;
    } else if (IN(wide, g.code)) {
      g.columns = 2;
    }
  }
  return g;
}

static void put_glyph(StrBuf *out, Glyph g) {
  u32 c = g.code;
  if (c == '\t') {
    for (u32 i = 0; i < g.columns; i++) sb_putc(out, ' ');
  } else if (c < 0x80) {
    sb_putc(out, (char)c);
  } else if (c < 0x800) {
    char s[] = {(char)(0xc0 | c >> 6), (char)(0x80 | (c & 0x3f))};
    sb_put(out, s, sizeof s);
  } else if (c < 0x10000) {
    char s[] = {(char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f))};
    sb_put(out, s, sizeof s);
  } else {
    char s[] = {(char)(0xf0 | c >> 18), (char)(0x80 | (c >> 12 & 0x3f)),
                (char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f))};
    sb_put(out, s, sizeof s);
  }
}

/* A message or a file name; its own line breaks stay. */
void text_put(StrBuf *out, const char *s, bool breaks) {
  for (size_t n = strlen(s); n;) {
    Glyph g = breaks && *s == '\n' ? (Glyph){1, '\n', 0} : next_glyph(s, n, 0);
    put_glyph(out, g);
    s += g.bytes;
    n -= g.bytes;
  }
}

/* Columns taken by the first `bytes` bytes of a line. */
static u64 columns_of(const char *line, u32 len, u32 bytes) {
  u64 column = 0;
  for (u32 i = 0; i < bytes && i < len;) {
    Glyph g = next_glyph(line + i, len - i, column);
    column += g.columns;
    i += g.bytes;
  }
  return column;
}

/* The part of the line that falls into columns [from, to). */
static void put_window(StrBuf *out, const char *line, u32 len, u64 from, u64 to) {
  u64 column = 0;
  for (u32 i = 0; i < len && column < to;) {
    Glyph g = next_glyph(line + i, len - i, column);
    if (column >= from && column + g.columns <= to) {
      put_glyph(out, g);
    } else if (column + g.columns > from) { /* only a part of it is inside */
      for (u64 c = column; c < column + g.columns; c++) {
        if (c >= from && c < to) sb_putc(out, ' ');
      }
    }
    column += g.columns;
    i += g.bytes;
  }
}

static void put_colour(StrBuf *out, bool colour, const char *code) {
  if (colour) sb_printf(out, "\x1b[%sm", code);
}

typedef struct Style {
  const char *label, *colour;
} Style;

static const Style styles[] = {[DIAG_ERROR] = {"error", "1;31"},
                               [DIAG_UNSUPPORTED] = {"unsupported", "1;33"},
                               [DIAG_NOTE] = {"note", "1;36"}};

void snippet_put(StrBuf *out, const char *line, u32 len, u32 line_no, u32 first, u32 size,
                 const char *style, bool colour) {
  if (first > len) first = len;
  if (size == 0) size = 1;
  u32 end = size < len - first ? first + size : len;

  u64 total = columns_of(line, len, len);
  u64 lo = columns_of(line, len, first), hi = columns_of(line, len, end);
  if (hi <= lo) hi = lo + 1;
  u64 from = 0, to = total;
  if (total > WINDOW) {
    from = lo > BEFORE && hi > WINDOW ? lo - BEFORE : 0;
    to = from + WINDOW < total ? from + WINDOW : total;
  }
  if (hi > to && to > lo) hi = to;
  if (hi > lo + WINDOW) hi = lo + WINDOW;

  const char *left = from ? "..." : "", *right = to < total ? "..." : "";
  put_colour(out, colour, "1;34");
  sb_printf(out, "%5u | ", line_no);
  put_colour(out, colour, "0");
  sb_puts(out, left);
  put_window(out, line, len, from, to);
  sb_printf(out, "%s\n", right);

  put_colour(out, colour, "1;34");
  sb_puts(out, "      | ");
  put_colour(out, colour, style);
  for (u64 c = 0; c < lo - from + strlen(left); c++) sb_putc(out, ' ');
  for (u64 c = lo; c < hi; c++) sb_putc(out, '^');
  put_colour(out, colour, "0");
  sb_putc(out, '\n');
}

/* The line of a span with its number, and the carets below. */
static void put_snippet(StrBuf *out, const SourceMap *sm, Span span, const char *style,
                        bool colour) {
  u32 len, line_no = span_line(sm, span);
  const char *line = source_line(sm, span.file, line_no, &len);
  u32 first = span_col(sm, span) - 1; /* bytes before the span on this line */
  snippet_put(out, line, len, line_no, first, span.hi > span.lo ? span.hi - span.lo : 1, style,
              colour);
}

static void render_one(const SourceMap *sm, const Diag *d, StrBuf *out, bool colour) {
  Style style = styles[d->kind];
  bool placed = sm && d->span.file < sm->nfiles;
  if (placed) {
    put_colour(out, colour, "1");
    text_put(out, sm->files[d->span.file].name, false);
    sb_printf(out, ":%u:%u: ", span_line(sm, d->span), span_col(sm, d->span));
    put_colour(out, colour, "0");
  }
  put_colour(out, colour, style.colour);
  sb_puts(out, style.label);
  put_colour(out, colour, "0");
  sb_puts(out, ": ");
  text_put(out, d->text, true);
  sb_putc(out, '\n');
  if (placed) put_snippet(out, sm, d->span, style.colour, colour);
}

void diags_render(const Diags *d, StrBuf *out, bool colour) {
  u32 shown = 0;
  for (u32 i = 0; i < d->len; i++) {
    render_one(d->sources, &d->at[i], out, colour);
    shown += d->at[i].kind != DIAG_NOTE;
  }
  if (d->nerrors > shown) sb_printf(out, "... and %u more errors\n", d->nerrors - shown);
}
