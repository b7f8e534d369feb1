/* The grammar of directives: one function per rule. */
#include "litmus/run/directive.h"

#include <inttypes.h>
#include <string.h>

#include "litmus/run/cursor.h"
#include "litmus/run/scan.h"

/* ---- directives */

static Span rest_of(Cursor *c) {
  cursor_space(c);
  return cursor_span(c, c->pos, c->end);
}

static void end_of_directive(Cursor *c) {
  if (!cursor_at_end(c))
    cursor_error(c, c->pos, c->end, "unexpected text at the end of the directive");
}

/* "expect" [VARIANT] [MODELS] ":" outcome ("|" outcome)* */
static void expect_directive(Cursor *c, Span whole) {
  Expect e = {.span = whole};
  Span at;
  const char *variant = cursor_ident(c, &at);
  e.variant = variant ? variant : "";
  parse_model_set(c, &e.models);
  cursor_expect(c, ":");
  e.body = rest_of(c);
  if (cursor_at_end(c) && !c->failed)
    cursor_error(c, whole.lo, whole.hi,
                 "an empty expectation: what may happen? (returns, prints \"..\", ub, ...)");
  do {
    cursor_space(c);
    u32 lo = c->pos;
    Outcome *o = list_add(c->d->arena, &e.outcomes);
    *o = (Outcome){0};
    parse_outcome(c, o, false);
    u32 hi = c->pos;
    while (hi > lo && c->text[hi - 1] == ' ') hi--;
    o->span = cursor_span(c, lo, hi);
  } while (cursor_accept(c, "|"));
  end_of_directive(c);
  if (!c->failed) list_push(c->d->arena, &c->d->expects, e);
}

/* limit ("," limit)*, where limit = NAME | NUMBER "iterations" */
static void limits(Cursor *c, Check *k) {
  do {
    LimitCode limit = LIMIT_COUNT;
    char next = cursor_peek(c);
    bool counted = next >= '0' && next <= '9';
    u32 lo = c->pos;
    if (counted) k->iterations = cursor_number(c, LIMIT_LARGEST);
    parse_limit_code(c, &limit);
    if (c->failed) return;
    if (counted && limit != LIMIT_UNROLL)
      cursor_error(c, lo, c->pos, "only iterations are counted: `sound up to 16 iterations`");
    k->limits |= (u32)1 << limit;
  } while (cursor_accept(c, ","));
}

/* verdict = "sound" ["vacuous" | "up" "to" limits] | "unsound" [REGEX] | "unknown" [REGEX] */
static void verdict(Cursor *c, Check *k) {
  static const char *const verdicts[] = {"sound", "unsound", "unknown"};
  Span at;
  const char *w = cursor_name(c, &at);
  if (!w) {
    cursor_error(c, k->span.lo, k->span.hi, "an empty expectation: sound, unsound or unknown?");
  } else if (!strcmp(w, "sound")) {
    k->want = VERDICT_SOUND;
    if (cursor_keyword(c, "vacuous")) {
      k->vacuous = true;
    } else if (cursor_keyword(c, "up")) {
      if (!cursor_keyword(c, "to"))
        cursor_error(c, c->pos, c->pos + 1, "expected `to`: `sound up to LIMIT`");
      k->want = VERDICT_SOUND_UP_TO;
      limits(c, k);
    }
  } else if (!strcmp(w, "unsound")) {
    k->want = VERDICT_UNSOUND;
    k->re = parse_optional_regex(c);
  } else if (!strcmp(w, "unknown")) {
    k->want = VERDICT_UNKNOWN;
    k->re = parse_optional_regex(c);
  } else {
    cursor_unknown(c, at, "verdict", w, verdicts, 3);
  }
}

static const char *variant_name(Cursor *c) {
  Span at;
  const char *name = cursor_ident(c, &at);
  if (!name)
    cursor_error(c, c->pos, c->pos + 1, "expected the name of a variant: `check BASE => OPT: ..`");
  return name ? name : "";
}

