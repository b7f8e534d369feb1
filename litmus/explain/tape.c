/* Records a tape: which machine steps make up one step of the source. */
#include "litmus/explain/tape.h"

#include <string.h>

#include "litmus/explain/tape_impl.h"

const char *happen_name(HappenKind k) {
  static const char *const names[] = {
#define HAPPEN(code, name) name,
#include "litmus/explain/happen.def"
#undef HAPPEN
  };
  return names[k];
}

const char *cell_place_name(CellPlace p) {
  static const char *const names[] = {"variable", "temporary", "heap", "static"};
  return names[p];
}

/* ---- steps */

static bool is_kept(const TapeWindow *keep, u64 number) {
  for (u32 i = 0; keep && i < keep->n; i++)
    if (number >= keep->at[i].first && number <= keep->at[i].last) return true;
  return false;
}

static void end_step(Recording *rec, bool is_last) {
  if (rec->number && !rec->something && !is_last) { /* nothing to see: it is no step */
    rec->number--;
    rec->is_kept = false;
    return;
  }
  if (rec->is_kept) {
    TapeStep *step = list_add(rec->arena, &rec->tape->steps);
    *step = (TapeStep){.number = rec->number,
                       .span = rec->span,
                       .segment = rec->segment,
                       .call = rec->call,
                       .more_happened = rec->more_raws,
                       .is_base = !is_kept(rec->keep, rec->number)};
    step->at = place_of(rec->arena, rec->sources, rec->span);
    Span end = {.lo = rec->span.hi, .hi = rec->span.hi, .file = rec->span.file};
    step->end_line = span_line(rec->sources, end);
    step->end_col = span_col(rec->sources, end);
    state_look(rec);
    words_of_step(rec, step);
    state_capture(rec, step);
  }
  rec->is_kept = false;
}

static void begin_step(Recording *rec, u32 call, u32 segment, Span span) {
  end_step(rec, false);
  rec->number++;
  rec->something = false;
  rec->is_kept = is_kept(rec->keep, rec->number) || is_kept(rec->keep, rec->number + 1);
  rec->call = call;
  rec->segment = segment;
  rec->span = span;
  rec->nframes = rec->m->frames.len;
  vec_clear(&rec->visited);
  vec_clear(&rec->raws);
  rec->more_raws = rec->nlibrary = 0;
}

/* The span of the whole segment, for what has no better one. */
static Span segment_span(const Recording *rec, u32 segment, Span otherwise) {
  if (segment >= rec->segments->n) return otherwise;
  const Segment *s = &rec->segments->at[segment];
  return (Span){.lo = s->lo, .hi = s->hi, .file = rec->segments->file};
}

static Span clip(const Recording *rec, u32 segment, Span span) {
  if (segment < rec->segments->n && span.hi > rec->segments->at[segment].hi)
    span.hi = rec->segments->at[segment].hi;
  return span;
}

/* What is executed belongs to the step: underlined with it, inside its statement. */
static void widen(Recording *rec, Span span) {
  Span all = segment_span(rec, rec->segment, span);
  if (span.file != rec->span.file || span.lo < all.lo) return;
  span = clip(rec, rec->segment, span);
  if (span.lo < rec->span.lo) rec->span.lo = span.lo;
  if (span.hi > rec->span.hi) rec->span.hi = span.hi;
}

/* The innermost frame of the user's code; UINT32_MAX if there is none. */
static u32 user_frame(const Recording *rec) {
  u32 k = rec->callees.len;
  while (k > 0 && !rec->callees.at[k - 1].is_user) k--;
  return k - 1;
}

/* Was this statement executed in the step before? Then a loop has come round. */
static bool comes_again(Recording *rec, const Frame *f) {
  u64 here = (u64)f->block << 32 | f->stmt;
  for (u32 i = 0; i < rec->visited.len; i++)
    if (rec->visited.at[i] == here) return true;
  return false;
}

/* What belongs to a whole block is what happens at its end: at the closing brace. */
static Span at_end_of_block(const Recording *rec, Span span) {
  if (span.file >= rec->sources->nfiles) return span;
  const SourceFile *f = &rec->sources->files[span.file];
  if (span.hi > f->len || span.hi < span.lo + 2) return span;
  if (f->text[span.lo] == '{' && f->text[span.hi - 1] == '}') span.lo = span.hi - 1;
  return span;
}

