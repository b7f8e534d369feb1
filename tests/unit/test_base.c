/* The ground floor: memory, vectors, interning, text, places in sources, diagnostics. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "engine/base/arena.h"
#include "engine/base/diag.h"
#include "engine/base/intern.h"
#include "engine/base/memory.h"
#include "engine/base/source.h"
#include "engine/base/strbuf.h"
#include "engine/base/vec.h"

static void arena_hands_out_zeroed_memory(void **state) {
  (void)state;
  static const size_t sizes[] = {0, 1, 16, 17, 1000, 5000, 9000, 100000, 3000000};
  Arena *a = arena_create();
  char *at[900];
  size_t total = 0;
  for (u32 i = 0; i < 900; i++) {
    size_t size = sizes[i % 9];
    if (size > 10000 && i > 100) size = 1;
    char *p = at[i] = arena_alloc(a, size);
    assert_true((uintptr_t)p % 16 == 0);
    for (size_t k = 0; k < size; k++) {
      if (p[k]) fail_msg("byte %zu of block %u is not zero", k, i);
    }
    memset(p, (int)(i & 0xff), size);
    total += size;
  }
  for (u32 i = 0; i < 900; i++) {
    size_t size = sizes[i % 9] > 10000 && i > 100 ? 1 : sizes[i % 9];
    for (size_t k = 0; k < size; k++) assert_int_equal((unsigned char)at[i][k], i & 0xff);
  }
  assert_true(arena_used(a) >= total);
  assert_string_equal(arena_strdup(a, "abc"), "abc");
  assert_string_equal(arena_strndup(a, "abcdef", 2), "ab");
  assert_string_equal(arena_strndup(a, NULL, 0), "");
  assert_int_equal(*(int *)arena_copy(a, &(int){7}, sizeof(int)), 7);
  assert_string_equal(arena_printf(a, "%d-%s", 12, "x"), "12-x");
  char *longer = arena_printf(a, "%0500d", 1);
  assert_int_equal(strlen(longer), 500);
  arena_destroy(a);
  arena_destroy(NULL);
}

/* Runs `f` in a child; returns its exit status. */
static int status_of(void (*f)(void)) {
  pid_t pid = fork();
  if (pid == 0) {
    close(STDERR_FILENO);
    f();
    _exit(0);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void want_too_much_arena(void) { arena_alloc(arena_create(), SIZE_MAX - 5); }
static void want_too_much_vec(void) {
  u32 cap = UINT32_MAX;
  vec_grow(NULL, &cap, 0, 8);
}

static void memory_that_runs_out_ends_the_process(void **state) {
  (void)state;
  assert_int_equal(status_of(want_too_much_arena), EXIT_OUT_OF_MEMORY);
  assert_int_equal(status_of(want_too_much_vec), EXIT_OUT_OF_MEMORY);
}

static void vectors(void **state) {
  (void)state;
  VEC(u64) v = {0};
  for (u64 i = 0; i < 10000; i++) vec_push(&v, i * i);
  assert_int_equal(v.len, 10000);
  for (u64 i = 0; i < 10000; i++) assert_int_equal(v.at[i], i * i);
  assert_int_equal(vec_last(&v), 9999 * 9999);
  assert_int_equal(vec_pop(&v), 9999 * 9999);
  vec_clear(&v);
  assert_int_equal(v.len, 0);
  vec_reserve(&v, 20000);
  assert_true(v.cap >= 20000);
  vec_free(&v);
  assert_null(v.at);
}

static void interning(void **state) {
  (void)state;
  Interner *in = intern_create();
  assert_int_equal(intern_cstr(in, ""), 0);
  assert_int_equal(intern(in, NULL, 0), 0);
  Sym a = intern_cstr(in, "abc");
  assert_int_equal(intern(in, "abcd", 3), a);
  assert_int_not_equal(intern_cstr(in, "abcd"), a);
  assert_int_not_equal(intern(in, "ab\0c", 4), intern(in, "ab\0d", 4));
  const char *text = sym_str(in, a);
  Sym all[5000];
  for (int round = 0; round < 2; round++) {
    for (u32 i = 0; i < 5000; i++) {
      char name[16];
      snprintf(name, sizeof name, "name%u", i);
      Sym s = intern_cstr(in, name);
      if (round) assert_int_equal(s, all[i]);
      all[i] = s;
      assert_string_equal(sym_str(in, s), name);
    }
  }
  assert_ptr_equal(sym_str(in, a), text); /* growing moves no text */
  assert_string_equal(sym_str(in, 0), "");
  assert_string_equal(sym_str(in, 999999), "");
  intern_destroy(in);
  intern_destroy(NULL);
}

static void string_buffers(void **state) {
  (void)state;
  StrBuf b = {0};
  assert_string_equal(sb_str(&b), "");
  sb_clear(&b);
  sb_put(&b, NULL, 0);
  assert_string_equal(sb_str(&b), "");
  sb_printf(&b, "%s=%d;", "x", 5);
  sb_putc(&b, 'c');
  sb_puts(&b, "def");
  assert_string_equal(sb_str(&b), "x=5;cdef");
  sb_clear(&b);
  for (int i = 0; i < 300; i++) sb_printf(&b, "%07d", i);
  assert_int_equal(b.len, 2100);
  assert_int_equal(strlen(sb_str(&b)), 2100);
  sb_clear(&b);
  sb_put_int(&b, 255, 8, true);
  sb_putc(&b, ' ');
  sb_put_int(&b, 255, 8, false);
  sb_putc(&b, ' ');
  sb_put_int(&b, (u128)1 << 127, 128, true);
  sb_putc(&b, ' ');
  sb_put_int(&b, ~(u128)0, 128, false);
  sb_putc(&b, ' ');
  sb_put_int(&b, 0, 32, true);
  assert_string_equal(sb_str(&b), "-1 255 -170141183460469231731687303715884105728 "
                                  "340282366920938463463374607431768211455 0");
  sb_clear(&b);
  sb_put_radix(&b, 0xdeadbeef, 16);
  sb_putc(&b, ' ');
  sb_put_radix(&b, 5, 2);
  sb_putc(&b, ' ');
  sb_put_radix(&b, 64, 8);
  sb_putc(&b, ' ');
  sb_put_radix(&b, ~(u128)0, 2);
  assert_int_equal(b.len, 8 + 1 + 3 + 1 + 3 + 1 + 128);
  sb_clear(&b);
  sb_put_escaped(&b, "a\"b\\c\n\t\r\x01\x7f\0z\xc3\xa9", 14);
  assert_string_equal(sb_str(&b), "a\\\"b\\\\c\\n\\t\\r\\x01\\x7f\\x00z\xc3\xa9");
  sb_free(&b);
  assert_string_equal(sb_str(&b), "");
}

typedef struct Fix {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  StrBuf out;
} Fix;

static int setup(void **state) {
  Fix *f = calloc(1, sizeof *f);
  f->arena = arena_create();
  source_init(&f->sources, f->arena);
  diags_init(&f->diags, f->arena, &f->sources);
  *state = f;
  return 0;
}

static int teardown(void **state) {
  Fix *f = *state;
  sb_free(&f->out);
  arena_destroy(f->arena);
  free(f);
  return 0;
}

static void sources(void **state) {
  Fix *f = *state;
  SourceMap *sm = &f->sources;
  static const char text[] = "one\ntwo\r\n\nfour";
  u16 a = source_add(sm, "a.rs", text, strlen(text), false);
  u16 b = source_add(sm, "b.rs", "", 0, true);
  for (int i = 0; i < 20; i++) source_add(sm, "more.rs", "x\n", 2, false);
  assert_int_equal(a, 0);
  assert_int_equal(b, 1);
  assert_string_equal(sm->files[a].name, "a.rs");
  assert_true(sm->files[b].is_prelude);
  static const u32 expected[][3] = {{0, 1, 1}, {2, 1, 3},  {3, 1, 4},  {4, 2, 1},  {8, 2, 5},
                                    {9, 3, 1}, {10, 4, 1}, {13, 4, 4}, {14, 4, 5}, {99, 4, 5}};
  for (u32 i = 0; i < sizeof expected / sizeof *expected; i++) {
    Span s = {.lo = expected[i][0], .hi = expected[i][0], .file = a};
    assert_int_equal(span_line(sm, s), expected[i][1]);
    assert_int_equal(span_col(sm, s), expected[i][2]);
  }
  static const char *const lines[] = {"one", "two", "", "four"};
  for (u32 i = 0; i < 4; i++) {
    u32 len;
    const char *line = source_line(sm, a, i + 1, &len);
    assert_int_equal(len, strlen(lines[i]));
    assert_memory_equal(line, lines[i], len);
  }
  u32 len = 9;
  assert_string_equal(source_line(sm, a, 5, &len), "");
  assert_int_equal(len, 0);
  assert_string_equal(source_line(sm, 500, 1, &len), "");
  assert_int_equal(span_line(sm, (Span){.lo = 0, .hi = 0, .file = b}), 1);
  assert_int_equal(span_col(sm, (Span){.lo = 0, .hi = 0, .file = b}), 1);
  assert_int_equal(span_line(sm, (Span){.lo = 0, .hi = 0, .file = 500}), 1);
  Span joined = span_to((Span){.lo = 3, .hi = 5, .file = a}, (Span){.lo = 9, .hi = 12, .file = a});
  assert_int_equal(joined.lo, 3);
  assert_int_equal(joined.hi, 12);
}

/* Renders one error at bytes [lo, hi) of `text`. */
static const char *rendered(Fix *f, const char *text, size_t len, u32 lo, u32 hi) {
  diags_init(&f->diags, f->arena, &f->sources);
  u16 file = source_add(&f->sources, "t.rs", text, len, false);
  diag_add(&f->diags, DIAG_ERROR, (Span){.lo = lo, .hi = hi, .file = file}, "wrong");
  sb_clear(&f->out);
  diags_render(&f->diags, &f->out, false);
  return sb_str(&f->out);
}

static void carets(void **state) {
  Fix *f = *state;
  assert_string_equal(rendered(f, "a\nlet x = yy;\n", 14, 10, 12), "t.rs:2:9: error: wrong\n"
                                                                   "    2 | let x = yy;\n"
                                                                   "      |         ^^\n");
  /* Tabs, an empty span, the end of the file, several lines, beyond everything. */
  assert_string_equal(rendered(f, "\tx\ty", 4, 3, 4), "t.rs:1:4: error: wrong\n"
                                                      "    1 |     x   y\n"
                                                      "      |         ^\n");
  assert_string_equal(rendered(f, "ab", 2, 1, 1), "t.rs:1:2: error: wrong\n"
                                                  "    1 | ab\n"
                                                  "      |  ^\n");
  assert_string_equal(rendered(f, "ab\n", 3, 3, 3), "t.rs:2:1: error: wrong\n"
                                                    "    2 | \n"
                                                    "      | ^\n");
  assert_string_equal(rendered(f, "ab\ncd\n", 6, 1, 5), "t.rs:1:2: error: wrong\n"
                                                        "    1 | ab\n"
                                                        "      |  ^\n");
  assert_string_equal(rendered(f, "ab", 2, 70, 90), "t.rs:1:3: error: wrong\n"
                                                    "    1 | ab\n"
                                                    "      |   ^\n");
  assert_string_equal(rendered(f, "", 0, 0, 0), "t.rs:1:1: error: wrong\n"
                                                "    1 | \n"
                                                "      | ^\n");
}

static void strange_text(void **state) {
  Fix *f = *state;
  /* Control bytes, broken UTF-8 and characters that turn the text around are replaced. */
  assert_string_equal(rendered(f, "a\x1b[2J\x80\xff\x7f\0z", 10, 9, 10),
                      "t.rs:1:10: error: wrong\n"
                      "    1 | a\xe2\x90\x9b[2J\xef\xbf\xbd\xef\xbf\xbd\xe2\x90\xa1\xe2\x90\x80z\n"
                      "      |          ^\n");
  assert_string_equal(rendered(f, "\xe2\x80\xaex\xed\xa0\x80y\xc0\xafz", 11, 10, 11),
                      "t.rs:1:11: error: wrong\n"
                      "    1 | \xef\xbf\xbdx\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdy\xef\xbf\xbd"
                      "\xef\xbf\xbdz\n"
                      "      |         ^\n");
  /* Wide and combining characters keep the caret in place. */
  assert_string_equal(rendered(f, "\xe6\xbc\xa2\xe5\xad\x97 e\xcc\x81 x", 12, 11, 12),
                      "t.rs:1:12: error: wrong\n"
                      "    1 | \xe6\xbc\xa2\xe5\xad\x97 e\xcc\x81 x\n"
                      "      |        ^\n");
  /* The carets stand below the whole character even if the span cuts it. */
  assert_non_null(strstr(rendered(f, "\xe6\xbc\xa2", 3, 1, 2), "^"));
  assert_non_null(strstr(rendered(f, "\xf0\x9f\x98\x80\xf0\x9f", 6, 4, 6), "  ^^\n"));
  /* Messages and names come from anywhere, too. */
  diags_init(&f->diags, f->arena, &f->sources);
  u16 file = source_add(&f->sources, "e\x1b.rs", "x", 1, false);
  diag_add(&f->diags, DIAG_NOTE, (Span){.lo = 0, .hi = 1, .file = file}, "bad %s\nsecond",
           "\x07\xfe");
  sb_clear(&f->out);
  diags_render(&f->diags, &f->out, false);
  assert_string_equal(sb_str(&f->out), "e\xe2\x90\x9b.rs:1:1: note: bad \xe2\x90\x87\xef\xbf\xbd\n"
                                       "second\n    1 | x\n      | ^\n");
}

static void long_lines(void **state) {
  Fix *f = *state;
  enum { N = 200000 };
  char *text = malloc(N);
  memset(text, 'x', N);
  memset(text + 150000, 'y', 5);
  const char *out = rendered(f, text, N, 150000, 150005);
  assert_true(strlen(out) < 500);
  assert_non_null(strstr(out, "...xxx"));
  assert_non_null(strstr(out, "xyyyyyx"));
  /* The carets are below the y. */
  const char *line = strstr(out, "    1 | "), *carets = strstr(out, "      | ");
  assert_int_equal(strchr(line, 'y') - line, strchr(carets, '^') - carets);
  assert_true(strlen(rendered(f, text, N, 0, N)) < 500);
  assert_true(strlen(rendered(f, text, N, N - 1, N)) < 500);
  assert_true(strlen(rendered(f, text, N, N, N)) < 500);
  for (u32 i = 0; i < N; i += 3) text[i] = '\t';
  assert_true(strlen(rendered(f, text, N, 3000, 3010)) < 500);
  free(text);
}

static void any_bytes(void **state) {
  Fix *f = *state;
  u64 seed = 88172645463325252u;
  for (u32 round = 0; round < 3000; round++) {
    char text[300];
    u32 n = round % 300;
    for (u32 i = 0; i < n; i++) {
      seed ^= seed << 13;
      seed ^= seed >> 7;
      seed ^= seed << 17;
      text[i] = (char)(round % 3 ? seed >> 30 : (u64) "\t\n\xe6\xbc\xa2 a"[seed % 7]);
    }
    const char *out = rendered(f, text, n, (u32)(seed % 400), (u32)(seed >> 20) % 400);
    for (const char *c = out; *c; c++) assert_true(*c == '\n' || (unsigned char)*c >= 0x20);
    assert_non_null(strchr(out, '^'));
  }
}

static void many_diagnostics(void **state) {
  Fix *f = *state;
  assert_null(diags_first(&f->diags));
  u16 file = source_add(&f->sources, "m.rs", "abc", 3, false);
  diag_add(&f->diags, DIAG_NOTE, (Span){.lo = 0, .hi = 1, .file = file}, "note");
  assert_null(diags_first(&f->diags));
  for (u32 i = 0; i < 70; i++) {
    diag_add(&f->diags, i ? DIAG_ERROR : DIAG_UNSUPPORTED, (Span){.lo = 0, .hi = 1, .file = file},
             "number %u", i);
  }
  assert_int_equal(f->diags.nerrors, 70);
  assert_int_equal(f->diags.len, 50);
  assert_string_equal(diags_first(&f->diags)->text, "number 0");
  diags_render(&f->diags, &f->out, true);
  assert_non_null(strstr(sb_str(&f->out), "\x1b[1;33munsupported\x1b[0m: number 0"));
  assert_non_null(strstr(sb_str(&f->out), "... and 21 more errors\n"));
  /* A diagnostic about no file at all. */
  diags_init(&f->diags, f->arena, NULL);
  diag_add(&f->diags, DIAG_ERROR, (Span){.lo = 0, .hi = 0, .file = 0}, "cannot read %s", "x.rs");
  sb_clear(&f->out);
  diags_render(&f->diags, &f->out, false);
  assert_string_equal(sb_str(&f->out), "error: cannot read x.rs\n");
}

int main(void) {
#define WITH_FIX(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arena_hands_out_zeroed_memory),
      cmocka_unit_test(memory_that_runs_out_ends_the_process),
      cmocka_unit_test(vectors),
      cmocka_unit_test(interning),
      cmocka_unit_test(string_buffers),
      WITH_FIX(sources),
      WITH_FIX(carets),
      WITH_FIX(strange_text),
      WITH_FIX(long_lines),
      WITH_FIX(any_bytes),
      WITH_FIX(many_diagnostics),
  };
  return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