/* "any" | "none" */
static void alias_mode(Cursor *c, bool *written, bool *any) {
  static const char *const modes[] = {"none", "any"};
  Span at;
  const char *w = cursor_name(c, &at);
  u32 i = w ? name_index(modes, 2, w) : 2;
  if (!w)
    cursor_error(c, c->pos, c->pos + 1,
                 "expected `any` or `none`: how may pointer arguments overlap?");
  else if (i == 2)
    cursor_unknown(c, at, "way to overlap", w, modes, 2);
  *written = true;
  *any = i == 1;
}

/* NAME ("::" NAME)* */
static void function_path(Cursor *c, Check *k) {
  Span at = cursor_span(c, c->pos, c->pos + 1);
  StrBuf path = {0};
  do {
    Span name_at;
    const char *name = cursor_ident(c, &name_at);
    if (!name) {
      bool generic = cursor_peek(c) == '<';
      cursor_error(c, c->pos, c->pos + 1,
                   generic ? "generic arguments are not supported here: check a function that "
                             "calls it with them"
                           : "expected the name of a function: `check fn NAME: BASE => OPT: ..`");
      break;
    }
    if (!path.len) at = name_at;
    at.hi = name_at.hi;
    sb_printf(&path, "%s%s", path.len ? "::" : "", name);
  } while (cursor_accept(c, "::"));
  k->fn = arena_strdup(c->d->arena, sb_str(&path));
  k->fn_span = at;
  sb_free(&path);
}

/* path ["," "alias" mode | "(" "alias" ":" mode ")"] ":" */
static void checked_function(Cursor *c, Check *k) {
  cursor_space(c);
  function_path(c, k);
  bool comma = cursor_accept(c, ","), paren = !comma && cursor_accept(c, "(");
  if (comma || paren) {
    cursor_space(c);
    if (!cursor_keyword(c, "alias"))
      cursor_error(c, c->pos, c->pos + 1, "expected `alias any` or `alias none`");
    if (paren) cursor_expect(c, ":");
    alias_mode(c, &k->alias_written, &k->alias_any);
    if (paren) cursor_expect(c, ")");
  }
  cursor_expect(c, ":");
}

/* "check" ["fn" function] BASE "=>" OPT [MODELS] ":" verdict */
static void check_directive(Cursor *c, Span whole) {
  Check k = {.span = whole};
  if (cursor_keyword(c, "fn")) checked_function(c, &k);
  k.base = variant_name(c);
  if (!k.fn && cursor_peek(c) == ':')
    cursor_error(c, c->pos, c->pos + 1,
                 "expected `=>`; one function is checked by `check fn %s: BASE => OPT`", k.base);
  cursor_expect(c, "=>");
  k.opt = variant_name(c);
  parse_model_set(c, &k.models);
  cursor_expect(c, ":");
  k.body = rest_of(c);
  verdict(c, &k);
  end_of_directive(c);
  if (!c->failed) list_push(c->d->arena, &c->d->checks, k);
}

/* "alias" ":" mode */
static void alias_directive(Cursor *c, Span whole) {
  cursor_expect(c, ":");
  if (c->d->alias_written) cursor_error(c, whole.lo, whole.hi, "a second `alias`");
  bool written, any = false;
  cursor_space(c);
  alias_mode(c, &written, &any);
  end_of_directive(c);
  if (!c->failed) c->d->alias_written = true, c->d->alias_any = any;
}

