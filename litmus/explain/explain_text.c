/* A tape in the terminal: each step with its line, what happened, and what is different after it.
 */
#include <inttypes.h>
#include <string.h>

#include "engine/alias/story.h"
#include "litmus/explain/explain.h"
#include "litmus/report/human.h"
#include "litmus/report/table.h"

enum { RANGES_TOLD = 8 };

typedef struct Teller {
  const Tape *t;
  TapeState state; /* before the step that is being told */
  bool colour;
  StrBuf *out;
  Arena *scratch; /* of one step */
} Teller;

static void clean(StrBuf *out, const char *text) { text_put(out, text, false); }

/* ---- what happened */

static Paint happen_paint(HappenKind k) {
  switch (k) {
  case HAPPEN_RETAG: return PAINT_CYAN;
  case HAPPEN_PERMISSION:
  case HAPPEN_PROTECT:
  case HAPPEN_UNPROTECT: return PAINT_YELLOW;
  default: return PAINT_NONE;
  }
}

/* What the library does stands below its name. */
static void happening(const Teller *w, const Happening *h, const Happening *before) {
  StrBuf text = {0};
  clean(&text, h->text);
  bool again = h->library && before && before->library && !strcmp(before->library, h->library);
  if (h->library && !again) {
    sb_puts(w->out, "  in the library's `");
    clean(w->out, h->library);
    sb_puts(w->out, "`:\n");
  }
  sb_puts(w->out, h->library ? "    - " : "  - ");
  paint_puts(w->out, happen_paint(h->kind), sb_str(&text), w->colour);
  if (h->times > 1) sb_printf(w->out, " (%u times)", h->times);
  sb_putc(w->out, '\n');
  sb_free(&text);
}

/* ---- what is different */

static void value_line(const Teller *w, const TapeCell *was, const TapeCell *now) {
  const TapeCell *c = now ? now : was;
  bool same = was && now && !strcmp(was->value, now->value) && !strcmp(was->type, now->type) &&
              !strcmp(was->name, now->name);
  if (same) return;
  StrBuf line = {0};
  sb_printf(&line, "%c ", !was ? '+' : !now ? '-' : '~');
  clean(&line, c->name);
  if (now && *c->type) sb_puts(&line, ": "), clean(&line, c->type);
  if (now) sb_puts(&line, " = "), clean(&line, c->value);
  if (was && now && strcmp(was->value, now->value) != 0)
    sb_puts(&line, "  (was "), clean(&line, was->value), sb_putc(&line, ')');
  sb_puts(w->out, "  ");
  paint_puts(w->out,
             !was   ? PAINT_GREEN
             : !now ? PAINT_DIM
                    : PAINT_YELLOW,
             sb_str(&line), w->colour);
  sb_putc(w->out, '\n');
  sb_free(&line);
}

typedef struct Drawn {
  const Teller *w;
  const TapeBorrow *before;
  const TapeRange *r;
} Drawn;

static const TapeItem *item_of(const Drawn *d, u32 tag) {
  for (u32 i = 0; i < d->r->nitems; i++)
    if (d->r->items[i].tag == tag) return &d->r->items[i];
  return NULL;
}

static const char *item_name(void *self, u32 tag) {
  const TapeItem *item = item_of(self, tag);
  return item ? item->name : "?";
}

/* Where it comes from and what is new about it. */
static const char *item_about(void *self, u32 tag) {
  const Drawn *d = self;
  const TapeItem *item = item_of(d, tag);
  bool changed;
  if (!item) return NULL;
  const TapeItem *was = tape_item_before(d->before, d->r->lo, item, &changed);
  const char *news = "";
  if (changed && !was)
    news = d->before || *item->about ? " (new)" : "";
  else if (changed && strcmp(was->full, item->full) != 0)
    news = arena_printf(d->w->scratch, " (was %s)", was->full);
  else if (changed && was->is_protected && !item->is_protected)
    news = " (its protector ended)";
  else if (changed)
    news = " (changed)";
  return *item->about || *news ? arena_printf(d->w->scratch, "%s%s", item->about, news) : NULL;
}

