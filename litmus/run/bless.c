#include "litmus/run/bless.h"

#include <stdlib.h>
#include <string.h>

#include "litmus/run/match.h"

/* Replace [lo, hi) of the file by `text`. */
typedef struct Edit {
  u32 lo, hi;
  const char *text;
} Edit;

/* One directive, possibly split: which text it is to have under which models. */
typedef struct Group {
  const char *text;
  ModelSet models;
} Group;

typedef struct Bless {
  Session *s;
  TestRec *out;
  LIST(Edit) edits;
} Bless;

typedef LIST(Group) GroupList;

static const char *file_text(const Bless *b) { return b->s->sources.files[b->s->file].text; }

static const char *slice(const Bless *b, u32 lo, u32 hi) {
  return arena_strndup(b->s->arena, file_text(b) + lo, hi - lo);
}

static void edit(Bless *b, u32 lo, u32 hi, const char *text) {
  Arena *a = b->s->arena;
  *list_add(a, &b->edits) = (Edit){lo, hi, text};
  u32 line = span_line(&b->s->sources, (Span){.lo = lo, .hi = hi, .file = b->s->file});
  list_push(a, &b->out->changes,
            arena_printf(a, "%s:%u: %s%s%s", b->s->path, line, slice(b, lo, hi),
                         hi > lo ? " -> " : "+ ", *text ? text : "(removed)"));
}

static void add_to_group(Bless *b, GroupList *groups, const char *text, const Model *m) {
  for (u32 i = 0; i < groups->len; i++)
    if (!strcmp(groups->at[i].text, text)) {
      list_push(b->s->arena, &groups->at[i].models.of, m);
      return;
    }
  Group *g = list_add(b->s->arena, groups);
  *g = (Group){.text = text};
  list_push(b->s->arena, &g->models.of, m);
}

static const char *bracketed(Arena *a, const ModelSet *s) {
  StrBuf b = {0};
  for (u32 i = 0; i < s->of.len; i++) sb_printf(&b, "%s%s", i ? " " : "[", s->of.at[i]->name);
  sb_puts(&b, "]");
  const char *text = arena_strdup(a, sb_str(&b));
  sb_free(&b);
  return text;
}

/* Writes the groups in place of a directive whose text before the models is `head`: the first on
 * its own line, the others on new lines that begin alike. A directive that named no models keeps
 * naming none for its largest group. */
static void write_groups(Bless *b, Span whole, Span models, Span body, bool written,
                         const GroupList *groups) {
  Arena *a = b->s->arena;
  if (groups->len == 1) { /* whatever models it names stay */
    if (strcmp(groups->at[0].text, slice(b, body.lo, body.hi)) != 0)
      edit(b, body.lo, body.hi, groups->at[0].text);
    return;
  }
  u32 largest = 0;
  for (u32 i = 1; i < groups->len; i++)
    if (groups->at[i].models.of.len > groups->at[largest].models.of.len) largest = i;
  u32 line_lo = whole.lo, head_hi = models.lo;
  while (line_lo > 0 && file_text(b)[line_lo - 1] != '\n') line_lo--;
  while (head_hi > whole.lo && file_text(b)[head_hi - 1] == ' ') head_hi--;
  const char *prefix = slice(b, line_lo, whole.lo), *head = slice(b, whole.lo, head_hi);
  StrBuf text = {0};
  for (u32 i = 0; i < groups->len; i++) {
    if (i) sb_printf(&text, "\n%s", prefix);
    bool general = !written && i == largest;
    sb_printf(&text, "%s%s%s: %s", head, general ? "" : " ",
              general ? "" : bracketed(a, &groups->at[i].models), groups->at[i].text);
  }
  edit(b, whole.lo, whole.hi, arena_strdup(a, sb_str(&text)));
  sb_free(&text);
}

/* ---- expectations */

static void put_outcome(StrBuf *out, const char *text) {
  if (out->len && strstr(sb_str(out), text)) return; /* merged behaviours bless alike */
  sb_printf(out, "%s%s", out->len ? " | " : "", text);
}

static bool as_expected(const ExpectResult *r) {
  for (u32 i = 0; i < r->expect->outcomes.len; i++)
    if (!r->outcome_seen[i]) return false;
  return r->unexpected.len == 0;
}

static const char *expect_text(Bless *b, const ExpectResult *r) {
  StrBuf text = {0};
  if (r->expect && as_expected(r)) return slice(b, r->expect->body.lo, r->expect->body.hi);
  for (u32 i = 0; r->expect && i < r->expect->outcomes.len; i++)
    if (r->outcome_seen[i]) {
      Span at = r->expect->outcomes.at[i].span;
      sb_printf(&text, "%s%s", text.len ? " | " : "", slice(b, at.lo, at.hi));
    }
  for (u32 i = 0; i < r->unexpected.len; i++) {
    StrBuf one = {0};
    outcome_bless(r->unexpected.at[i], &one);
    put_outcome(&text, sb_str(&one));
    sb_free(&one);
  }
  if (text.len == 0) sb_puts(&text, "ub"); /* all of it on annotated lines */
  const char *copy = arena_strdup(b->s->arena, sb_str(&text));
  sb_free(&text);
  return copy;
}