/* "limits" ":" (NAME "=" NUMBER ","?)+ */
static void limits_directive(Cursor *c, Span whole) {
  cursor_expect(c, ":");
  if (cursor_at_end(c)) cursor_error(c, whole.lo, whole.hi, "no limits: `limits: max-loops=100`");
  const char *names[LIMIT_OPTIONS];
  for (u32 i = 0; i < LIMIT_OPTIONS; i++) names[i] = limit_options[i].name;
  while (!c->failed && !cursor_at_end(c)) {
    Span at;
    const char *name = cursor_name(c, &at);
    if (!name) {
      cursor_error(c, c->pos, c->pos + 1, "expected the name of a limit, as in `max-loops=100`");
      return;
    }
    u32 i = name_index(names, LIMIT_OPTIONS, name);
    if (i == LIMIT_OPTIONS) {
      cursor_unknown(c, at, "limit", name, names, LIMIT_OPTIONS);
      return;
    }
    cursor_expect(c, "=");
    u32 lo = c->pos;
    u64 v = cursor_number(c, LIMIT_LARGEST);
    if (v == 0) cursor_error(c, lo, c->pos, "a limit is at least 1");
    if (c->d->limits.value[i]) cursor_error(c, at.lo, at.hi, "`%s` is set twice", name);
    c->d->limits.value[i] = v;
    cursor_accept(c, ",");
  }
}

static const char *text_after_colon(Cursor *c, Span whole, const char *what) {
  cursor_expect(c, ":");
  Span s = rest_of(c);
  while (s.hi > s.lo && strchr(" \t", c->text[s.hi - 1])) s.hi--;
  if (s.lo == s.hi) cursor_error(c, whole.lo, whole.hi, "an empty %s", what);
  c->pos = c->end;
  return arena_strndup(c->d->arena, c->text + s.lo, s.hi - s.lo);
}

static void title_directive(Cursor *c, Span whole) {
  const char *text = text_after_colon(c, whole, "title");
  if (c->d->title) {
    cursor_error(c, whole.lo, whole.hi, "a second title");
    return;
  }
  c->d->title = text;
  c->d->title_span = whole;
}

static void append_line(Cursor *c, const char **to, const char *text) {
  if (!c->failed) *to = *to ? arena_printf(c->d->arena, "%s\n%s", *to, text) : text;
}

static void from_directive(Cursor *c, Span whole) {
  append_line(c, &c->d->from, text_after_colon(c, whole, "source"));
}

static void teach_directive(Cursor *c, Span whole) {
  append_line(c, &c->d->teach, text_after_colon(c, whole, "text"));
}

static const struct {
  const char *name;
  void (*parse)(Cursor *c, Span whole);
} directives[] = {{"title", title_directive}, {"from", from_directive},
                  {"teach", teach_directive}, {"limits", limits_directive},
                  {"alias", alias_directive}, {"expect", expect_directive},
                  {"check", check_directive}};
enum { NDIRECTIVES = sizeof directives / sizeof *directives };

/* "//@" "story" [NAME] ":" CODE, and the indented lines that continue it: they are the front end's
 * business (lex_story.c). */
static bool is_story(const Cursor *c, u32 *last_line) {
  u32 i = c->pos, line = span_line(c->d->sources, cursor_span(c, c->pos, c->end));
  while (i < c->end && strchr(" \t", c->text[i])) i++;
  bool continues = *last_line && line == *last_line + 1 && i >= c->pos + 2 && i < c->end;
  bool begins =
      c->end - i > 5 && !strncmp(c->text + i, "story", 5) && strchr(" \t:", c->text[i + 5]);
  if (continues || begins) *last_line = line;
  return continues || begins;
}

/* "//@" directive */
static void directive(Cursor *c) {
  cursor_space(c);
  Span whole = cursor_span(c, c->pos, c->end), at;
  const char *names[NDIRECTIVES];
  for (u32 i = 0; i < NDIRECTIVES; i++) names[i] = directives[i].name;
  const char *name = cursor_name(c, &at);
  u32 i = name ? name_index(names, NDIRECTIVES, name) : NDIRECTIVES;
  if (i < NDIRECTIVES)
    directives[i].parse(c, whole);
  else if (name)
    cursor_unknown(c, at, "directive", name, names, NDIRECTIVES);
  else
    cursor_error(c, whole.lo, whole.hi, "expected a directive after `//@`");
}

