#include "litmus/report/human_sides.h"

#include <string.h>

#include "litmus/report/table.h"

/* ---- inputs */

static const char *value_text(Arena *a, const InputRec *n) {
  if (n->any) return "any";
  return n->hex ? arena_printf(a, "%s (%s)", n->value, n->hex) : n->value;
}

static void cell(Table *t, Paint p, const char *text) {
  StrBuf clean = {0};
  text_put(&clean, text, false);
  table_cell(t, p, sb_str(&clean));
  sb_free(&clean);
}

void human_inputs(const BehaviourRec *b, bool colour, StrBuf *out) {
  if (!b->inputs.len) return;
  sb_puts(out, "  ");
  paint_puts(out, PAINT_CYAN, "inputs", colour);
  sb_putc(out, '\n');
  Table t = {.arena = arena_create(), .ncols = 3};
  for (u32 i = 0; i < b->inputs.len; i++) {
    const InputRec *n = &b->inputs.at[i];
    cell(&t, PAINT_NONE, n->name);
    cell(&t, PAINT_DIM, n->type);
    cell(&t, n->any ? PAINT_DIM : PAINT_NONE, value_text(t.arena, n));
  }
  table_print(&t, "    ", colour, out);
  table_free(&t);
  arena_destroy(t.arena);
}

/* ---- both traces */

static const char ENDED[] = "(nothing more)";

static u32 width_of(const char *s) {
  u32 n = 0;
  for (; *s; s++) n += ((unsigned char)*s & 0xC0) != 0x80;
  return n;
}

typedef struct Row {
  const char *base, *opt;
  bool same;
} Row;

static const char *clean(Arena *a, const char *text) {
  StrBuf b = {0};
  text_put(&b, text ? text : ENDED, false);
  const char *s = arena_strdup(a, sb_str(&b));
  sb_free(&b);
  return s;
}

static void mark(bool same, bool colour, StrBuf *out) {
  sb_puts(out, "    ");
  paint_puts(out, same ? PAINT_DIM : PAINT_RED, same ? " =" : "<>", colour);
  sb_puts(out, "  ");
}

static void side_by_side(const CheckRec *k, const Row *rows, u32 left, bool colour, StrBuf *out) {
  sb_puts(out, "        ");
  paint_puts(out, PAINT_BOLD, k->base, colour);
  for (u32 i = width_of(k->base); i < left; i++) sb_putc(out, ' ');
  sb_puts(out, " | ");
  paint_puts(out, PAINT_BOLD, k->opt, colour);
  sb_putc(out, '\n');
  for (u32 i = 0; i < k->trace.len; i++) {
    mark(rows[i].same, colour, out);
    sb_puts(out, rows[i].base);
    for (u32 n = width_of(rows[i].base); n < left; n++) sb_putc(out, ' ');
    sb_puts(out, " | ");
    paint_puts(out, rows[i].same ? PAINT_NONE : PAINT_RED, rows[i].opt, colour);
    sb_putc(out, '\n');
  }
}

static void one_below_the_other(const CheckRec *k, const Row *rows, bool colour, StrBuf *out) {
  for (u32 i = 0; i < k->trace.len; i++) {
    mark(rows[i].same, colour, out);
    if (rows[i].same) {
      sb_printf(out, "%s\n", rows[i].base);
      continue;
    }
    sb_printf(out, "`%s`: %s\n        `%s`: ", k->base, rows[i].base, k->opt);
    paint_puts(out, PAINT_RED, rows[i].opt, colour);
    sb_putc(out, '\n');
  }
}

static void traces(const CheckRec *k, u32 columns, bool colour, StrBuf *out) {
  if (!k->trace.len) return;
  sb_puts(out, "  ");
  paint_puts(out, PAINT_CYAN, "until they part", colour);
  sb_putc(out, '\n');
  Arena *a = arena_create();
  Row *rows = arena_array(a, Row, k->trace.len);
  u32 left = width_of(k->base), right = width_of(k->opt);
  for (u32 i = 0; i < k->trace.len; i++) {
    const TraceRec *t = &k->trace.at[i];
    rows[i] = (Row){clean(a, t->base), clean(a, t->opt), t->same};
    if (width_of(rows[i].base) > left) left = width_of(rows[i].base);
    if (width_of(rows[i].opt) > right) right = width_of(rows[i].opt);
  }
  if (8 + left + 3 + right <= columns)
    side_by_side(k, rows, left, colour, out);
  else
    one_below_the_other(k, rows, colour, out);
  arena_destroy(a);
}

/* ---- where they part */

static bool same_place(const PlaceRec *a, const PlaceRec *b) {
  return a->line == b->line && a->col == b->col && !strcmp(a->file, b->file);
}

static void parting_place(const char *of, const PlaceRec *p, bool colour, StrBuf *out) {
  if (!p->line) return;
  sb_printf(out, "  in `%s`\n", of);
  human_place(p, "  ", colour, out);
}

void human_sides(const CheckRec *k, u32 columns, bool colour, StrBuf *out) {
  const BehaviourRec *novel = &k->novel.at[0];
  human_inputs(novel, colour, out);
  human_layout(novel, colour, out);
  traces(k, columns, colour, out);
  sb_puts(out, "  ");
  paint_puts(out, PAINT_CYAN, "new", colour);
  sb_puts(out, ": ");
  human_outcome(novel, colour, out);
  sb_putc(out, '\n');
  human_ending(novel, colour, out);
  for (u32 i = 0; i < k->source.len; i++) {
    sb_printf(out, "  but `%s`: ", k->base);
    human_outcome(&k->source.at[i], colour, out);
    sb_putc(out, '\n');
  }
  const TraceRec *last = k->trace.len ? &k->trace.at[k->trace.len - 1] : NULL;
  if (last && !last->same) {
    parting_place(k->base, &last->base_at, colour, out);
    if (novel->end == END_RETURN || !same_place(&last->opt_at, &novel->at))
      parting_place(k->opt, &last->opt_at, colour, out);
  }
  human_path(novel, k->opt, colour, out);
  if (novel->doubtful)
    sb_puts(out, "  doubtful: the solver did not decide whether this path is possible\n");
}