static void bless_expect(Bless *b, const Judgement *j, const Expect *e) {
  GroupList groups = {0};
  for (u32 i = 0; i < j->expects.len; i++)
    if (j->expects.at[i].expect == e && !j->expects.at[i].gave_up)
      add_to_group(b, &groups, expect_text(b, &j->expects.at[i]), j->expects.at[i].model);
  if (groups.len) write_groups(b, e->span, e->models.span, e->body, e->models.written, &groups);
}

/* What happens and nothing was said about: new lines below the last directive. */
static void bless_unexpected(Bless *b, const Judgement *j, const char *variant) {
  GroupList groups = {0};
  u32 all = 0;
  for (u32 i = 0; i < j->expects.len; i++) {
    const ExpectResult *r = &j->expects.at[i];
    if (r->expect || r->unexpected.len == 0 || strcmp(r->variant, variant) != 0) continue;
    add_to_group(b, &groups, expect_text(b, r), r->model);
    all++;
  }
  if (groups.len == 0) return;
  u32 named, line = b->s->directives.last_line;
  main_models(&named);
  const SourceFile *f = &b->s->sources.files[b->s->file];
  u32 at = line < f->nlines ? f->line_start[line] : f->len;
  StrBuf text = {0};
  if (at == f->len && at > 0 && f->text[at - 1] != '\n') sb_putc(&text, '\n');
  for (u32 i = 0; i < groups.len; i++) {
    bool general = groups.len == 1 && all == named && *variant == '\0';
    sb_printf(&text, "//@ expect%s%s%s%s: %s\n", *variant ? " " : "", variant, general ? "" : " ",
              general ? "" : bracketed(b->s->arena, &groups.at[i].models), groups.at[i].text);
  }
  edit(b, at, at, arena_strdup(b->s->arena, sb_str(&text)));
  sb_free(&text);
}

/* ---- checks and annotated lines */

static void bless_check(Bless *b, const Judgement *j, const Check *k) {
  GroupList groups = {0};
  for (u32 i = 0; i < j->checks.len; i++) {
    const VerdictResult *r = &j->checks.at[i];
    if (r->check != k) continue;
    if (r->gave_up || r->rec->internal || r->rec->compile_failed) return; /* nothing to bless */
    StrBuf text = {0};
    if (r->ok)
      sb_puts(&text, slice(b, k->body.lo, k->body.hi));
    else
      check_bless(r->rec, &text);
    add_to_group(b, &groups, arena_strdup(b->s->arena, sb_str(&text)), r->model);
    sb_free(&text);
  }
  if (groups.len) write_groups(b, k->span, k->models.span, k->body, k->models.written, &groups);
}

static void bless_line(Bless *b, const Judgement *j, const LineUb *u) {
  ModelSet seen = {.written = true};
  u32 missing = 0;
  for (u32 i = 0; i < j->lines.len; i++) {
    if (j->lines.at[i].line != u) continue;
    if (j->lines.at[i].seen)
      list_push(b->s->arena, &seen.of, j->lines.at[i].model);
    else
      missing++;
  }
  if (missing == 0) return;
  if (seen.of.len == 0) {
    u32 lo = u->span.lo;
    while (lo > 0 && (file_text(b)[lo - 1] == ' ' || file_text(b)[lo - 1] == '\t')) lo--;
    edit(b, lo, u->span.hi, "");
    return;
  }
  const char *space = u->models.written ? "" : " ";
  edit(b, u->models.span.lo, u->models.span.hi,
       arena_printf(b->s->arena, "%s%s", space, bracketed(b->s->arena, &seen)));
}

/* ---- the file */

static int by_place(const void *x, const void *y) {
  const Edit *a = x, *b = y;
  return a->lo != b->lo ? (a->lo < b->lo ? -1 : 1) : (a->hi > b->hi) - (a->hi < b->hi);
}

static void apply_edits(Bless *b) {
  const SourceFile *f = &b->s->sources.files[b->s->file];
  qsort(b->edits.at, b->edits.len, sizeof *b->edits.at, by_place);
  StrBuf text = {0};
  u32 pos = 0;
  for (u32 i = 0; i < b->edits.len; i++) {
    const Edit *e = &b->edits.at[i];
    if (e->lo < pos) continue; /* cannot happen: directives do not overlap */
    sb_put(&text, f->text + pos, e->lo - pos);
    sb_puts(&text, e->text);
    pos = e->hi;
  }
  sb_put(&text, f->text + pos, f->len - pos);
  b->out->blessed = text_copy(b->s->arena, sb_str(&text), text.len);
  sb_free(&text);
}

void bless(Session *s, const Judgement *j, TestRec *out) {
  Bless b = {.s = s, .out = out};
  const Directives *d = &s->directives;
  for (u32 i = 0; i < d->expects.len; i++) bless_expect(&b, j, &d->expects.at[i]);
  for (u32 i = 0; i < j->expects.len; i++) {
    bool first = true;
    for (u32 k = 0; k < i; k++)
      first &= strcmp(j->expects.at[k].variant, j->expects.at[i].variant) != 0;
    if (first) bless_unexpected(&b, j, j->expects.at[i].variant);
  }
  for (u32 i = 0; i < d->checks.len; i++) bless_check(&b, j, &d->checks.at[i]);
  for (u32 i = 0; i < d->line_ubs.len; i++) bless_line(&b, j, &d->line_ubs.at[i]);
  if (b.edits.len) apply_edits(&b);
}