/* "//~" "^"* [MODELS] [VARIANT] "ub" [MODELS] ["(" CODE ")"] [REGEX] */
static void line_annotation(Cursor *c, u32 comment) {
  LineUb u = {.span = cursor_span(c, comment, c->end)};
  u.line = span_line(c->d->sources, u.span);
  for (; cursor_accept(c, "^"); u.line--)
    if (u.line <= 1) {
      cursor_error(c, c->pos - 1, c->pos, "there is no such line above");
      return;
    }
  parse_model_set(c, &u.models);
  if (!cursor_keyword(c, "ub")) {
    u.variant = cursor_ident(c, NULL);
    if (!u.variant || !cursor_keyword(c, "ub"))
      cursor_error(c, c->pos, c->pos + 1,
                   "expected `ub`: `//~ ub`, `//~ ub [alloc] /pattern/`, `//~ base ub`");
  }
  if (!u.models.written || cursor_peek(c) == '[') parse_model_set(c, &u.models);
  parse_ub_tail(c, &u.ub, &u.re);
  end_of_directive(c);
  if (!c->failed) list_push(c->d->arena, &c->d->line_ubs, u);
}

/* ---- the file */

static bool models_overlap(const ModelSet *a, const ModelSet *b) {
  if (!a->written || !b->written) return !a->written && !b->written;
  for (u32 i = 0; i < a->of.len; i++)
    if (model_set_names(b, a->of.at[i])) return true;
  return false;
}

static void find_repeated(Directives *d) {
  for (u32 i = 1; i < d->expects.len; i++)
    for (u32 j = 0; j < i; j++) {
      const Expect *a = &d->expects.at[j], *b = &d->expects.at[i];
      if (strcmp(a->variant, b->variant) != 0 || !models_overlap(&a->models, &b->models)) continue;
      diag_add(d->diags, DIAG_ERROR, b->span,
               "a second expectation for the same variant and model");
      diag_add(d->diags, DIAG_NOTE, a->span, "the first one");
    }
  for (u32 i = 1; i < d->checks.len; i++)
    for (u32 j = 0; j < i; j++) {
      const Check *a = &d->checks.at[j], *b = &d->checks.at[i];
      if (!check_name_equal(check_name_of(a), check_name_of(b)) ||
          !models_overlap(&a->models, &b->models))
        continue;
      diag_add(d->diags, DIAG_ERROR, b->span,
               b->fn ? "a second check of the same function and variants under the same model"
                     : "a second check of the same variants under the same model");
      diag_add(d->diags, DIAG_NOTE, a->span, "the first one");
    }
}

enum { MOST_DIRECTIVES = 500 };

void directives_parse(Directives *d, Arena *arena, const SourceMap *sources, u16 file,
                      Diags *diags) {
  *d = (Directives){.arena = arena, .sources = sources, .file = file, .diags = diags};
  const SourceFile *f = &sources->files[file];
  Scan scan = {.text = f->text, .len = f->len};
  u32 story_line = 0; /* the last one */
  for (ScanItem item; (item = scan_next(&scan)).kind != SCAN_END;) {
    if (item.kind != SCAN_COMMENT || item.hi - item.lo < 3) continue;
    char mark = f->text[item.lo + 2];
    Cursor c = {.d = d, .text = f->text, .pos = item.lo + 3, .end = item.hi};
    while (c.end > c.pos && strchr(" \t\r", c.text[c.end - 1])) c.end--;
    if (mark != '@' && mark != '~') continue;
    if (mark == '@' && is_story(&c, &story_line)) continue;
    if (++d->count > MOST_DIRECTIVES) {
      diag_add(diags, DIAG_ERROR, (Span){.lo = item.lo, .hi = item.hi, .file = file},
               "more than %d directives", MOST_DIRECTIVES);
      break;
    }
    if (mark == '~') {
      line_annotation(&c, item.lo);
    } else {
      d->last_line = span_line(sources, (Span){.lo = item.lo, .hi = item.hi, .file = file});
      directive(&c);
    }
  }
  for (u32 i = 0; i < d->checks.len; i++)
    if (!d->checks.at[i].alias_written) d->checks.at[i].alias_any = d->alias_any;
  find_repeated(d);
}

