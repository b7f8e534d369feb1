/* Records as JSON. Keys are stable: they may be added, never renamed. */
#include "litmus/report/machine.h"

#include <inttypes.h>
#include <string.h>

static const char *event_name(EventKind k) {
  static const char *const names[] = {"stdout",         "stderr", "volatile-read",
                                      "volatile-write", "result", "memory"};
  return names[k];
}

static void limit_names(Json *j, u32 limits) {
  json_array(j, "limits");
  for (u32 i = 0; i < LIMIT_COUNT; i++)
    if (limits >> i & 1) json_str(j, NULL, limit_name((LimitCode)i));
  json_end_array(j);
}

static void place(Json *j, const PlaceRec *p) {
  json_str(j, "file", p->file);
  json_uint(j, "line", p->line);
  json_uint(j, "column", p->col);
}

static void note(Json *j, const char *key, const NoteRec *n) {
  json_object(j, key);
  if (!key) json_str(j, "role", note_name(n->role));
  json_str(j, "text", n->text);
  if (n->at.line) place(j, &n->at);
  if (n->drawing) {
    json_array(j, "drawing");
    for (const char *s = n->drawing; *s;) {
      size_t len = strcspn(s, "\n");
      json_text(j, NULL, s, len);
      s += len + (s[len] == '\n');
    }
    json_end_array(j);
  }
  json_end_object(j);
}

/* All of them in order; the first two kinds have keys of their own, too, which came first. */
void json_notes(Json *j, const NoteRec *at, u32 n) {
  for (u32 i = 0; i < n; i++)
    if (at[i].role == NOTE_ORIGIN || at[i].role == NOTE_FREED)
      note(j, note_name(at[i].role), &at[i]);
  json_array(j, "notes");
  for (u32 i = 0; i < n; i++) note(j, NULL, &at[i]);
  json_end_array(j);
}

static void stats(Json *j, const StatsRec *s, StatsPart part) {
  if (part == STATS_NONE) return;
  json_object(j, "stats");
#define X(field, help) json_uint(j, #field, s->field);
  if (part == STATS_ALL) {
    MACHINE_STATS(X)
  }
  SOLVER_STATS(X)
#undef X
  json_end_object(j);
}

static void layout(Json *j, const BehaviourRec *b) {
  json_array(j, "layout");
  for (u32 i = 0; i < b->allocs.len; i++) {
    const AllocRec *a = &b->allocs.at[i];
    if (!a->has_address) continue;
    char hex[32];
    snprintf(hex, sizeof hex, "0x%" PRIx64, a->address);
    json_object(j, NULL);
    json_str(j, "name", a->name);
    json_str(j, "kind", a->kind);
    json_uint(j, "size", a->size);
    json_uint(j, "align", a->align);
    json_str(j, "address", hex);
    json_uint(j, "line", a->line);
    json_end_object(j);
  }
  json_end_array(j);
}

static void inputs(Json *j, const BehaviourRec *b) {
  if (!b->inputs.len) return;
  json_array(j, "inputs");
  for (u32 i = 0; i < b->inputs.len; i++) {
    const InputRec *n = &b->inputs.at[i];
    json_object(j, NULL);
    json_str(j, "name", n->name);
    json_str(j, "type", n->type);
    json_str(j, "value", n->value);
    if (n->hex) json_str(j, "hex", n->hex);
    json_bool(j, "any", n->any);
    json_uint(j, "line", n->line);
    json_end_object(j);
  }
  json_end_array(j);
}

/* What a function returned and left in memory. */
static void left(Json *j, const BehaviourRec *b) {
  if (b->result) json_str(j, "result", b->result);
  if (!b->memory.len) return;
  json_array(j, "memory");
  for (u32 i = 0; i < b->memory.len; i++) {
    const MemoryRec *m = &b->memory.at[i];
    json_object(j, NULL);
    json_str(j, "name", m->name);
    json_str(j, "value", m->value);
    json_bool(j, "same", m->same);
    json_uint(j, "line", m->line);
    json_end_object(j);
  }
  json_end_array(j);
}

static void trace(Json *j, const CheckRec *k) {
  json_array(j, "trace");
  for (u32 i = 0; i < k->trace.len; i++) {
    const TraceRec *t = &k->trace.at[i];
    json_object(j, NULL);
    json_str(j, "base", t->base);
    json_uint(j, "base_line", t->base_at.line);
    json_str(j, "opt", t->opt);
    json_uint(j, "opt_line", t->opt_at.line);
    json_bool(j, "same", t->same);
    json_end_object(j);
  }
  json_end_array(j);
}

