/* The names that directives mention: models, codes, limits. */
#include <string.h>

#include "litmus/run/cursor.h"
#include "litmus/run/suggest.h"

/* ---- names, with a suggestion when they are unknown */

void cursor_unknown(Cursor *c, Span at, const char *what, const char *written,
                    const char *const *names, u32 n) {
  const char *near = closest_name(written, names, n);
  if (near) {
    cursor_error(c, at.lo, at.hi, "unknown %s `%s`: did you mean `%s`?", what, written, near);
    return;
  }
  StrBuf list = {0};
  for (u32 i = 0; i < n; i++) sb_printf(&list, "%s%s", i ? ", " : "", names[i]);
  cursor_error(c, at.lo, at.hi, "unknown %s `%s`: there are %s", what, written, sb_str(&list));
  sb_free(&list);
}

u32 name_index(const char *const *names, u32 n, const char *name) {
  u32 i = 0;
  while (i < n && strcmp(names[i], name) != 0) i++;
  return i;
}

const Model *model_lookup(Arena *a, const char *name, const char **why) {
  const Model *m = model_by_name(name);
  if (m) return m;
  if (strchr(name, '/')) {
    Model *composed = arena_new(a, Model);
    *why = model_compose(arena_strdup(a, name), composed);
    return *why ? NULL : composed;
  }
  u32 n;
  const Model *all = models(&n);
  const char *names[64];
  StrBuf list = {0};
  for (u32 i = 0; i < n && i < 64; i++) {
    names[i] = all[i].name;
    sb_printf(&list, "%s%s", i ? ", " : "", names[i]);
  }
  const char *near = closest_name(name, names, n < 64 ? n : 64);
  *why = near ? arena_printf(a, "unknown model `%s`: did you mean `%s`?", name, near)
              : arena_printf(a, "unknown model `%s`: there are %s", name, sb_str(&list));
  sb_free(&list);
  return NULL;
}

void parse_limit_code(Cursor *c, LimitCode *out) {
  static const char *const names[] = {
#define LIMIT(code, name, summary) name,
#include "engine/mach/limit.def"
#undef LIMIT
  };
  Span at;
  const char *name = cursor_name(c, &at);
  u32 n = sizeof names / sizeof *names;
  if (!name) {
    cursor_error(c, c->pos, c->pos + 1, "expected the name of a limit, as in `limit steps`");
    return;
  }
  u32 i = name_index(names, n, name);
  if (i == n)
    cursor_unknown(c, at, "limit", name, names, n);
  else
    *out = (LimitCode)i;
}

/* ---- models = ["[" MODEL (","? MODEL)* "]"] */

bool model_set_names(const ModelSet *s, const Model *m) {
  for (u32 i = 0; i < s->of.len; i++)
    if (!strcmp(s->of.at[i]->name, m->name)) return true;
  return false;
}

bool model_set_has(const ModelSet *s, const Model *m) {
  return s->written ? model_set_names(s, m) : !m->is_variant && model_by_name(m->name) != NULL;
}

void parse_model_set(Cursor *c, ModelSet *s) {
  u32 here = c->pos;
  if (!cursor_accept(c, "[")) {
    if (!s->written) s->span = cursor_span(c, here, here);
    return;
  }
  if (s->written) cursor_error(c, c->pos - 1, c->pos, "the models are given twice");
  s->written = true;
  u32 open = c->pos - 1;
  while (!c->failed && !cursor_accept(c, "]")) {
    cursor_space(c);
    u32 lo = c->pos;
    while (c->pos < c->end && !strchr(" \t],[:", c->text[c->pos])) c->pos++;
    if (c->pos == lo) {
      cursor_error(c, lo, lo + 1, c->pos < c->end ? "expected a model or `]`" : "expected `]`");
      return;
    }
    const char *why = NULL;
    const char *name = arena_strndup(c->d->arena, c->text + lo, c->pos - lo);
    const Model *m = model_lookup(c->d->arena, name, &why);
    if (!m)
      cursor_error(c, lo, c->pos, "%s", why);
    else if (model_set_names(s, m))
      cursor_error(c, lo, c->pos, "model `%s` is named twice", name);
    else
      list_push(c->d->arena, &s->of, m);
    cursor_accept(c, ",");
  }
  if (c->failed) return;
  if (s->of.len == 0) cursor_error(c, open, c->pos, "no models between the brackets");
  s->span = cursor_span(c, open, c->pos);
}