/* The drawing's lines, those with news painted. */
static void put_lines(const Teller *w, StrBuf *text) {
  for (size_t at = 0; at < text->len;) {
    size_t n = strcspn(text->at + at, "\n");
    char *line = arena_strndup(w->scratch, text->at + at, n);
    bool news = strstr(line, "(new)") || strstr(line, "(was ") || strstr(line, "(changed)") ||
                strstr(line, "(its protector ended)");
    StrBuf safe = {0};
    clean(&safe, line);
    sb_puts(w->out, "      ");
    paint_puts(w->out, news ? PAINT_GREEN : PAINT_NONE, sb_str(&safe), w->colour);
    sb_putc(w->out, '\n');
    sb_free(&safe);
    at += n + 1;
  }
}

static void range(const Teller *w, const TapeCell *c, const TapeBorrow *before,
                  const TapeRange *r) {
  AliasItem *items = arena_array(w->scratch, AliasItem, r->nitems + 1);
  for (u32 i = 0; i < r->nitems; i++) {
    const TapeItem *x = &r->items[i];
    items[i] = (AliasItem){.tag = x->tag,
                           .parent = x->parent,
                           .depth = x->depth,
                           .perm = x->perm,
                           .full = x->full,
                           .exposed = x->exposed,
                           .is_protected = x->is_protected,
                           .is_strong = x->is_strong};
  }
  AliasRange one = {r->lo, r->hi, r->nitems, items, r->unknown_below};
  AliasDump dump = {.is_tree = c->borrow->is_tree, .nranges = 1, .ranges = &one};
  Drawn d = {w, before, r};
  DrawNames names = {.name = item_name, .about = item_about, .self = &d, .all = true};
  StrBuf text = {0};
  alias_draw(&dump, r->lo, &names, &text);
  sb_puts(w->out, "    ");
  paint_puts(w->out, PAINT_BOLD, c->borrow->is_tree ? "tree of " : "stack of ", w->colour);
  clean(w->out, c->name);
  if (r->lo != 0 || r->hi != c->size)
    sb_printf(w->out, ", bytes %" PRIu64 "..%" PRIu64, r->lo, r->hi);
  sb_putc(w->out, '\n');
  put_lines(w, &text);
  if (r->omitted) sb_printf(w->out, "      (%u more that no pointer has any longer)\n", r->omitted);
  sb_free(&text);
}

/* Does anything differ from what these bytes had before? */
static bool range_changed(const TapeBorrow *before, const TapeRange *r) {
  bool changed = before == NULL;
  for (u32 i = 0; before && i < before->nranges; i++)
    if (r->lo >= before->ranges[i]->lo && r->lo < before->ranges[i]->hi)
      changed |= before->ranges[i]->nitems != r->nitems;
  for (u32 i = 0; i < r->nitems && !changed; i++)
    tape_item_before(before, r->lo, &r->items[i], &changed);
  return changed;
}

/* Is all that is different that pointers are new which are new in the range before, too? */
static bool is_repetition(const TapeBorrow *before, const TapeRange *r, const TapeRange *last) {
  for (u32 i = 0; i < r->nitems; i++) {
    bool changed, there = false;
    const TapeItem *was = tape_item_before(before, r->lo, &r->items[i], &changed);
    for (u32 k = 0; k < last->nitems; k++) there |= last->items[k].tag == r->items[i].tag;
    if (changed && (was || !there)) return false;
  }
  return before != NULL;
}

static void borrow(const Teller *w, const TapeCell *was, const TapeCell *now) {
  const TapeBorrow *before = was ? was->borrow : NULL;
  if (!now || !now->borrow || now->borrow == before) return;
  u32 told = 0, left_out = now->borrow->omitted;
  StrBuf also = {0};
  for (u32 i = 0; i < now->borrow->nranges; i++) {
    const TapeRange *r = now->borrow->ranges[i];
    if (!range_changed(before, r)) continue;
    if (told && is_repetition(before, r, now->borrow->ranges[i - 1])) {
      sb_printf(&also, "%s%" PRIu64 "..%" PRIu64, also.len ? ", " : "", r->lo, r->hi);
      continue;
    }
    if (told++ < RANGES_TOLD)
      range(w, now, before, r);
    else
      left_out++;
  }
  if (also.len) sb_printf(w->out, "    (also new for bytes %s)\n", sb_str(&also));
  sb_free(&also);
  if (left_out) sb_printf(w->out, "    (%u more ranges left out)\n", left_out);
}

