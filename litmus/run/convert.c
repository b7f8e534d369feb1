#include "litmus/run/convert.h"

#include <stdlib.h>
#include <string.h>

#include "litmus/run/inputs.h"

static const char *copy(Arena *a, const char *s) { return s ? arena_strdup(a, s) : NULL; }

static Text take(Arena *a, StrBuf *b) {
  Text t = text_copy(a, sb_str(b), b->len);
  sb_free(b);
  return t;
}

/* The text of one event: as behaviour_output shows a stream that consists of it alone. */
static Text event_text(Arena *a, const Terms *ts, const Behaviour *b, u32 i) {
  Behaviour one = *b;
  one.events = &b->events[i];
  one.nevents = 1;
  StrBuf text = {0};
  behaviour_output(ts, &one, b->events[i].kind, &text);
  return take(a, &text);
}

static void convert_events(Arena *a, const SourceMap *sm, const Terms *ts, const Behaviour *b,
                           BehaviourRec *out) {
  for (u32 i = 0; i < b->nevents; i++) {
    EventRec *e = list_add(a, &out->events);
    *e = (EventRec){b->events[i].kind, event_text(a, ts, b, i), span_line(sm, b->events[i].span)};
  }
  StrBuf text = {0};
  behaviour_output(ts, b, EVENT_STDOUT, &text);
  out->out = take(a, &text);
}

/* What a function returned and left in memory. */
static void convert_left(Arena *a, const SourceMap *sm, const Behaviour *b, BehaviourRec *out) {
  for (u32 i = 0; i < b->nevents; i++) {
    const Event *e = &b->events[i];
    if (e->kind == EVENT_RESULT) out->result = copy(a, e->shown);
    if (e->kind != EVENT_MEMORY) continue;
    *list_add(a, &out->memory) = (MemoryRec){
        .name = copy(a, e->label), .value = copy(a, e->shown), .line = span_line(sm, e->span)};
  }
}

void convert_observed(Arena *a, const SourceMap *sm, const Terms *ts, const Behaviour *b,
                      BehaviourRec *out) {
  out->events.len = out->memory.len = 0;
  convert_events(a, sm, ts, b, out);
  convert_left(a, sm, b, out);
}

static void address_of(const Terms *ts, Term base, AllocRec *out) {
  u128 v;
  if (!base || !term_is_const(ts, base, &v)) return;
  out->has_address = true;
  out->address = (u64)v;
}

/* As conditions name it ("heap#2"), so that layout and path can be read together. */
static const char *alloc_name(Arena *a, const Terms *ts, const Behaviour *b, const AllocNote *n) {
  if (!n->base || !term_as_var(ts, n->base)) return copy(a, n->name);
  StrBuf text = {0};
  behaviour_term(ts, b, n->base, &text);
  const char *s = sb_str(&text);
  const char *name = arena_strdup(a, *s == '&' ? s + 1 : s);
  sb_free(&text);
  return name;
}

/* Those whose address somebody looked at: no other one is ever shown. */
static void convert_allocs(Arena *a, const SourceMap *sm, const Terms *ts, const Behaviour *b,
                           BehaviourRec *out) {
  for (u32 i = 0; i < b->nallocs; i++) {
    const AllocNote *n = &b->allocs[i];
    if (!n->base) continue;
    AllocRec *r = list_add(a, &out->allocs);
    *r = (AllocRec){.number = i,
                    .name = alloc_name(a, ts, b, n),
                    .kind = copy(a, n->kind),
                    .size = n->size,
                    .align = n->align,
                    .line = span_line(sm, n->span)};
    address_of(ts, n->base, r);
  }
}

/* Addresses that make the path condition true, for the allocations it speaks of. A path without
 * choices needs none: any layout leads there. */
static void find_layout(Terms *ts, const Behaviour *b, Oracle *oracle, BehaviourRec *out) {
  u32 total = out->allocs.len, n = 0;
  if (!oracle || b->nchoices == 0 || total == 0) return;
  Term *vars = malloc(sizeof *vars * total);
  u32 *owner = malloc(sizeof *owner * total);
  u128 *values = malloc(sizeof *values * total);
  for (u32 i = 0; vars && owner && values && i < total; i++) {
    Term base = b->allocs[out->allocs.at[i].number].base;
    if (!term_as_var(ts, base)) continue;
    vars[n] = base;
    owner[n++] = i;
  }
  if (n && oracle->values(oracle, ts, b->conds, b->nconds, vars, n, values) == FEASIBLE_YES) {
    for (u32 i = 0; i < n; i++) {
      out->allocs.at[owner[i]].has_address = true;
      out->allocs.at[owner[i]].address = (u64)values[i];
    }
  }
  free(vars), free(owner), free(values);
}

static void convert_notes(Arena *a, const SourceMap *sm, const Behaviour *b, BehaviourRec *out) {
  for (u32 i = 0; i < b->nnotes; i++)
    *list_add(a, &out->notes) = (NoteRec){.role = b->notes[i].role,
                                          .text = copy(a, b->notes[i].text),
                                          .at = place_of(a, sm, b->notes[i].span),
                                          .drawing = copy(a, b->notes[i].drawing)};
}

void convert_choices(Arena *a, const SourceMap *sm, const Behaviour *b, BehaviourRec *out) {
  for (u32 i = 0; i < b->nchoices; i++)
    *list_add(a, &out->choices) =
        (ChoiceRec){copy(a, b->choices[i].what), span_line(sm, b->choices[i].span)};
}

void convert_behaviour(Arena *a, const SourceMap *sm, Terms *ts, const Behaviour *b, Oracle *oracle,
                       BehaviourRec *out) {
  *out = (BehaviourRec){
      .end = b->end, .exit_code = (u32)b->exit_code, .count = b->count, .doubtful = b->doubtful};
  out->code = b->end == END_UB ? ub_name(b->ub) : b->end == END_LIMIT ? limit_name(b->limit) : "";
  out->reason = copy(a, b->reason);
  out->at = place_of(a, sm, b->span);
  convert_notes(a, sm, b, out);
  convert_observed(a, sm, ts, b, out);
  convert_allocs(a, sm, ts, b, out);
  convert_choices(a, sm, b, out);
  find_layout(ts, b, oracle, out);
  if (!oracle || !b->ninputs) return;
  Example e = find_example(a, ts, oracle, b);
  convert_example(a, sm, b, &e, out);
}

/* A program that does not compile has one outcome: its first error. */
void convert_diags(Arena *a, const Diags *diags, ExecRec *out) {
  for (u32 i = 0; i < diags->len; i++) {
    const Diag *d = &diags->at[i];
    *list_add(a, &out->diags) =
        (DiagRec){d->kind, arena_strdup(a, d->text), place_of(a, diags->sources, d->span)};
  }
  const Diag *first = diags_first(diags);
  out->compile_failed = true;
  BehaviourRec *b = list_add(a, &out->behaviours);
  *b = (BehaviourRec){
      .end = END_COMPILE_ERROR, .code = "", .reason = "no program and no reason", .count = 1};
  b->out = text_copy(a, "", 0);
  if (!first) return;
  b->end = first->kind == DIAG_UNSUPPORTED ? END_UNSUPPORTED : END_COMPILE_ERROR;
  b->reason = arena_strdup(a, first->text);
  b->at = place_of(a, diags->sources, first->span);
}