static bool cfg_mentions(const Directives *d, const char *name) {
  const SourceFile *f = &d->sources->files[d->file];
  Scan scan = {.text = f->text, .len = f->len};
  size_t n = strlen(name);
  for (ScanItem item; (item = scan_next(&scan)).kind != SCAN_END;)
    if (item.kind == SCAN_CFG_NAME && item.hi - item.lo == n && !memcmp(f->text + item.lo, name, n))
      return true;
  return false;
}

/* `base` needs no #[cfg(base)] where the others are told apart by #[cfg(opt)] and #[cfg(not(opt))].
 */
static void require_variant(Directives *d, const char *name, Span at) {
  if (!name || !*name || cfg_mentions(d, name)) return;
  if (!strcmp(name, "base"))
    for (u32 i = 0; i < d->checks.len; i++)
      if (strcmp(d->checks.at[i].opt, name) != 0 && cfg_mentions(d, d->checks.at[i].opt)) return;
  diag_add(d->diags, DIAG_ERROR, at, "variant `%s` is mentioned in no #[cfg(..)] of this file",
           name);
}

void directives_require_test(Directives *d, bool may_be_empty) {
  if (d->count == 0)
    diag_add(
        d->diags, DIAG_ERROR, (Span){.lo = 0, .hi = 0, .file = d->file},
        "no directives: a test says what it expects, as in `//@ expect [alloc]: prints \"1\\n\"`");
  else if (!may_be_empty && d->expects.len + d->checks.len + d->line_ubs.len == 0 &&
           d->diags->nerrors == 0)
    diag_add(d->diags, DIAG_ERROR, (Span){.lo = 0, .hi = 0, .file = d->file},
             "no expectation: a test has at least one `//@ expect`, `//@ check` or `//~ ub`");
  for (u32 i = 0; i < d->expects.len; i++)
    require_variant(d, d->expects.at[i].variant, d->expects.at[i].span);
  for (u32 i = 0; i < d->checks.len; i++) {
    require_variant(d, d->checks.at[i].base, d->checks.at[i].span);
    require_variant(d, d->checks.at[i].opt, d->checks.at[i].span);
  }
  for (u32 i = 0; i < d->line_ubs.len; i++)
    require_variant(d, d->line_ubs.at[i].variant, d->line_ubs.at[i].span);
}

void directives_free(Directives *d) {
  for (u32 i = 0; i < d->patterns.len; i++) pattern_destroy(d->patterns.at[i]);
  d->patterns.len = 0;
}

const Expect *expect_for(const Directives *d, const char *variant, const Model *m) {
  const Expect *general = NULL;
  for (u32 i = 0; i < d->expects.len; i++) {
    const Expect *e = &d->expects.at[i];
    if (strcmp(e->variant, variant) != 0) continue;
    if (e->models.written ? model_set_has(&e->models, m) : false) return e;
    if (!e->models.written && model_set_has(&e->models, m)) general = e;
  }
  return general;
}

CheckName check_name_of(const Check *k) {
  return (CheckName){k->fn, k->fn ? alias_name(k->alias_any) : NULL, k->base, k->opt};
}

bool check_applies(const Directives *d, const Check *k, const Model *m) {
  if (!model_set_has(&k->models, m)) return false;
  for (u32 i = 0; i < d->checks.len && !k->models.written; i++) {
    const Check *other = &d->checks.at[i];
    if (other->models.written && model_set_has(&other->models, m) &&
        check_name_equal(check_name_of(other), check_name_of(k)))
      return false;
  }
  return true;
}
