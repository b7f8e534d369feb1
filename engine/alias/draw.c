/* Borrow stacks and trees as text. */
#include <string.h>

#include "engine/alias/story.h"

enum { SHOWN = 24 }; /* items; of more, those are shown that the story is about */

typedef struct Drawing {
  const AliasRange *r;
  const DrawNames *names;
  bool *shown;    /* per item */
  u32 perm, name; /* widths of the columns, in bytes */
  StrBuf *out;
} Drawing;

static const AliasRange *range_at(const AliasDump *d, u64 off) {
  for (u32 i = 0; i < d->nranges; i++)
    if (off >= d->ranges[i].lo && off < d->ranges[i].hi) return &d->ranges[i];
  return NULL;
}

static u32 index_of(const AliasRange *r, u32 tag) {
  u32 i = 0;
  while (i < r->nitems && r->items[i].tag != tag) i++;
  return i;
}

/* Everything if it fits; else the paths from the marked tags to the root, or the marked tags and
 * the ends of the stack. */
static void choose(Drawing *d, bool is_tree) {
  const AliasRange *r = d->r;
  for (u32 i = 0; i < r->nitems; i++)
    d->shown[i] =
        d->names->all || r->nitems <= SHOWN || (!is_tree && (i < 4 || i + 8 >= r->nitems));
  u32 marked[] = {d->names->used, d->names->culprit};
  for (u32 k = 0; k < 2; k++) {
    u32 i = index_of(r, marked[k]);
    for (u32 guard = 0; marked[k] && i < r->nitems && guard < r->nitems; guard++) {
      d->shown[i] = true;
      if (!is_tree || !r->items[i].parent) break;
      i = index_of(r, r->items[i].parent);
    }
  }
  if (r->nitems) d->shown[0] = true;
}

static u32 columns(const char *s) {
  u32 n = 0;
  for (; *s; s++) n += ((unsigned char)*s & 0xC0) != 0x80;
  return n;
}

static void pad(StrBuf *out, u32 from, u32 to) {
  for (u32 i = from; i < to; i++) sb_putc(out, ' ');
}

/* "  &mut i32, line 3  protected  <- used here" */
static void remarks(const Drawing *d, const AliasItem *item) {
  const char *about = d->names->about(d->names->self, item->tag);
  if (about) sb_printf(d->out, "  %s", about);
  if (item->is_protected) sb_puts(d->out, item->is_strong ? ", protected" : ", weakly protected");
  if (item->exposed) sb_puts(d->out, ", exposed");
  if (item->tag && item->tag == d->names->used)
    sb_puts(d->out, "  <- used");
  else if (item->tag && item->tag == d->names->culprit)
    sb_puts(d->out, "  <- in the way");
  while (d->out->len && d->out->at[d->out->len - 1] == ' ') d->out->len--;
  sb_putc(d->out, '\n');
}

static void omitted(const Drawing *d, u32 n) {
  if (n) sb_printf(d->out, "(%u more)\n", n);
}

static void stack(const Drawing *d) {
  u32 skipped = 0;
  for (u32 i = d->r->nitems; i-- > 0;) {
    const AliasItem *item = &d->r->items[i];
    if (!d->shown[i]) {
      skipped++;
      continue;
    }
    omitted(d, skipped), skipped = 0;
    const char *name = d->names->name(d->names->self, item->tag);
    sb_puts(d->out, item->full);
    pad(d->out, columns(item->full), d->perm + 2);
    sb_puts(d->out, name);
    pad(d->out, columns(name), d->name);
    remarks(d, item);
  }
  if (d->r->unknown_below)
    sb_printf(d->out, "(below: unknown exposed tags before <%u>)\n", d->r->unknown_below);
}

/* Is there a later child of the same parent? Preorder: what follows until the depth is less. */
static bool has_sibling(const Drawing *d, u32 i, u32 depth) {
  for (u32 k = i + 1; k < d->r->nitems && d->r->items[k].depth >= depth; k++)
    if (d->r->items[k].depth == depth && d->shown[k]) return true;
  return false;
}

/* The lines that lead to item i: "|  `- ", in box characters. Returns its columns. */
static u32 branch(const Drawing *d, u32 i, StrBuf *out) {
  u32 depth = d->r->items[i].depth, base = 1;
  if (depth > 40) { /* deep chains: by number */
    sb_printf(out, "(depth %u) ", depth);
    return 1;
  }
  for (u32 level = base; level < depth; level++)
    sb_puts(out, has_sibling(d, i, level) ? "\u2502 " : "  ");
  if (depth) sb_puts(out, has_sibling(d, i, depth) ? "\u251c\u2500" : "\u2514\u2500");
  return depth * 2;
}

static void tree(const Drawing *d) {
  u32 width = 0, skipped = 0;
  for (u32 i = 0; i < d->r->nitems; i++) {
    const char *name = d->names->name(d->names->self, d->r->items[i].tag);
    u32 w = columns(name) + 2 * d->r->items[i].depth;
    if (d->shown[i] && d->r->items[i].depth <= 40 && w > width) width = w;
  }
  for (u32 i = 0; i < d->r->nitems; i++) {
    const AliasItem *item = &d->r->items[i];
    if (!d->shown[i]) {
      skipped++;
      continue;
    }
    omitted(d, skipped), skipped = 0;
    const char *name = d->names->name(d->names->self, item->tag);
    sb_puts(d->out, item->full);
    pad(d->out, columns(item->full), d->perm + 2);
    u32 w = branch(d, i, d->out);
    sb_puts(d->out, name);
    pad(d->out, w + columns(name), width);
    remarks(d, item);
  }
  omitted(d, skipped);
}

void alias_draw(const AliasDump *dump, u64 off, const DrawNames *names, StrBuf *out) {
  Drawing d = {.r = range_at(dump, off), .names = names, .out = out};
  if (!d.r) return;
  Arena *scratch = arena_create();
  d.shown = arena_array(scratch, bool, d.r->nitems + 1);
  choose(&d, dump->is_tree);
  for (u32 i = 0; i < d.r->nitems; i++) {
    if (!d.shown[i]) continue;
    const AliasItem *item = &d.r->items[i];
    u32 perm = columns(item->full), name = columns(names->name(names->self, item->tag));
    if (perm > d.perm) d.perm = perm;
    if (name > d.name) d.name = name;
  }
  if (dump->is_tree)
    tree(&d);
  else
    stack(&d);
  arena_destroy(scratch);
}
