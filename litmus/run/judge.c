#include "litmus/run/judge.h"

#include <string.h>

#include "litmus/run/match.h"

/* ---- what is to be run */

typedef LIST(const Model *) ModelList;
typedef LIST(const char *) NameList;

static void add_model(Arena *a, const JudgeOptions *o, ModelList *l, const Model *m) {
  for (u32 i = 0; i < l->len; i++)
    if (!strcmp(l->at[i]->name, m->name)) return;
  bool wanted = o->nmodels == 0;
  for (u32 i = 0; i < o->nmodels; i++) wanted |= !strcmp(o->models[i], m->name);
  if (wanted) list_push(a, l, m);
}

static void add_models(Arena *a, const JudgeOptions *o, ModelList *l, const ModelSet *s) {
  for (u32 i = 0; i < s->of.len; i++) add_model(a, o, l, s->of.at[i]);
}

/* The named models in their order, then variants and composed ones that the file mentions. */
static ModelList models_of(const Session *s, const JudgeOptions *o) {
  const Directives *d = &s->directives;
  ModelList l = {0};
  u32 n;
  const Model *named = main_models(&n);
  for (u32 i = 0; i < n; i++) add_model(s->arena, o, &l, &named[i]);
  for (u32 i = 0; i < d->expects.len; i++) add_models(s->arena, o, &l, &d->expects.at[i].models);
  for (u32 i = 0; i < d->line_ubs.len; i++) add_models(s->arena, o, &l, &d->line_ubs.at[i].models);
  for (u32 i = 0; i < d->checks.len; i++) add_models(s->arena, o, &l, &d->checks.at[i].models);
  return l;
}

static void add_name(Arena *a, NameList *l, const char *name) {
  if (!name) return;
  for (u32 i = 0; i < l->len; i++)
    if (!strcmp(l->at[i], name)) return;
  list_push(a, l, name);
}

/* The variants of the expectations; without any, those of the checks; else the program as it is. */
static NameList variants_of(const Session *s) {
  const Directives *d = &s->directives;
  NameList l = {0};
  for (u32 i = 0; i < d->expects.len; i++) add_name(s->arena, &l, d->expects.at[i].variant);
  for (u32 i = 0; i < d->line_ubs.len; i++) add_name(s->arena, &l, d->line_ubs.at[i].variant);
  for (u32 i = 0; i < d->checks.len && l.len == 0; i++) {
    add_name(s->arena, &l, d->checks.at[i].base);
    add_name(s->arena, &l, d->checks.at[i].opt);
  }
  if (l.len == 0) add_name(s->arena, &l, "");
  return l;
}

/* An annotation that names no models speaks of those for which the test expects something, and of
 * all where it expects nothing else. */
static bool line_applies(const Directives *d, const LineUb *u, const char *variant,
                         const Model *m) {
  if (u->variant && strcmp(u->variant, variant) != 0) return false;
  if (u->models.written) return model_set_has(&u->models, m);
  return d->expects.len ? expect_for(d, variant, m) != NULL : model_set_has(&u->models, m);
}

/* ---- comparing */

static LineResult *line_result(Session *s, Judgement *j, const LineUb *u, const Model *m) {
  for (u32 i = 0; i < j->lines.len; i++)
    if (j->lines.at[i].line == u && j->lines.at[i].model == m) return &j->lines.at[i];
  LineResult *l = list_add(s->arena, &j->lines);
  *l = (LineResult){u, m, false};
  return l;
}

static void compare_behaviour(Session *s, Judgement *j, ExpectResult *r, const BehaviourRec *b) {
  const Directives *d = &s->directives;
  bool matched = false;
  for (u32 i = 0; r->expect && i < r->expect->outcomes.len; i++) {
    PatternMatch m = outcome_match(&r->expect->outcomes.at[i], b, r->exec);
    r->gave_up |= m == PATTERN_GAVE_UP;
    if (m != PATTERN_YES) continue;
    r->outcome_seen[i] = matched = true;
  }
  for (u32 i = 0; i < d->line_ubs.len; i++) {
    const LineUb *u = &d->line_ubs.at[i];
    if (!line_applies(d, u, r->variant, r->model)) continue;
    PatternMatch m = line_ub_match(u, b, s->sources.files[s->file].name);
    r->gave_up |= m == PATTERN_GAVE_UP;
    if (m != PATTERN_YES) continue;
    line_result(s, j, u, r->model)->seen = matched = true;
    r->nlines++;
  }
  if (!matched) list_push(s->arena, &r->unexpected, b);
}

/* A limit that spoiled the exploration is an outcome, whether or not a path ended in it: what was
 * found is then not all there is. */