/* The end of a call: its variables die and it returns. */
static bool is_leaving(const Frame *f) {
  const Block *b = &f->fn->blocks.at[f->block];
  if (b->term.kind != TERMINATOR_RETURN) return false;
  return f->stmt == b->stmts.len || b->stmts.at[f->stmt].kind == STMT_STORAGE_DEAD;
}

/* Storage ends with the last statement that used it. */
static bool is_storage_end(const Frame *f) {
  const Block *b = &f->fn->blocks.at[f->block];
  return f->stmt < b->stmts.len && b->stmts.at[f->stmt].kind == STMT_STORAGE_DEAD;
}

/* The brace that closes the body of a function; false if it is on the line of what is inside. */
static bool closing_brace(const Recording *rec, const Frame *f, Span *span) {
  Span entry = span_root(rec->sources, f->fn->span);
  u32 segment = segment_at(rec->segments, rec->sources, entry);
  if (segment >= rec->segments->n || !rec->segments->at[segment].close) return false;
  u32 at = rec->segments->at[segment].close;
  *span = (Span){.lo = at, .hi = at + 1, .file = entry.file};
  return true;
}

static void keep_raw(Recording *rec, Raw raw) {
  rec->something = true;
  if (!rec->is_kept) return;
  bool inside = raw.library && raw.r.kind != RECORD_CALL;
  if (inside ? rec->nlibrary == LIBRARY_KEPT : rec->raws.len - rec->nlibrary == RAWS_KEPT) {
    rec->more_raws++;
    return;
  }
  rec->nlibrary += inside;
  vec_push(&rec->raws, raw);
}

static bool is_panic(const Frame *f) {
  const Block *b = &f->fn->blocks.at[f->block];
  return f->stmt == b->stmts.len && b->term.kind == TERMINATOR_PANIC;
}

static void machine_step(Recording *rec, const Record *r) {
  u32 k = user_frame(rec);
  if (k == UINT32_MAX) return;
  const Frame *f = &rec->m->frames.at[k];
  bool own = k + 1 == rec->m->frames.len;
  Span span = at_end_of_block(rec, span_root(rec->sources, r->span));
  u32 call = rec->callees.at[k].call;
  bool here = own && rec->number && rec->call == call;
  if (own && is_leaving(f) ? !closing_brace(rec, f, &span) && here : here && is_storage_end(f))
    return;
  u32 segment = segment_at(rec->segments, rec->sources, span);
  bool same = rec->number && rec->call == call && rec->segment == segment;
  if (!same || (own && comes_again(rec, f)))
    begin_step(rec, call, segment, clip(rec, segment, span));
  else
    widen(rec, span);
  if (own) vec_push(&rec->visited, ((u64)f->block << 32 | f->stmt));
  if (own && is_panic(f)) keep_raw(rec, (Raw){.r = {.kind = RECORD_EVENT}, .text = "panics"});
}

/* ---- calls */

static void push_call(Recording *rec) {
  Machine *m = rec->m;
  const Frame *f = &vec_last(&m->frames);
  Raw raw = {.r = {.kind = RECORD_CALL}, .text = f->fn->name};
  u32 caller = user_frame(rec);
  u32 parent = caller == UINT32_MAX ? 0 : rec->callees.at[caller].call;
  if (f->fn->is_prelude) {
    bool direct = caller != UINT32_MAX && caller + 1 == rec->callees.len;
    vec_push(&rec->callees, ((Callee){parent, false}));
    raw.library = f->fn->name;
    if (direct) keep_raw(rec, raw);
    return;
  }
  keep_raw(rec, raw);
  TapeCall call = {.parent = parent, .fn = arena_strdup(rec->arena, f->fn->name)};
  if (caller == UINT32_MAX)
    call.parent = rec->tape->calls.len;
  else
    call.depth = rec->tape->calls.at[parent].depth + 1;
  list_push(rec->arena, &rec->tape->calls, call);
  vec_push(&rec->callees, ((Callee){rec->tape->calls.len - 1, true}));
  Span entry = span_root(rec->sources, f->fn->span);
  u32 segment = segment_at(rec->segments, rec->sources, entry);
  begin_step(rec, rec->tape->calls.len - 1, segment, segment_span(rec, segment, entry));
  rec->something = true;
}

static void note_return(Recording *rec) {
  const Frame *f = &vec_last(&rec->m->frames);
  if (f->fn->is_prelude) return;
  keep_raw(rec, (Raw){.r = {.kind = RECORD_RETURN}, .text = f->fn->name});
}

