#include "litmus/report/wire.h"

#include <string.h>

/* ---- atoms */

static void wire_bytes(Wire *w, void *data, size_t n) {
  if (w->out) {
    sb_put(w->out, data, n);
  } else if (w->bad || w->len - w->pos < n) {
    w->bad = true;
    memset(data, 0, n);
  } else {
    memcpy(data, w->in + w->pos, n);
    w->pos += n;
  }
}

static void wire_u32(Wire *w, u32 *v) { wire_bytes(w, v, sizeof *v); }
static void wire_u64(Wire *w, u64 *v) { wire_bytes(w, v, sizeof *v); }

static void wire_bool(Wire *w, bool *v) {
  unsigned char byte = w->out ? *v : 0;
  wire_bytes(w, &byte, 1);
  *v = byte != 0;
}

/* An enum of `count` values. */
static u32 wire_enum(Wire *w, u32 v, u32 count) {
  wire_u32(w, &v);
  if (v < count) return v;
  w->bad = true;
  return 0;
}
#define WIRE_ENUM(w, field, T, count) ((field) = (T)wire_enum((w), (u32)(field), (count)))

/* Number of elements: each takes at least one byte, so a damaged count cannot ask for much. */
static u32 wire_count(Wire *w, u32 n) {
  wire_u32(w, &n);
  if (!w->out && n > w->len - w->pos) w->bad = true, n = 0;
  return n;
}

static void wire_text(Wire *w, Text *t) {
  bool has = w->out && t->at;
  wire_bool(w, &has);
  if (!has) {
    *t = (Text){0};
    return;
  }
  u32 n = wire_count(w, t->len);
  if (w->out) {
    sb_put(w->out, t->at, n);
  } else {
    *t = text_copy(w->arena, w->in + w->pos, n);
    w->pos += n;
  }
}

static void wire_str(Wire *w, const char **s) {
  Text t = {*s, w->out && *s ? (u32)strlen(*s) : 0};
  wire_text(w, &t);
  *s = t.at;
}

#define WIRE_LIST(w, list, each)                                                   \
  do {                                                                             \
    u32 n_ = wire_count((w), (list)->len);                                         \
    if (!(w)->out) {                                                               \
      (list)->at = arena_alloc((w)->arena, sizeof *(list)->at * ((size_t)n_ + 1)); \
      (list)->len = (list)->cap = n_;                                              \
    }                                                                              \
    for (u32 i_ = 0; i_ < n_ && !(w)->bad; i_++) each((w), &(list)->at[i_]);       \
    if ((w)->bad) (list)->len = 0;                                                 \
  } while (0)

/* ---- records, field by field in their order */

static void wire_place(Wire *w, PlaceRec *p) {
  wire_str(w, &p->file);
  wire_u32(w, &p->line);
  wire_u32(w, &p->col);
  wire_u32(w, &p->width);
  wire_text(w, &p->text);
  wire_u32(w, &p->indent);
}

static void wire_note(Wire *w, NoteRec *n) {
  WIRE_ENUM(w, n->role, NoteRole, NOTE_COUNT);
  wire_str(w, &n->text);
  wire_place(w, &n->at);
  wire_str(w, &n->drawing);
}

static void wire_diag(Wire *w, DiagRec *d) {
  WIRE_ENUM(w, d->kind, DiagKind, DIAG_NOTE + 1);
  wire_str(w, &d->text);
  wire_place(w, &d->at);
}

static void wire_event(Wire *w, EventRec *e) {
  WIRE_ENUM(w, e->kind, EventKind, EVENT_MEMORY + 1);
  wire_text(w, &e->text);
  wire_u32(w, &e->line);
}

static void wire_alloc(Wire *w, AllocRec *a) {
  wire_u32(w, &a->number);
  wire_str(w, &a->name);
  wire_str(w, &a->kind);
  wire_u64(w, &a->size);
  wire_u64(w, &a->align);
  wire_bool(w, &a->has_address);
  wire_u64(w, &a->address);
  wire_u32(w, &a->line);
}

static void wire_choice(Wire *w, ChoiceRec *c) {
  wire_str(w, &c->what);
  wire_u32(w, &c->line);
}

static void wire_input(Wire *w, InputRec *n) {
  wire_str(w, &n->name);
  wire_str(w, &n->type);
  wire_str(w, &n->value);
  wire_str(w, &n->hex);
  wire_bool(w, &n->any);
  wire_u32(w, &n->line);
}

static void wire_memory(Wire *w, MemoryRec *m) {
  wire_str(w, &m->name);
  wire_str(w, &m->value);
  wire_bool(w, &m->same);
  wire_u32(w, &m->line);
}

static void wire_trace(Wire *w, TraceRec *t) {
  wire_str(w, &t->base);
  wire_str(w, &t->opt);
  wire_place(w, &t->base_at);
  wire_place(w, &t->opt_at);
  wire_bool(w, &t->same);
}

static void wire_behaviour(Wire *w, BehaviourRec *b) {
  WIRE_ENUM(w, b->end, EndKind, END_COMPILE_ERROR + 1);
  wire_str(w, &b->code);
  wire_str(w, &b->reason);
  wire_u32(w, &b->exit_code);
  wire_place(w, &b->at);
  WIRE_LIST(w, &b->notes, wire_note);
  WIRE_LIST(w, &b->events, wire_event);
  wire_text(w, &b->out);
  wire_u64(w, &b->count);
  wire_bool(w, &b->doubtful);
  WIRE_LIST(w, &b->allocs, wire_alloc);
  WIRE_LIST(w, &b->choices, wire_choice);
  WIRE_LIST(w, &b->inputs, wire_input);
  wire_str(w, &b->result);
  WIRE_LIST(w, &b->memory, wire_memory);
}

