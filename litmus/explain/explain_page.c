/* A tape as one page for the browser (page.html), which carries its data as JSON: cells, borrows
 * and calls once, the steps as changes. The order of the elements of its arrays is what page.html
 * reads. */
#include <inttypes.h>
#include <string.h>

#include "litmus/explain/explain.h"

extern const char litmus_page[];

/* ---- compact JSON inside a script element: no `<` may end it */

typedef struct Put {
  StrBuf *out;
  bool fresh; /* no comma before the next element */
} Put;

static void comma(Put *p) {
  if (!p->fresh) sb_putc(p->out, ',');
  p->fresh = false;
}

static void open(Put *p, char bracket) {
  comma(p);
  sb_putc(p->out, bracket);
  p->fresh = true;
}

static void close(Put *p, char bracket) {
  sb_putc(p->out, bracket);
  p->fresh = false;
}

static void text_of(Put *p, const char *s, size_t n) {
  StrBuf raw = {0};
  json_escape(&raw, s, n);
  comma(p);
  sb_putc(p->out, '"');
  for (size_t i = 0; i < raw.len; i++) {
    char c = raw.at[i];
    if (c == '<' || c == '>' || c == '&')
      sb_printf(p->out, "\\u%04x", c);
    else
      sb_putc(p->out, c);
  }
  sb_putc(p->out, '"');
  sb_free(&raw);
}

static void text(Put *p, const char *s) { text_of(p, s ? s : "", s ? strlen(s) : 0); }

static void number(Put *p, u64 v) {
  comma(p);
  sb_printf(p->out, "%" PRIu64, v);
}

static void none(Put *p) {
  comma(p);
  sb_puts(p->out, "-1");
}

static void key(Put *p, const char *name) {
  text(p, name);
  sb_putc(p->out, ':');
  p->fresh = true;
}

/* ---- a tape */

static void calls(Put *p, const Tape *t) {
  key(p, "calls");
  open(p, '[');
  for (u32 i = 0; i < t->calls.len; i++) {
    open(p, '[');
    number(p, t->calls.at[i].parent);
    text(p, t->calls.at[i].fn);
    number(p, t->calls.at[i].depth);
    close(p, ']');
  }
  close(p, ']');
}

static void items(Put *p, const TapeRange *r) {
  open(p, '[');
  for (u32 i = 0; i < r->nitems; i++) {
    const TapeItem *x = &r->items[i];
    open(p, '[');
    number(p, x->tag);
    number(p, x->parent);
    number(p, x->depth);
    text(p, x->name);
    text(p, x->full);
    text(p, x->about);
    number(p, (u64)x->accessed | (u64)x->exposed << 1 | (u64)x->is_protected << 2 |
                  (u64)x->is_strong << 3);
    close(p, ']');
  }
  close(p, ']');
}

static void ranges(Put *p, const Tape *t) {
  key(p, "ranges");
  open(p, '[');
  for (u32 i = 0; i < t->ranges.len; i++) {
    const TapeRange *r = t->ranges.at[i];
    open(p, '[');
    number(p, r->lo);
    number(p, r->hi);
    items(p, r);
    number(p, r->omitted);
    number(p, r->unknown_below);
    close(p, ']');
  }
  close(p, ']');
}

static void borrows(Put *p, const Tape *t) {
  key(p, "borrows");
  open(p, '[');
  for (u32 i = 0; i < t->borrows.len; i++) {
    const TapeBorrow *b = t->borrows.at[i];
    open(p, '{');
    key(p, "t"), number(p, b->is_tree);
    key(p, "o"), number(p, b->omitted);
    key(p, "r");
    open(p, '[');
    for (u32 k = 0; k < b->nranges; k++) number(p, b->ranges[k]->index);
    close(p, ']');
    close(p, '}');
  }
  close(p, ']');
}

static void cells(Put *p, const Tape *t) {
  key(p, "cells");
  open(p, '[');
  for (u32 i = 0; i < t->cells.len; i++) {
    const TapeCell *c = &t->cells.at[i];
    open(p, '[');
    number(p, c->serial);
    number(p, c->place);
    number(p, c->frame);
    text(p, c->name);
    text(p, c->type);
    text(p, c->value);
    number(p, c->size);
    if (c->borrow)
      number(p, c->borrow->index);
    else
      none(p);
    close(p, ']');
  }
  close(p, ']');
}