/* ---- everything else */

/* What was printed since the last look. */
static const char *event_text(Recording *rec) {
  Machine *m = rec->m;
  StrBuf text = {0};
  for (u32 i = rec->nevents ? rec->nevents - 1 : 0; i < m->events.len; i++) {
    Event *e = &m->events.at[i];
    u32 from = i + 1 == rec->nevents ? rec->nfrags : 0;
    if (from >= e->frags.len) continue;
    Event part = {.kind = e->kind, .frags = {e->frags.at + from, e->frags.len - from, 0}};
    static const char *const verbs[] = {[EVENT_STDOUT] = "prints",
                                        [EVENT_STDERR] = "prints to standard error",
                                        [EVENT_VOLATILE_READ] = "volatile read",
                                        [EVENT_VOLATILE_WRITE] = "volatile write",
                                        [EVENT_RESULT] = "result",
                                        [EVENT_MEMORY] = "memory"};
    bool quoted = e->kind == EVENT_STDOUT || e->kind == EVENT_STDERR;
    const char *s = mach_event_text(m, &part);
    sb_printf(&text, "%s%s ", text.len ? "; " : "", verbs[e->kind]);
    if (quoted)
      sb_putc(&text, '"'), sb_put_escaped(&text, s, strlen(s)), sb_putc(&text, '"');
    else
      sb_puts(&text, s);
  }
  rec->nevents = m->events.len;
  rec->nfrags = m->events.len ? vec_last(&m->events).frags.len : 0;
  const char *copy = text.len ? arena_strdup(m->arena, sb_str(&text)) : NULL;
  sb_free(&text);
  return copy;
}

/* What happens to the pointers of memory that dies is not worth telling. */
static bool is_dying(Recording *rec, const Record *r) {
  if (r->kind == RECORD_PERM) return rec->dying == r->alloc->serial;
  rec->dying = r->kind == RECORD_DEALLOC ? r->alloc->serial : 0;
  return false;
}

static void keep_record(Recording *rec, const Record *r) {
  Raw raw = {.r = *r};
  if (r->kind == RECORD_EVENT) {
    raw.text = event_text(rec);
    if (raw.text) keep_raw(rec, raw);
    return;
  }
  if (!r->alloc || is_dying(rec, r) || !state_is_shown(rec, r->alloc)) return;
  rec->something = true;
  if (!rec->is_kept) return;
  state_look(rec);
  raw.id = r->alloc->id;
  raw.serial = r->alloc->serial;
  raw.alloc = state_alloc_name(rec, r->alloc);
  raw.tag_name = state_holder(rec, r->alloc, r->tag);
  raw.parent_name = state_holder(rec, r->alloc, r->parent);
  if (r->fn && r->fn->is_prelude) raw.library = r->fn->name;
  keep_raw(rec, raw);
}

static void watch(Recorder *self, Machine *m, const Record *r) {
  Recording *rec = (Recording *)self;
  rec->m = m;
  if (m->frames.len < rec->callees.len) rec->callees.len = m->frames.len;
  switch (r->kind) {
  case RECORD_STEP: machine_step(rec, r); return;
  case RECORD_CALL: push_call(rec); return;
  case RECORD_RETURN: note_return(rec); return;
  case RECORD_END: end_step(rec, m->end.end != END_RETURN); return;
  case RECORD_RETAG: births_add(&rec->births, r); break;
  default: break;
  }
  keep_record(rec, r);
}

static u64 record(Tape *t, Arena *arena, const Exploration *x, const Given *given,
                  const Behaviour *b, const Segments *segments, const TapeWindow *keep) {
  Arena *path = arena_create();
  Recording rec = {.recorder = {watch},
                   .tape = t,
                   .arena = arena,
                   .sources = x->program->sources,
                   .segments = segments,
                   .keep = keep,
                   .cell_keys = intern_create(),
                   .range_keys = intern_create(),
                   .borrow_keys = intern_create()};
  rerun(x, given, b->picks, b->npicks, &rec.recorder, path);
  births_free(&rec.births);
  vec_free(&rec.callees);
  vec_free(&rec.visited);
  vec_free(&rec.raws);
  vec_free(&rec.variables);
  vec_free(&rec.holders);
  vec_free(&rec.seen);
  vec_free(&rec.cell_of_key);
  vec_free(&rec.range_of_key);
  vec_free(&rec.borrow_of_key);
  vec_free(&rec.pointers);
  vec_free(&rec.state);
  vec_free(&rec.fresh);
  intern_destroy(rec.cell_keys);
  intern_destroy(rec.range_keys);
  intern_destroy(rec.borrow_keys);
  arena_destroy(path);
  return rec.number;
}

