/* An execution as a list of steps that an observer sees: each print by itself, volatile accesses,
 * what a function returns and leaves in memory, the ending. Successive prints are one event of a
 * behaviour, since only the text counts; where each of them stands in the source is known while
 * they happen, so the execution is run once more and watched. */
#include "litmus/run/sides.h"

#include <string.h>

#include "engine/mach/machine.h"

typedef struct Step {
  EventKind kind;
  bool ends;        /* the ending: its kind and code count, not its text */
  const char *text; /* as people read it */
  const char *key;  /* what is compared */
  Span span;
} Step;

/* Where an object of the caller's was written last. */
typedef struct Write {
  const char *object;
  Span span;
} Write;

typedef struct Steps {
  Recorder recorder; /* first */
  Arena *arena;
  Span last; /* the last statement of the function that is checked */
  LIST(Write) writes;
  u32 nevents, nfrags; /* of them seen */
  LIST(Step) at;
} Steps;

Given given_of(Arena *a, const Terms *ts, const Behaviour *b) {
  u64 *bases = arena_array(a, u64, b->nallocs + 1);
  u128 *inputs = arena_array(a, u128, b->ninputs + 1), v = 0;
  for (u32 i = 0; i < b->nallocs; i++)
    if (b->allocs[i].base && term_is_const(ts, b->allocs[i].base, &v)) bases[i] = (u64)v;
  for (u32 i = 0; i < b->ninputs; i++) (void)term_is_const(ts, b->inputs[i].var, &inputs[i]);
  return (Given){.nbases = b->nallocs, .ninputs = b->ninputs, .bases = bases, .inputs = inputs};
}

/* ---- while it runs */

static const char *const verbs[] = {[EVENT_STDOUT] = "prints",
                                    [EVENT_STDERR] = "prints to standard error",
                                    [EVENT_VOLATILE_READ] = "volatile read",
                                    [EVENT_VOLATILE_WRITE] = "volatile write"};

static bool is_stream(EventKind k) { return k == EVENT_STDOUT || k == EVENT_STDERR; }

static void add_step(Steps *s, Step step) {
  step.key = step.key ? step.key : step.text;
  list_push(s->arena, &s->at, step);
}

static void add_event(Steps *s, EventKind kind, const char *text, size_t len, Span span) {
  StrBuf b = {0};
  sb_printf(&b, "%s ", verbs[kind]);
  if (is_stream(kind)) {
    sb_putc(&b, '"'), sb_put_escaped(&b, text, len), sb_putc(&b, '"');
  } else {
    sb_put(&b, text, len);
  }
  add_step(s, (Step){.kind = kind, .text = arena_strdup(s->arena, sb_str(&b)), .span = span});
  sb_free(&b);
}

/* A print of several lines is as many steps. */
static void add_print(Steps *s, EventKind kind, const char *text, size_t len, Span span) {
  while (is_stream(kind) && len) {
    const char *end = memchr(text, '\n', len);
    size_t n = end ? (size_t)(end - text) + 1 : len;
    add_event(s, kind, text, n, span);
    text += n, len -= n;
  }
  if (!is_stream(kind)) add_event(s, kind, text, len, span);
}

static void text_of_frags(Machine *m, const Event *e, u32 from, StrBuf *out) {
  for (u32 i = from; i < e->frags.len; i++) {
    const Frag *f = &e->frags.at[i];
    if (f->text)
      sb_put(out, f->text, f->len);
    else if (!f->leaf)
      sb_printf(out, "<%s>", mach_term_text(m, f->term));
  }
}

static Write *write_to(Steps *s, const char *object) {
  for (u32 i = 0; i < s->writes.len; i++)
    if (!strcmp(s->writes.at[i].object, object)) return &s->writes.at[i];
  return NULL;
}

static void note_write(Steps *s, const Alloc *a, Span span) {
  if (!a->name || span_is_none(span) || (!a->is_argument && a->kind != ALLOC_STATIC)) return;
  Write *w = write_to(s, a->name);
  if (!w) {
    w = list_add(s->arena, &s->writes);
    w->object = arena_strdup(s->arena, a->name);
  }
  w->span = span;
}

static bool is_of_entry(const Machine *m, const Record *r) {
  return m->x->entry != NO_FUNC && r->fn == m->program->funcs.at[m->x->entry];
}

static void watch(Recorder *self, Machine *m, const Record *r) {
  Steps *s = (Steps *)self;
  bool whole = r->fn && r->span.file == r->fn->span.file && r->span.lo >= r->fn->span.lo &&
               r->span.hi <= r->fn->span.hi; /* entering and leaving have no place of their own */
  if (r->kind == RECORD_STEP && is_of_entry(m, r) && !whole) s->last = r->span;
  if (r->kind == RECORD_WRITE && r->fn) note_write(s, r->alloc, r->span);
  if (r->kind != RECORD_EVENT || !m->events.len) return;
  bool more = s->nevents == m->events.len;
  const Event *e = &vec_last(&m->events);
  StrBuf text = {0};
  text_of_frags(m, e, more ? s->nfrags : 0, &text);
  add_print(s, e->kind, sb_str(&text), text.len, r->span);
  sb_free(&text);
  s->nevents = m->events.len;
  s->nfrags = e->frags.len;
}

/* ---- when it has ended */