static void step(Put *p, const TapeStep *s) {
  open(p, '[');
  number(p, s->number);
  number(p, s->at.line);
  number(p, s->at.col);
  number(p, s->end_line);
  number(p, s->end_col);
  number(p, s->call);
  open(p, '[');
  for (u32 i = 0; i < s->happened.len; i++) {
    const Happening *h = &s->happened.at[i];
    open(p, '[');
    text(p, happen_name(h->kind));
    text(p, h->text);
    if (h->library)
      text(p, h->library);
    else
      number(p, 0);
    number(p, h->times);
    close(p, ']');
  }
  close(p, ']');
  number(p, s->more_happened);
  open(p, '[');
  for (u32 i = 0; i < s->changes.len; i++) {
    open(p, '[');
    number(p, s->changes.at[i].serial);
    if (s->changes.at[i].cell == CELL_GONE)
      none(p);
    else
      number(p, s->changes.at[i].cell);
    close(p, ']');
  }
  close(p, ']');
  number(p, s->is_base);
  close(p, ']');
}

static void ending(Put *p, const BehaviourRec *b) {
  StrBuf outcome = {0};
  outcome_text(b, &outcome);
  key(p, "ending");
  open(p, '{');
  key(p, "kind"), text(p, end_name(b->end));
  key(p, "outcome"), text_of(p, sb_str(&outcome), outcome.len);
  key(p, "line"), number(p, b->at.line);
  key(p, "notes");
  open(p, '[');
  for (u32 i = 0; i < b->notes.len; i++) {
    const NoteRec *n = &b->notes.at[i];
    open(p, '{');
    key(p, "text"), text(p, n->text);
    key(p, "line"), number(p, n->at.line);
    if (n->drawing) key(p, "drawing"), text(p, n->drawing);
    close(p, '}');
  }
  close(p, ']');
  close(p, '}');
  sb_free(&outcome);
}

static void tape(Put *p, const Tape *t) {
  open(p, '{');
  key(p, "model"), text(p, t->model);
  key(p, "outcome"), number(p, t->outcome);
  key(p, "outcomes"), number(p, t->noutcomes);
  key(p, "total"), number(p, t->total);
  calls(p, t);
  ranges(p, t);
  borrows(p, t);
  cells(p, t);
  key(p, "steps");
  open(p, '[');
  for (u32 i = 0; i < t->steps.len; i++) step(p, &t->steps.at[i]);
  close(p, ']');
  ending(p, &t->ending);
  close(p, '}');
}

static void put_data(const Explained *e, StrBuf *out) {
  Put p = {out, true};
  open(&p, '{');
  key(&p, "file"), text(&p, e->file);
  key(&p, "variant"), text(&p, e->variant);
  key(&p, "source"), text_of(&p, e->source, e->len);
  key(&p, "part");
  if (e->part) {
    number(&p, e->part_at);
  } else {
    sb_puts(out, "null");
    p.fresh = false;
  }
  key(&p, "tapes");
  open(&p, '[');
  for (u32 i = 0; i < e->ntapes; i++) tape(&p, &e->tapes[i]);
  close(&p, ']');
  close(&p, '}');
}

static void put_title(const Explained *e, StrBuf *out) {
  for (const char *s = e->file; *s; s++) {
    if (*s == '<' || *s == '>' || *s == '&')
      sb_printf(out, "&#%d;", *s);
    else
      sb_putc(out, *s);
  }
  sb_puts(out, " explained");
}

void explain_page(const Explained *e, StrBuf *out) {
  for (const char *s = litmus_page; *s;) {
    const char *mark = strstr(s, "@@");
    if (!mark) {
      sb_puts(out, s);
      return;
    }
    sb_put(out, s, (size_t)(mark - s));
    bool title = !strncmp(mark, "@@TITLE@@", 9);
    if (title)
      put_title(e, out);
    else
      put_data(e, out);
    s = mark + strlen(title ? "@@TITLE@@" : "@@DATA@@");
  }
}
