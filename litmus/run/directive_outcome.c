/* The grammar of outcomes. */
#include <string.h>

#include "litmus/run/cursor.h"

static const char *ub_code_name(Cursor *c, UbCode *out) {
  static const char *const names[] = {
#define UB(code, name, summary) name,
#include "engine/mach/ub.def"
#undef UB
  };
  Span at;
  const char *name = cursor_name(c, &at);
  if (!name) {
    cursor_error(c, c->pos, c->pos + 1,
                 "expected a code of undefined behaviour, as in ub(dangling)");
    return NULL;
  }
  u32 n = sizeof names / sizeof *names, i = name_index(names, n, name);
  if (i == n)
    cursor_unknown(c, at, "kind of undefined behaviour", name, names, n);
  else
    *out = (UbCode)(i + 1); /* ORDER: UB_NONE comes first */
  return name;
}

/* ---- outcomes */

Pattern *parse_optional_regex(Cursor *c) { return cursor_peek(c) == '/' ? cursor_regex(c) : NULL; }

void parse_ub_tail(Cursor *c, UbCode *ub, Pattern **re) {
  if (cursor_accept(c, "(")) {
    ub_code_name(c, ub);
    cursor_expect(c, ")");
  }
  *re = parse_optional_regex(c);
}

static const char *const endings[] = {"ub",          "panics", "exits",   "aborts", "limit",
                                      "unsupported", "errors", "returns", "prints"};
enum {
  W_UB,
  W_PANICS,
  W_EXITS,
  W_ABORTS,
  W_LIMIT,
  W_UNSUPPORTED,
  W_ERRORS,
  W_RETURNS,
  W_PRINTS,
  W_COUNT
};

/* "prints" (STRING | REGEX) ["then" ending] */
static void prints_tail(Cursor *c, Outcome *o) {
  o->has_output = true;
  o->end = END_RETURN;
  if (cursor_peek(c) == '/') {
    o->output_re = cursor_regex(c);
  } else if (cursor_peek(c) == '"') {
    o->output = cursor_string(c);
  } else {
    cursor_error(c, c->pos, c->pos + 1,
                 "expected what is printed: a string \"...\" or a pattern /.../");
  }
  if (cursor_keyword(c, "then")) parse_outcome(c, o, true);
}

void parse_outcome(Cursor *c, Outcome *o, bool after_prints) {
  Span at;
  const char *w = cursor_name(c, &at);
  if (!w) {
    cursor_error(c, c->pos, c->pos + 1,
                 "expected an outcome: returns, prints, ub, panics, exits, aborts, limit, "
                 "unsupported or errors");
    return;
  }
  u32 which = name_index(endings, W_COUNT, w);
  if (after_prints && (which == W_PRINTS || which == W_RETURNS || which == W_ERRORS)) {
    cursor_error(c, at.lo, at.hi, "`%s` cannot come after `then`", w);
    return;
  }
  switch (which) {
  case W_RETURNS:
    o->has_output = true;
    o->output = text_copy(c->d->arena, "", 0);
    o->end = END_RETURN;
    break;
  case W_PRINTS: prints_tail(c, o); break;
  case W_UB:
    o->end = END_UB;
    parse_ub_tail(c, &o->ub, &o->re);
    break;
  case W_PANICS:
    o->end = END_PANIC;
    o->re = parse_optional_regex(c);
    break;
  case W_EXITS: {
    o->end = END_EXIT;
    bool minus = cursor_accept(c, "-");
    i64 v = (i64)cursor_number(c, (u64)INT32_MAX + minus);
    o->exit_code = (int)(minus ? -v : v);
    break;
  }
  case W_ABORTS:
    o->end = END_ABORT;
    o->re = parse_optional_regex(c);
    break;
  case W_LIMIT:
    o->end = END_LIMIT;
    parse_limit_code(c, &o->limit);
    break;
  case W_UNSUPPORTED:
    o->end = END_UNSUPPORTED;
    o->re = parse_optional_regex(c);
    break;
  case W_ERRORS:
    o->end = END_COMPILE_ERROR;
    o->re = parse_optional_regex(c);
    break;
  default: cursor_unknown(c, at, "outcome", w, endings, W_COUNT); break;
  }
}