static void path(Json *j, const BehaviourRec *b) {
  json_array(j, "path");
  for (u32 i = 0; i < b->choices.len; i++) {
    json_object(j, NULL);
    json_uint(j, "line", b->choices.at[i].line);
    json_str(j, "condition", b->choices.at[i].what);
    json_end_object(j);
  }
  json_end_array(j);
}

static void events(Json *j, const BehaviourRec *b) {
  json_array(j, "events");
  for (u32 i = 0; i < b->events.len; i++) {
    const EventRec *e = &b->events.at[i];
    json_object(j, NULL);
    json_str(j, "kind", event_name(e->kind));
    json_text(j, "text", e->text.at, e->text.len);
    json_uint(j, "line", e->line);
    json_end_object(j);
  }
  json_end_array(j);
}

void json_behaviour(Json *j, const char *key, const BehaviourRec *b) {
  StrBuf text = {0};
  outcome_text(b, &text);
  json_object(j, key);
  json_str(j, "kind", b->end == END_COMPILE_ERROR ? "error" : end_name(b->end));
  json_str(j, "reason", b->reason);
  json_str(j, "code", b->code && *b->code ? b->code : NULL);
  json_uint(j, "line", b->at.line);
  json_uint(j, "column", b->at.col);
  events(j, b);
  json_uint(j, "count", b->count);
  json_text(j, "outcome", sb_str(&text), text.len);
  if (b->end == END_EXIT) json_int(j, "exit_code", (int)b->exit_code);
  if (b->doubtful) json_bool(j, "doubtful", true);
  if (b->end == END_UB) json_notes(j, b->notes.at, b->notes.len);
  inputs(j, b);
  left(j, b);
  layout(j, b);
  path(j, b);
  json_end_object(j);
  sb_free(&text);
}

void json_diags(Json *j, const char *key, const DiagRec *at, u32 n) {
  static const char *const kinds[] = {"error", "unsupported", "note"};
  json_array(j, key);
  for (u32 i = 0; i < n; i++) {
    json_object(j, NULL);
    json_str(j, "kind", kinds[at[i].kind]);
    json_str(j, "text", at[i].text);
    place(j, &at[i].at);
    json_end_object(j);
  }
  json_end_array(j);
}

static void stories(Json *j, u32 n) {
  if (!n) return;
  json_uint(j, "stories", n);
  json_str(j, "instructions", "not checked");
}

/* A program that is wrong has no verdict: {"file", "error", ...}. One that is not supported has. */
static void exec_failed(Json *j, const ExecRec *e) {
  const BehaviourRec *b = &e->behaviours.at[0];
  if (b->end == END_UNSUPPORTED) {
    json_str(j, "model", e->model);
    json_str(j, "verdict", "unsupported");
    json_str(j, "reason", b->reason);
    json_uint(j, "line", b->at.line);
    json_array(j, "behaviours");
    json_end_array(j);
    limit_names(j, 0);
  } else {
    json_str(j, "error", b->reason);
    json_uint(j, "line", b->at.line);
  }
  json_diags(j, "diagnostics", e->diags.at, e->diags.len);
}

/* A path that ran into a limit or into what is not supported is not something the program does. */
static bool is_incomplete(const BehaviourRec *b) {
  return b->end == END_LIMIT || b->end == END_UNSUPPORTED;
}

static void behaviours(Json *j, const char *key, const ExecRec *e, bool incomplete) {
  json_array(j, key);
  for (u32 i = 0; i < e->behaviours.len; i++)
    if (is_incomplete(&e->behaviours.at[i]) == incomplete)
      json_behaviour(j, NULL, &e->behaviours.at[i]);
  json_end_array(j);
}

/* Why there is no answer: the first path that met what is not supported. */
static void unsupported_reason(Json *j, const ExecRec *e) {
  if (strcmp(exec_verdict(e), "unsupported") != 0) return;
  for (u32 i = 0; i < e->behaviours.len; i++) {
    const BehaviourRec *b = &e->behaviours.at[i];
    if (b->end != END_UNSUPPORTED) continue;
    json_str(j, "reason", b->reason);
    json_uint(j, "line", b->at.line);
    return;
  }
}

void json_exec(Json *j, const ExecRec *e, StatsPart part) {
  json_object(j, NULL);
  json_str(j, "file", e->file);
  if (*e->variant) json_str(j, "cfg", e->variant);
  if (e->compile_failed && e->behaviours.len) {
    exec_failed(j, e);
  } else {
    json_str(j, "model", e->model);
    json_str(j, "verdict", exec_verdict(e));
    stories(j, e->stories);
    unsupported_reason(j, e);
    behaviours(j, "behaviours", e, false);
    behaviours(j, "incomplete", e, true);
    if (e->excluded) json_uint(j, "excluded", e->excluded);
    limit_names(j, e->limits);
    if (e->limits >> LIMIT_UNROLL & 1) json_uint(j, "iterations", e->iterations);
    stats(j, &e->stats, part);
  }
  json_end_object(j);
}

