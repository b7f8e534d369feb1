/* A tape as JSON: docs/json.md. Every step has its whole state, so that a program need not keep
 * count. */
#include <string.h>

#include "litmus/explain/explain.h"
#include "litmus/report/machine.h"

static void happening(Json *j, const Tape *t, const Happening *h) {
  (void)t;
  json_object(j, NULL);
  json_str(j, "kind", happen_name(h->kind));
  json_str(j, "text", h->text);
  if (h->times > 1) json_uint(j, "times", h->times);
  if (h->library) json_str(j, "library", h->library);
  if (h->serial) {
    json_uint(j, "allocation", h->serial);
    json_uint(j, "offset", h->off);
    json_uint(j, "size", h->n);
    if (h->tag) json_uint(j, "tag", h->tag);
    if (h->kind == HAPPEN_RETAG) json_uint(j, "parent", h->parent);
  }
  json_end_object(j);
}

static void item(Json *j, const TapeItem *x, bool is_tree) {
  json_object(j, NULL);
  json_uint(j, "tag", x->tag);
  json_str(j, "name", x->name);
  json_str(j, "permission", x->full);
  if (*x->about) json_str(j, "about", x->about);
  if (is_tree) {
    if (x->parent) json_uint(j, "parent", x->parent);
    json_uint(j, "depth", x->depth);
    json_bool(j, "accessed", x->accessed);
  }
  if (x->is_protected) json_str(j, "protector", x->is_strong ? "strong" : "weak");
  if (x->exposed) json_bool(j, "exposed", true);
  json_end_object(j);
}

static void borrows(Json *j, const TapeBorrow *b) {
  json_str(j, "discipline", b->is_tree ? "tree" : "stack");
  json_array(j, "borrows");
  for (u32 i = 0; i < b->nranges; i++) {
    const TapeRange *r = b->ranges[i];
    json_object(j, NULL);
    json_uint(j, "from", r->lo);
    json_uint(j, "to", r->hi);
    json_array(j, "pointers");
    for (u32 k = 0; k < r->nitems; k++) item(j, &r->items[k], b->is_tree);
    json_end_array(j);
    if (r->omitted) json_uint(j, "left_out", r->omitted);
    if (r->unknown_below) json_uint(j, "unknown_below", r->unknown_below);
    json_end_object(j);
  }
  json_end_array(j);
}

static void cell(Json *j, const Tape *t, const TapeCell *c, bool changed) {
  json_object(j, NULL);
  json_uint(j, "allocation", c->serial);
  json_str(j, "place", cell_place_name(c->place));
  if (c->place == CELL_VARIABLE || c->place == CELL_TEMPORARY) {
    json_str(j, "function", t->calls.at[c->frame].fn);
    json_uint(j, "call", c->frame + 1);
  }
  json_str(j, "name", c->name);
  json_str(j, "type", *c->type ? c->type : NULL);
  json_uint(j, "size", c->size);
  json_str(j, "value", c->value);
  json_bool(j, "changed", changed);
  if (c->borrow) borrows(j, c->borrow);
  json_end_object(j);
}

static bool is_changed(const TapeStep *s, u32 serial) {
  for (u32 i = 0; i < s->changes.len; i++)
    if (s->changes.at[i].serial == serial) return true;
  return false;
}

static void step(Json *j, const Tape *t, const TapeStep *s, const TapeState *after) {
  json_object(j, NULL);
  json_uint(j, "step", s->number);
  json_str(j, "function", t->calls.at[s->call].fn);
  json_uint(j, "call", s->call + 1);
  json_uint(j, "depth", t->calls.at[s->call].depth);
  json_uint(j, "line", s->at.line);
  json_uint(j, "column", s->at.col);
  json_uint(j, "end_line", s->end_line);
  json_uint(j, "end_column", s->end_col);
  json_array(j, "happened");
  for (u32 i = 0; i < s->happened.len; i++) happening(j, t, &s->happened.at[i]);
  json_end_array(j);
  if (s->more_happened) json_uint(j, "left_out", s->more_happened);
  json_array(j, "gone");
  for (u32 i = 0; i < s->changes.len; i++)
    if (s->changes.at[i].cell == CELL_GONE) json_uint(j, NULL, s->changes.at[i].serial);
  json_end_array(j);
  json_array(j, "state");
  for (u32 i = 0; i < after->at.len; i++)
    cell(j, t, &t->cells.at[after->at.at[i].cell], is_changed(s, after->at.at[i].serial));
  json_end_array(j);
  json_end_object(j);
}

static void tape(Json *j, const Tape *t) {
  TapeState state = {0};
  json_object(j, NULL);
  json_str(j, "model", t->model);
  json_uint(j, "outcome", t->outcome);
  json_uint(j, "outcomes", t->noutcomes);
  json_uint(j, "total", t->total);
  json_array(j, "steps");
  for (u32 i = 0; i < t->steps.len; i++) {
    tape_state_step(&state, &t->steps.at[i]);
    if (!t->steps.at[i].is_base) step(j, t, &t->steps.at[i], &state);
  }
  json_end_array(j);
  json_behaviour(j, "ending", &t->ending);
  json_end_object(j);
  tape_state_free(&state);
}

void explain_json(const Explained *e, StrBuf *out) {
  Json j = json_start(out);
  json_object(&j, NULL);
  json_str(&j, "file", e->file);
  if (*e->variant) json_str(&j, "cfg", e->variant);
  if (e->ntapes > 1 && e->part)
    json_uint(&j, "part_at", e->part_at);
  else if (e->ntapes > 1)
    json_str(&j, "part_at", NULL);
  json_array(&j, "tapes");
  for (u32 i = 0; i < e->ntapes; i++) tape(&j, &e->tapes[i]);
  json_end_array(&j);
  json_end_object(&j);
}