static void wire_stats(Wire *w, StatsRec *s) {
#define X(field, help) wire_u64(w, &s->field);
  STATS(X)
#undef X
}

static void wire_exec(Wire *w, ExecRec *e) {
  wire_str(w, &e->file);
  wire_str(w, &e->variant);
  wire_str(w, &e->model);
  wire_bool(w, &e->compile_failed);
  WIRE_LIST(w, &e->diags, wire_diag);
  WIRE_LIST(w, &e->behaviours, wire_behaviour);
  wire_u32(w, &e->limits);
  wire_u64(w, &e->iterations);
  wire_bool(w, &e->has_ub);
  wire_u64(w, &e->excluded);
  wire_u32(w, &e->stories);
  wire_stats(w, &e->stats);
}

static void wire_check(Wire *w, CheckRec *c) {
  wire_str(w, &c->file);
  wire_str(w, &c->base);
  wire_str(w, &c->opt);
  wire_str(w, &c->model);
  wire_str(w, &c->fn);
  wire_str(w, &c->alias);
  wire_u32(w, &c->pointers);
  WIRE_ENUM(w, c->kind, VerdictKind, VERDICT_UNKNOWN + 1);
  wire_bool(w, &c->vacuous);
  wire_str(w, &c->rung);
  wire_u32(w, &c->limits);
  wire_u64(w, &c->iterations);
  wire_str(w, &c->why);
  wire_bool(w, &c->internal);
  wire_bool(w, &c->compile_failed);
  wire_bool(w, &c->compile_unsupported);
  WIRE_LIST(w, &c->diags, wire_diag);
  WIRE_LIST(w, &c->novel, wire_behaviour);
  WIRE_LIST(w, &c->source, wire_behaviour);
  WIRE_LIST(w, &c->trace, wire_trace);
  wire_text(w, &c->saved);
  wire_str(w, &c->save_error);
  wire_u32(w, &c->stories);
  wire_stats(w, &c->stats);
}

static void wire_outcome(Wire *w, OutcomeRec *o) {
  WIRE_ENUM(w, o->mark, OutcomeMark, MARK_UNEXPECTED + 1);
  wire_str(w, &o->text);
  wire_u64(w, &o->count);
}

static void wire_fail(Wire *w, FailRec *f) {
  WIRE_ENUM(w, f->kind, FailKind, FAIL_COUNT);
  wire_str(w, &f->message);
  wire_place(w, &f->at);
  wire_str(w, &f->variant);
  wire_str(w, &f->model);
  WIRE_LIST(w, &f->outcomes, wire_outcome);
  WIRE_LIST(w, &f->diags, wire_diag);
  WIRE_LIST(w, &f->unexpected, wire_behaviour);
  WIRE_LIST(w, &f->check, wire_check);
}

static void wire_cell(Wire *w, CellRec *c) {
  wire_str(w, &c->base);
  wire_str(w, &c->opt);
  wire_str(w, &c->model);
  wire_str(w, &c->fn);
  wire_str(w, &c->alias);
  wire_u32(w, &c->pointers);
  WIRE_ENUM(w, c->kind, VerdictKind, VERDICT_UNKNOWN + 1);
  wire_bool(w, &c->vacuous);
  wire_bool(w, &c->failed);
  wire_u32(w, &c->limits);
  wire_u64(w, &c->iterations);
  wire_u32(w, &c->line);
}

static void wire_test(Wire *w, TestRec *t) {
  wire_str(w, &t->path);
  wire_str(w, &t->title);
  WIRE_ENUM(w, t->status, TestStatus, TEST_SKIPPED + 1);
  WIRE_LIST(w, &t->fails, wire_fail);
  WIRE_LIST(w, &t->cells, wire_cell);
  wire_u32(w, &t->nexecs);
  wire_u32(w, &t->stories);
  wire_u64(w, &t->us);
  wire_stats(w, &t->stats);
  wire_str(w, &t->smt2_error);
  wire_text(w, &t->blessed);
  WIRE_LIST(w, &t->changes, wire_str);
}

void wire_result(Wire *w, ResultRec *r) {
  wire_str(w, &r->error);
  WIRE_LIST(w, &r->diags, wire_diag);
  WIRE_LIST(w, &r->execs, wire_exec);
  WIRE_LIST(w, &r->checks, wire_check);
  WIRE_LIST(w, &r->tests, wire_test);
  wire_stats(w, &r->stats);
  wire_str(w, &r->smt2_error);
  wire_text(w, &r->text);
  wire_bool(w, &r->unsupported);
}

static const char magic[4] = "LR02"; /* first and last: an incomplete stream is recognised */

void result_encode(ResultRec *r, StrBuf *out) {
  Wire w = {.out = out};
  sb_put(out, magic, sizeof magic);
  wire_result(&w, r);
  sb_put(out, magic, sizeof magic);
}

bool result_decode(const char *in, size_t len, Arena *arena, ResultRec *r) {
  *r = (ResultRec){0};
  if (len < 2 * sizeof magic || memcmp(in, magic, sizeof magic) != 0) return false;
  Wire w = {.in = in, .len = len - sizeof magic, .pos = sizeof magic, .arena = arena};
  if (memcmp(in + w.len, magic, sizeof magic) != 0) return false;
  wire_result(&w, r);
  return !w.bad && w.pos == w.len;
}