static void compare_limits(Session *s, Judgement *j, ExpectResult *r) {
  for (u32 l = 0; l < LIMIT_COUNT; l++) {
    if (!(r->exec->limits >> l & 1)) continue;
    bool ended = false;
    for (u32 i = 0; i < r->exec->behaviours.len; i++) {
      const BehaviourRec *b = &r->exec->behaviours.at[i];
      ended |= b->end == END_LIMIT && !strcmp(b->code, limit_name((LimitCode)l));
    }
    if (ended) continue;
    BehaviourRec *b = arena_new(s->arena, BehaviourRec);
    *b = (BehaviourRec){.end = END_LIMIT,
                        .code = limit_name((LimitCode)l),
                        .reason = limit_summary((LimitCode)l),
                        .out = text_copy(s->arena, "", 0)};
    compare_behaviour(s, j, r, b);
  }
}

static CfgSet cfg_of(const char *const *variant) { return (CfgSet){variant, **variant ? 1 : 0}; }

static void judge_pair(Session *s, const JudgeOptions *o, Judgement *j, const char *variant,
                       const Model *m) {
  const Directives *d = &s->directives;
  const Expect *e = expect_for(d, variant, m);
  bool lines = false, empty = d->expects.len + d->checks.len + d->line_ubs.len == 0;
  for (u32 i = 0; i < d->line_ubs.len; i++)
    if (line_applies(d, &d->line_ubs.at[i], variant, m)) {
      line_result(s, j, &d->line_ubs.at[i], m);
      lines = true;
    }
  if (!e && !lines && !(o->bless && empty && model_by_name(m->name))) return;
  ExpectResult r = {.expect = e, .variant = variant, .model = m};
  r.exec = session_exec(s, cfg_of(&variant), m);
  r.outcome_seen = arena_array(s->arena, bool, e ? e->outcomes.len + 1 : 1);
  for (u32 i = 0; i < r.exec->behaviours.len; i++)
    compare_behaviour(s, j, &r, &r.exec->behaviours.at[i]);
  compare_limits(s, j, &r);
  list_push(s->arena, &j->expects, r);
}

static void judge_check(Session *s, Judgement *j, const Check *k, const Model *m) {
  VerdictResult r = {
      .check = k, .model = m, .rec = session_check(s, k->fn, k->alias_any, k->base, k->opt, m)};
  PatternMatch match = verdict_match(k, r.rec);
  r.ok = match == PATTERN_YES;
  r.gave_up = match == PATTERN_GAVE_UP;
  list_push(s->arena, &j->checks, r);
}

void judge(Session *s, const JudgeOptions *o, Judgement *out) {
  *out = (Judgement){0};
  const Directives *d = &s->directives;
  ModelList models = models_of(s, o);
  NameList variants = variants_of(s);
  for (u32 v = 0; v < variants.len; v++)
    for (u32 m = 0; m < models.len; m++) judge_pair(s, o, out, variants.at[v], models.at[m]);
  for (u32 k = 0; k < d->checks.len; k++)
    for (u32 m = 0; m < models.len; m++)
      if (check_applies(d, &d->checks.at[k], models.at[m]))
        judge_check(s, out, &d->checks.at[k], models.at[m]);
}

/* ---- failures */

static const char *span_text(const Session *s, Span span) {
  return arena_strndup(s->arena, s->sources.files[s->file].text + span.lo, span.hi - span.lo);
}

static FailRec *add_fail(Session *s, TestRec *t, FailKind kind, Span at, const char *message) {
  FailRec *f = list_add(s->arena, &t->fails);
  *f = (FailRec){.kind = kind, .message = message, .at = place_of(s->arena, &s->sources, at)};
  t->status = TEST_FAILED;
  return f;
}

static void add_outcome(Session *s, FailRec *f, OutcomeMark mark, const char *text, u64 count) {
  *list_add(s->arena, &f->outcomes) = (OutcomeRec){mark, text, count};
}

static const char *of_variant(const Session *s, const char *variant, const Model *m) {
  return *variant ? arena_printf(s->arena, "`%s` under %s", variant, m->name)
                  : arena_printf(s->arena, "under %s", m->name);
}

static const char gave_up[] = "a pattern gave up: it backtracks without end; make it simpler";

static bool all_seen(const ExpectResult *r) {
  for (u32 i = 0; r->expect && i < r->expect->outcomes.len; i++)
    if (!r->outcome_seen[i]) return false;
  return true;
}

