#include "litmus/cli/select.h"

#include <stdio.h>
#include <string.h>

#include "litmus/cli/command.h"
#include "litmus/run/pattern.h"

/* The title of a test; "" when it has none or cannot be read. */
static const char *title_of(Arena *a, const char *path) {
  Session s;
  SessionOptions so = {0};
  Arena *scratch = arena_create();
  const char *title = "";
  if (session_open(&s, scratch, path, &so).status == LOAD_OK) {
    if (s.directives.title) title = arena_strdup(a, s.directives.title);
    session_close(&s);
  }
  arena_destroy(scratch);
  return title;
}

static bool selects(Pattern *p, const Options *o, const char *path) {
  if (pattern_match(p, path, strlen(path)) == PATTERN_YES) return true;
  const char *title = title_of(o->arena, path);
  return pattern_match(p, title, strlen(title)) == PATTERN_YES;
}

static int filter(const Options *o, PathList *tests) {
  PatternError err;
  Pattern *p = pattern_create(o->filter, strlen(o->filter), &err);
  if (!p)
    return usage_error(o->command, "--filter: bad pattern: %s\n  %s\n  %*s^", err.text, o->filter,
                       (int)err.offset, "");
  u32 kept = 0;
  for (u32 i = 0; i < tests->len; i++)
    if (selects(p, o, tests->at[i])) tests->at[kept++] = tests->at[i];
  tests->len = kept;
  pattern_destroy(p);
  return EXIT_AS_EXPECTED;
}

/* "I/N": each N-th test, beginning with the I-th, so that neighbours are spread. */
static int shard(const Options *o, PathList *tests) {
  const char *slash = strchr(o->shard, '/');
  u64 i, n;
  if (!slash || !parse_number(o->shard, (size_t)(slash - o->shard), 100000, &i) ||
      !parse_number(slash + 1, strlen(slash + 1), 100000, &n) || i < 1 || i > n)
    return usage_error(o->command, "--shard is I/N with I from 1 to N, not `%s`", o->shard);
  u32 kept = 0;
  for (u32 k = 0; k < tests->len; k++)
    if (k % n == i - 1) tests->at[kept++] = tests->at[k];
  tests->len = kept;
  return EXIT_AS_EXPECTED;
}

int select_tests(const Options *o, PathList *out) {
  StrBuf errors = {0};
  if (o->operands.len == 0) return usage_error(o->command, "which PATH? Try `litmus run corpus/`");
  bool ok = walk_tests(o->arena, o->operands.at, o->operands.len, out, &errors);
  if (!ok) {
    fprintf(stderr, "litmus: %s", sb_str(&errors));
    sb_free(&errors);
    return EXIT_USAGE;
  }
  if (out->len == 0) return input_error("no tests: there is no *.rs file below these paths");
  int status = o->filter ? filter(o, out) : EXIT_AS_EXPECTED;
  if (status == EXIT_AS_EXPECTED && out->len == 0)
    return input_error("no tests: the filter matches none");
  if (status == EXIT_AS_EXPECTED && o->shard) status = shard(o, out);
  return status;
}

void list_tests(const Options *o, const PathList *tests, StrBuf *out) {
  for (u32 i = 0; i < tests->len; i++) {
    text_put(out, tests->at[i], false);
    sb_putc(out, '\t');
    text_put(out, title_of(o->arena, tests->at[i]), false);
    sb_putc(out, '\n');
  }
}