/* ---- steps */

static void step(Teller *w, const TapeStep *s) {
  const Tape *t = w->t;
  StrBuf fn = {0};
  w->scratch = arena_create();
  clean(&fn, t->calls.at[s->call].fn);
  StrBuf head = {0};
  sb_printf(&head, "step %" PRIu64 " of %" PRIu64, s->number, t->total);
  paint_puts(w->out, PAINT_BOLD, sb_str(&head), w->colour);
  sb_printf(w->out, ", in `%s`\n", sb_str(&fn));
  snippet_put(w->out, s->at.text.at, s->at.text.len, s->at.line, s->at.indent, s->at.width,
              paint_code(PAINT_CYAN), w->colour);
  for (u32 i = 0; i < s->happened.len; i++)
    happening(w, &s->happened.at[i], i ? &s->happened.at[i - 1] : NULL);
  if (s->more_happened) sb_printf(w->out, "  - and %u more\n", s->more_happened);
  for (u32 i = 0; i < s->changes.len; i++) {
    const TapeChange *c = &s->changes.at[i];
    const TapeCell *was = tape_state_cell(t, &w->state, c->serial);
    const TapeCell *now = c->cell == CELL_GONE ? NULL : &t->cells.at[c->cell];
    value_line(w, was, now);
    borrow(w, was, now);
  }
  sb_putc(w->out, '\n');
  tape_state_step(&w->state, s);
  sb_free(&fn);
  sb_free(&head);
  arena_destroy(w->scratch);
}

static void gap(const Teller *w, u64 n, bool has_steps) {
  if (!n) return;
  sb_printf(w->out, "(%" PRIu64 " step%s left out", n, n == 1 ? "" : "s");
  if (has_steps) sb_puts(w->out, "; --from, --to and --most choose others");
  sb_puts(w->out, ")\n\n");
}

static void tape(const Explained *e, const Tape *t, bool colour, StrBuf *out) {
  Teller w = {.t = t, .colour = colour, .out = out};
  clean(out, e->file);
  if (*e->variant) sb_printf(out, " (%s)", e->variant);
  sb_puts(out, " under ");
  paint_puts(out, PAINT_BOLD, t->model, colour);
  sb_printf(out, ", outcome %u of %u: ", t->outcome, t->noutcomes);
  StrBuf text = {0};
  outcome_text(&t->ending, &text);
  clean(out, sb_str(&text));
  sb_puts(out, "\n\n");
  sb_free(&text);
  u64 last = 0;
  for (u32 i = 0; i < t->steps.len; i++) {
    if (t->steps.at[i].is_base) {
      tape_state_step(&w.state, &t->steps.at[i]);
      continue;
    }
    gap(&w, t->steps.at[i].number - last - 1, true);
    last = t->steps.at[i].number;
    step(&w, &t->steps.at[i]);
  }
  gap(&w, t->total - last, true);
  sb_puts(out, "the end: ");
  human_behaviour(&t->ending, colour, out);
  tape_state_free(&w.state);
}

void explain_text(const Explained *e, bool colour, StrBuf *out) {
  for (u32 i = 0; i < e->ntapes; i++) {
    if (i) sb_putc(out, '\n');
    tape(e, &e->tapes[i], colour, out);
  }
  if (e->ntapes < 2) return;
  if (e->part)
    sb_printf(out, "\n%s and %s part at step %" PRIu64 "\n", e->tapes[0].model, e->tapes[1].model,
              e->part_at);
  else
    sb_printf(out, "\n%s and %s do not part\n", e->tapes[0].model, e->tapes[1].model);
}