/* Of a check of one function. */
static void function(Json *j, const char *fn, const char *alias) {
  if (!fn) return;
  json_str(j, "function", fn);
  json_str(j, "arguments", alias);
}

void json_check(Json *j, const CheckRec *k, StatsPart part) {
  json_object(j, NULL);
  json_str(j, "file", k->file);
  function(j, k->fn, k->alias);
  json_str(j, "base", k->base);
  json_str(j, "opt", k->opt);
  json_str(j, "model", k->model);
  json_str(j, "verdict", verdict_name(k->kind));
  json_bool(j, "vacuous", k->vacuous);
  stories(j, k->stories);
  json_str(j, "decided_by", k->rung);
  limit_names(j, k->limits);
  if (k->limits >> LIMIT_UNROLL & 1) json_uint(j, "iterations", k->iterations);
  json_str(j, "reason", k->why);
  if (k->novel.len) {
    json_object(j, "counterexample");
    json_array(j, "target");
    for (u32 i = 0; i < k->novel.len; i++) json_behaviour(j, NULL, &k->novel.at[i]);
    json_end_array(j);
    json_array(j, "source");
    for (u32 i = 0; i < k->source.len; i++) json_behaviour(j, NULL, &k->source.at[i]);
    json_end_array(j);
    if (k->trace.len) trace(j, k);
    json_end_object(j);
  }
  if (k->compile_failed) json_diags(j, "diagnostics", k->diags.at, k->diags.len);
  stats(j, &k->stats, part);
  json_end_object(j);
}

/* ---- run */

static void fail(Json *j, const FailRec *f) {
  json_object(j, NULL);
  json_str(j, "kind", fail_name(f->kind));
  json_str(j, "message", f->message);
  json_uint(j, "line", f->at.line);
  json_uint(j, "column", f->at.col);
  if (f->variant) json_str(j, "variant", f->variant);
  if (f->model) json_str(j, "model", f->model);
  json_array(j, "outcomes");
  for (u32 i = 0; i < f->outcomes.len; i++) {
    json_object(j, NULL);
    json_str(j, "state", mark_name(f->outcomes.at[i].mark));
    json_str(j, "outcome", f->outcomes.at[i].text);
    json_end_object(j);
  }
  json_end_array(j);
  json_diags(j, "diagnostics", f->diags.at, f->diags.len);
  json_array(j, "unexpected");
  for (u32 i = 0; i < f->unexpected.len; i++) json_behaviour(j, NULL, &f->unexpected.at[i]);
  json_end_array(j);
  json_array(j, "checks");
  for (u32 i = 0; i < f->check.len; i++) json_check(j, &f->check.at[i], STATS_NONE);
  json_end_array(j);
  json_end_object(j);
}

static void cell(Json *j, const CellRec *c) {
  json_object(j, NULL);
  function(j, c->fn, c->alias);
  json_str(j, "base", c->base);
  json_str(j, "opt", c->opt);
  json_str(j, "model", c->model);
  json_str(j, "verdict", verdict_name(c->kind));
  json_bool(j, "vacuous", c->vacuous);
  json_bool(j, "as_expected", !c->failed);
  limit_names(j, c->limits);
  if (c->limits >> LIMIT_UNROLL & 1) json_uint(j, "iterations", c->iterations);
  json_uint(j, "line", c->line);
  json_end_object(j);
}

void json_run(const TestRec *at, u32 n, const SummaryRec *s, StrBuf *out) {
  Json j = json_start(out);
  json_object(&j, NULL);
  json_array(&j, "tests");
  for (u32 i = 0; i < n; i++) {
    const TestRec *t = &at[i];
    json_object(&j, NULL);
    json_str(&j, "file", t->path);
    json_str(&j, "title", t->title);
    json_str(&j, "status", status_name(t->status));
    stories(&j, t->stories);
    json_seconds(&j, "seconds", t->us);
    json_array(&j, "failures");
    for (u32 k = 0; k < t->fails.len; k++) fail(&j, &t->fails.at[k]);
    json_end_array(&j);
    json_array(&j, "checks");
    for (u32 k = 0; k < t->cells.len; k++) cell(&j, &t->cells.at[k]);
    json_end_array(&j);
    json_end_object(&j);
  }
  json_end_array(&j);
  json_object(&j, "summary");
  json_uint(&j, "passed", s->passed);
  json_uint(&j, "failed", s->failed);
  json_uint(&j, "skipped", s->skipped);
  json_seconds(&j, "seconds", s->us);
  stats(&j, &s->stats, s->stats_part);
  json_end_object(&j);
  json_end_object(&j);
}