static const char *leaf_key(Arena *a, const Event *e) {
  StrBuf k = {0};
  for (u32 i = 0; i < e->frags.len; i++) {
    const Frag *f = &e->frags.at[i];
    if (f->text) sb_put_escaped(&k, f->text, f->len);
    if (!f->leaf) continue;
    sb_printf(&k, "|%u:%s", f->leaf->whole, f->leaf->owner ? f->leaf->owner : "");
    for (u32 j = 0; f->leaf->bytes && j < f->leaf->n; j++) sb_printf(&k, ",%u", f->leaf->bytes[j]);
  }
  const char *s = arena_strdup(a, sb_str(&k));
  sb_free(&k);
  return s;
}

static void add_left(Steps *s, const Behaviour *b, EventKind kind) {
  for (u32 i = 0; i < b->nevents; i++) {
    const Event *e = &b->events[i];
    if (e->kind != kind) continue;
    const char *between = kind == EVENT_RESULT ? " " : " = ";
    const Write *w = kind == EVENT_MEMORY ? write_to(s, e->label) : NULL;
    Span at = w ? w->span : e->span;
    if (kind == EVENT_RESULT && !span_is_none(s->last)) at = s->last;
    add_step(s, (Step){.kind = kind,
                       .text = arena_printf(s->arena, "%s%s%s", e->label, between, e->shown),
                       .key = leaf_key(s->arena, e),
                       .span = at});
  }
}

static bool has_result(const Behaviour *b) {
  for (u32 i = 0; i < b->nevents; i++)
    if (b->events[i].kind == EVENT_RESULT) return true;
  return false;
}

static void add_ending(Steps *s, const Behaviour *b) {
  if (b->end == END_RETURN && has_result(b)) return;
  BehaviourRec r = {.end = b->end, .reason = b->reason, .exit_code = (u32)b->exit_code};
  r.code = b->end == END_UB ? ub_name(b->ub) : b->end == END_LIMIT ? limit_name(b->limit) : "";
  StrBuf text = {0};
  outcome_text(&r, &text);
  add_step(s, (Step){.ends = true,
                     .text = arena_strdup(s->arena, sb_str(&text)),
                     .key = arena_printf(s->arena, "%d %s %d", b->end, r.code, b->exit_code),
                     .span = b->end == END_RETURN ? SPAN_NONE : b->span});
  sb_free(&text);
}

static Steps steps_of(Arena *a, const Run *run) {
  Steps s = {.recorder = {watch}, .arena = a, .last = SPAN_NONE};
  Given g = given_of(a, run->x->terms, run->b);
  Arena *path = arena_create();
  rerun(run->x, &g, run->b->picks, run->b->npicks, &s.recorder, path);
  arena_destroy(path);
  add_left(&s, run->b, EVENT_RESULT);
  add_ending(&s, run->b);
  add_left(&s, run->b, EVENT_MEMORY);
  return s;
}

enum { FIRST_ROWS = 16, LAST_ROWS = 40 }; /* shown of a long trace */

static bool same_step(const Step *l, const Step *r) {
  return l && r && l->kind == r->kind && l->ends == r->ends && !strcmp(l->key, r->key);
}

static const Step *step_at(const Steps *s, u32 i) { return i < s->at.len ? &s->at.at[i] : NULL; }

void convert_trace(Arena *a, const SourceMap *sm, Run base, Run opt, CheckRec *k) {
  Steps left = steps_of(a, &base), right = steps_of(a, &opt);
  u32 n = left.at.len > right.at.len ? left.at.len : right.at.len, part = 0;
  while (part < n && same_step(step_at(&left, part), step_at(&right, part))) part++;
  u32 end = part < n ? part + 1 : n;
  for (u32 i = 0; i < end; i++) {
    if (i == FIRST_ROWS && end > FIRST_ROWS + LAST_ROWS) {
      u32 skipped = end - FIRST_ROWS - LAST_ROWS;
      const char *text = arena_printf(a, "(%u steps alike)", skipped);
      *list_add(a, &k->trace) = (TraceRec){.base = text,
                                           .opt = text,
                                           .base_at = place_of(a, sm, SPAN_NONE),
                                           .opt_at = place_of(a, sm, SPAN_NONE),
                                           .same = true};
      i += skipped;
    }
    const Step *l = step_at(&left, i), *r = step_at(&right, i);
    *list_add(a, &k->trace) = (TraceRec){.base = l ? l->text : NULL,
                                         .opt = r ? r->text : NULL,
                                         .base_at = place_of(a, sm, l ? l->span : SPAN_NONE),
                                         .opt_at = place_of(a, sm, r ? r->span : SPAN_NONE),
                                         .same = i != part};
  }
}

/* ---- memory */

static const Event *memory_event(const Behaviour *b, u32 number, u32 *of) {
  u32 n = 0;
  const Event *found = NULL;
  for (u32 i = 0; i < b->nevents; i++) {
    if (b->events[i].kind != EVENT_MEMORY) continue;
    if (n == number) found = &b->events[i];
    n++;
  }
  *of = n;
  return found;
}

void compare_memory(const Behaviour *a, BehaviourRec *ra, const Behaviour *b, BehaviourRec *rb) {
  Arena *scratch = arena_create();
  for (u32 i = 0; i < ra->memory.len || i < rb->memory.len; i++) {
    u32 na, nb;
    const Event *x = memory_event(a, i, &na), *y = memory_event(b, i, &nb);
    /* Where one side leaves no memory at all, it ended in another way, which says enough. */
    bool same = !na || !nb || (x && y && !strcmp(leaf_key(scratch, x), leaf_key(scratch, y)));
    if (i < ra->memory.len) ra->memory.at[i].same = same;
    if (i < rb->memory.len) rb->memory.at[i].same = same;
  }
  arena_destroy(scratch);
}