static void report_expect(Session *s, TestRec *t, const ExpectResult *r) {
  if (all_seen(r) && r->unexpected.len == 0 && !r->gave_up) return;
  const Directives *d = &s->directives;
  Span at = r->expect         ? r->expect->span
            : d->line_ubs.len ? d->line_ubs.at[0].span
                              : (Span){.lo = 0, .hi = 0, .file = s->file};
  const char *what = r->gave_up ? gave_up : "outcomes are not as expected";
  FailRec *f =
      add_fail(s, t, FAIL_EXPECT, at,
               arena_printf(s->arena, "%s: %s", of_variant(s, r->variant, r->model), what));
  f->variant = r->variant, f->model = r->model->name;
  for (u32 i = 0; r->expect && i < r->expect->outcomes.len; i++)
    add_outcome(s, f, r->outcome_seen[i] ? MARK_MATCHED : MARK_MISSING,
                span_text(s, r->expect->outcomes.at[i].span), 0);
  for (u32 i = 0; i < r->unexpected.len; i++) {
    StrBuf text = {0};
    outcome_text(r->unexpected.at[i], &text);
    add_outcome(s, f, MARK_UNEXPECTED, arena_strdup(s->arena, sb_str(&text)),
                r->unexpected.at[i]->count);
    sb_free(&text);
    list_push(s->arena, &f->unexpected, *r->unexpected.at[i]);
  }
  for (u32 i = 0; i < r->exec->diags.len; i++) list_push(s->arena, &f->diags, r->exec->diags.at[i]);
}

static void report_line(Session *s, TestRec *t, const LineResult *l) {
  if (l->seen) return;
  FailRec *f = add_fail(s, t, FAIL_LINE_UB, l->line->span,
                        arena_printf(s->arena, "no such undefined behaviour on line %u under %s",
                                     l->line->line, l->model->name));
  f->model = l->model->name;
  add_outcome(s, f, MARK_MISSING, span_text(s, l->line->span), 0);
}

static void report_check(Session *s, TestRec *t, const VerdictResult *r) {
  const CheckRec *k = r->rec;
  *list_add(s->arena, &t->cells) = (CellRec){.base = k->base,
                                             .opt = k->opt,
                                             .model = k->model,
                                             .fn = k->fn,
                                             .alias = k->alias,
                                             .pointers = k->pointers,
                                             .kind = k->kind,
                                             .vacuous = k->vacuous,
                                             .failed = !r->ok,
                                             .limits = k->limits,
                                             .iterations = k->iterations,
                                             .line = span_line(&s->sources, r->check->span)};
  if (r->ok) return;
  const char *what = r->gave_up          ? gave_up
                     : k->compile_failed ? "a variant does not compile"
                     : k->internal       ? "the checker contradicts itself: a bug of litmus"
                                         : "the verdict is not as expected";
  StrBuf head = {0};
  if (k->fn) sb_printf(&head, "fn `%s`: ", k->fn);
  sb_printf(&head, "`%s` => `%s` under %s: %s", k->base, k->opt, k->model, what);
  FailRec *f = add_fail(s, t, FAIL_CHECK, r->check->span, arena_strdup(s->arena, sb_str(&head)));
  sb_free(&head);
  f->model = k->model;
  StrBuf actual = {0};
  if (k->compile_failed)
    sb_puts(&actual, "does not compile");
  else
    verdict_text(k->kind, k->vacuous, k->limits, k->iterations, &actual);
  if (k->why) sb_printf(&actual, ": %s", k->why);
  if (k->novel.len) {
    sb_puts(&actual, ": ");
    outcome_text(&k->novel.at[0], &actual);
  }
  add_outcome(s, f, MARK_MISSING, span_text(s, r->check->body), 0);
  add_outcome(s, f, MARK_UNEXPECTED, arena_strdup(s->arena, sb_str(&actual)), 0);
  sb_free(&actual);
  list_push(s->arena, &f->check, *k);
  for (u32 i = 0; i < k->diags.len; i++) list_push(s->arena, &f->diags, k->diags.at[i]);
}

void judgement_report(Session *s, const Judgement *j, TestRec *out) {
  for (u32 i = 0; i < j->expects.len; i++) report_expect(s, out, &j->expects.at[i]);
  for (u32 i = 0; i < j->lines.len; i++) report_line(s, out, &j->lines.at[i]);
  for (u32 i = 0; i < j->checks.len; i++) report_check(s, out, &j->checks.at[i]);
  out->nexecs = j->expects.len;
  for (u32 i = 0; i < s->compiled.len; i++) {
    const Program *p = s->compiled.at[i]->program;
    if (p && p->nstories > out->stories) out->stories = p->nstories;
  }
  if (j->expects.len + j->checks.len == 0 && out->status == TEST_PASSED) out->status = TEST_SKIPPED;
}
