#include "litmus/run/questions.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

u32 common_directory(const char *const *paths, u32 n) {
  u32 len = 0;
  for (u32 i = 0; n && paths[0][i]; i++) {
    for (u32 k = 1; k < n; k++)
      if (paths[k][i] != paths[0][i]) return len;
    if (paths[0][i] == '/') len = i + 1;
  }
  return len;
}

/* Part of a file's name: what is neither letter nor digit becomes '-', a '/' a '.'. */
static void put_part(StrBuf *b, const char *s) {
  for (; *s; s++) {
    bool plain = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9');
    sb_putc(b, plain || *s == '_' ? *s : *s == '/' ? '.' : '-');
  }
}

static const char *stem_of(Arena *a, const char *path) {
  StrBuf b = {0};
  size_t n = strlen(path);
  if (n > 3 && !strcmp(path + n - 3, ".rs")) n -= 3;
  put_part(&b, arena_strndup(a, path, n));
  const char *stem = arena_strdup(a, b.len ? sb_str(&b) : "-");
  sb_free(&b);
  return stem;
}

void questions_init(Questions *q, Arena *arena, const char *dir, const char *path, u32 skip) {
  *q = (Questions){.arena = arena, .dir = dir, .path = path};
  if (!dir) return;
  q->stem = stem_of(arena, path + skip);
  questions_about(q, "", "", "not said"); /* until somebody says what is worked on */
}

/* `fn m::f: base => opt` as `fn-m-f-base-opt`. */
static void put_subject(StrBuf *b, const char *about) {
  StrBuf part = {0};
  put_part(&part, about);
  for (u32 i = 0; i < part.len; i++)
    if (part.at[i] != '-' || i == 0 || part.at[i - 1] != '-') sb_putc(b, part.at[i]);
  sb_free(&part);
}

void questions_about(Questions *q, const char *about, const char *model, const char *purpose) {
  if (!q->dir) return;
  q->about = about, q->model = model, q->purpose = purpose;
  StrBuf name = {0};
  sb_puts(&name, q->stem);
  if (*about) sb_putc(&name, '.'), put_subject(&name, about);
  if (*model) sb_putc(&name, '.'), put_part(&name, model);
  u32 i = 0;
  while (i < q->counts.len && strcmp(q->counts.at[i].name, sb_str(&name)) != 0) i++;
  if (i == q->counts.len)
    list_push(q->arena, &q->counts, ((QuestionCount){arena_strdup(q->arena, sb_str(&name)), 0}));
  q->current = i;
  sb_free(&name);
}

static void write_file(Questions *q, const char *name, const StrBuf *text) {
  const char *path = arena_printf(q->arena, "%s/%s", q->dir, name);
  FILE *f = fopen(path, "w");
  bool ok = f && fwrite(text->at, 1, text->len, f) == text->len;
  int error = ok ? 0 : errno;
  if (f && fclose(f) != 0) ok = false, error = errno;
  if (!ok && !q->error)
    q->error = arena_printf(q->arena, "cannot write %s: %s", path, strerror(error));
}

/* A comment of one line, whatever is in the text. */
static void comment(StrBuf *b, const char *key, const char *text) {
  sb_printf(b, "; %-9s ", key);
  for (; *text; text++) sb_putc(b, (unsigned char)*text < ' ' ? ' ' : *text);
  sb_putc(b, '\n');
}

static void header(const Questions *q, const char *asked, StrBuf *b) {
  comment(b, "test", q->path);
  if (*q->about) comment(b, strstr(q->about, "=>") ? "pair" : "variant", q->about);
  comment(b, "model", q->model);
  comment(b, "asked", asked);
}

void questions_observe(void *self, Terms *ts, const SmtQuestion *question) {
  static const char *const answers[] = {
      [FEASIBLE_NO] = "unsat", [FEASIBLE_YES] = "sat", [FEASIBLE_UNKNOWN] = "unknown"};
  Questions *q = self;
  StrBuf b = {0}, line = {0};
  const char *kind = question->body      ? "exists-forall"
                     : question->nwanted ? "values"
                                         : "feasibility";
  sb_printf(&line, "%s (%s)", question->purpose ? question->purpose : q->purpose, kind);
  header(q, sb_str(&line), &b);
  sb_clear(&line);
  sb_puts(&line, answers[question->answer]);
  if (question->by) sb_printf(&line, ", by %s", question->by);
  if (question->why) sb_printf(&line, " (%s)", question->why);
  sb_printf(&line, ", %" PRIu64 " resource units", question->spent);
  comment(&b, "answer", sb_str(&line));
  smtlib_question(ts, question, &b);
  QuestionCount *c = &q->counts.at[q->current];
  write_file(q, arena_printf(q->arena, "%s.%04u.smt2", c->name, ++c->n), &b);
  sb_free(&b), sb_free(&line);
}

void questions_outcome(Questions *q, Terms *ts, const Term *conds, u32 n, u32 number) {
  StrBuf b = {0};
  char asked[64];
  snprintf(asked, sizeof asked, "the path condition of outcome %u", number);
  header(q, asked, &b);
  smtlib_dump(ts, conds, n, &b);
  const char *name = q->counts.at[q->current].name;
  write_file(q, arena_printf(q->arena, "%s.outcome-%u.smt2", name, number), &b);
  sb_free(&b);
}