void tape_record(Tape *t, Arena *arena, const Exploration *x, const Given *given,
                 const Behaviour *b, const Segments *segments, const TapeWindow *keep) {
  *t = (Tape){.arena = arena, .model = x->model->name};
  t->total = record(t, arena, x, given, b, segments, keep);
}

u64 tape_length(const Exploration *x, const Given *given, const Behaviour *b,
                const Segments *segments) {
  Tape t = {.arena = arena_create()};
  u64 n = record(&t, t.arena, x, given, b, segments, NULL);
  arena_destroy(t.arena);
  return n;
}

/* ---- reading it */

static u32 position(const TapeState *s, u32 serial) {
  u32 lo = 0, hi = s->at.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (s->at.at[mid].serial < serial)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

void tape_state_step(TapeState *s, const TapeStep *step) {
  for (u32 i = 0; i < step->changes.len; i++) {
    const TapeChange *c = &step->changes.at[i];
    u32 k = position(s, c->serial);
    bool there = k < s->at.len && s->at.at[k].serial == c->serial;
    if (c->cell == CELL_GONE) {
      if (!there) continue;
      memmove(&s->at.at[k], &s->at.at[k + 1], (s->at.len - k - 1) * sizeof *s->at.at);
      s->at.len--;
      continue;
    }
    if (!there) {
      vec_push(&s->at, *c);
      memmove(&s->at.at[k + 1], &s->at.at[k], (s->at.len - k - 1) * sizeof *s->at.at);
    }
    s->at.at[k] = *c;
  }
}

const TapeCell *tape_state_cell(const Tape *t, const TapeState *s, u32 serial) {
  u32 k = position(s, serial);
  if (k == s->at.len || s->at.at[k].serial != serial) return NULL;
  return &t->cells.at[s->at.at[k].cell];
}

void tape_state_free(TapeState *s) { vec_free(&s->at); }

const TapeItem *tape_item_before(const TapeBorrow *before, u64 lo, const TapeItem *item,
                                 bool *changed) {
  *changed = true;
  for (u32 i = 0; before && i < before->nranges; i++) {
    const TapeRange *r = before->ranges[i];
    if (lo < r->lo || lo >= r->hi) continue;
    for (u32 k = 0; k < r->nitems; k++) {
      const TapeItem *old = &r->items[k];
      if (old->tag != item->tag || (old->depth != item->depth && before->is_tree)) continue;
      *changed = strcmp(old->full, item->full) != 0 || old->is_protected != item->is_protected ||
                 old->exposed != item->exposed;
      return old;
    }
  }
  return NULL;
}

static const TapeStep *step_numbered(const Tape *t, u64 number, u32 *from) {
  while (*from < t->steps.len && t->steps.at[*from].number < number) ++*from;
  bool found = *from < t->steps.len && t->steps.at[*from].number == number;
  return found ? &t->steps.at[*from] : NULL;
}

static bool same_text(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }

/* The same kind of end at the same place. */
static bool end_alike(const BehaviourRec *a, const BehaviourRec *b) {
  return a->end == b->end && same_text(a->code, b->code) && a->exit_code == b->exit_code &&
         (a->end == END_RETURN || (a->at.line == b->at.line && a->at.col == b->at.col));
}

bool tapes_part(const Tape *a, const Tape *b, u64 *number) {
  u64 shorter = a->total < b->total ? a->total : b->total;
  u32 i = 0, k = 0;
  for (u64 n = 1; n <= shorter; n++) {
    const TapeStep *x = step_numbered(a, n, &i), *y = step_numbered(b, n, &k);
    if (!x && !y) { /* left out of both: go on where there are some */
      u64 next = i < a->steps.len ? a->steps.at[i].number : shorter + 1;
      if (k < b->steps.len && b->steps.at[k].number < next) next = b->steps.at[k].number;
      n = next - 1;
      continue;
    }
    if (!x || !y) continue;
    *number = n;
    if (x->segment != y->segment) return true;
    if (a->calls.at[x->call].depth != b->calls.at[y->call].depth) return true;
  }
  *number = shorter;
  return a->total != b->total || !end_alike(&a->ending, &b->ending);
}
