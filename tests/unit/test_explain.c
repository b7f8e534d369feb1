/* Executions told step by step: the statements of a source, readable values, tapes and their
 * states, where two tapes part, and the story of a borrow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "litmus/explain/tape.h"
#include "litmus/run/convert.h"
#include "litmus/rust/front.h"
#include "solver/smt.h"

/* ---- a program, explored and recorded */

typedef struct Told {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Terms *terms;
  Oracle *oracle;
  Exploration x;
  Behaviours *bs;
  Segments segments;
  Tape tape;
} Told;

static void compile(Told *t, const char *source) {
  memset(t, 0, sizeof *t);
  t->arena = arena_create();
  source_init(&t->sources, t->arena);
  diags_init(&t->diags, t->arena, &t->sources);
  u16 file = source_add(&t->sources, "t.rs", source, strlen(source), false);
  t->x.entry = NO_FUNC;
  t->x.program = rust_compile(t->arena, &t->sources, file, NULL, 0, &t->diags);
  if (!t->x.program) fail_msg("does not compile: %s", diags_first(&t->diags)->text);
  t->segments = segments_of(t->arena, &t->sources, file);
}

static void tell_window(Told *t, const char *model, const TapeWindow *w) {
  if (!t->terms) {
    t->terms = terms_create();
    t->oracle = oracle_enumerate(FEASIBLE_UNKNOWN);
  }
  t->x.terms = t->terms;
  t->x.oracle = t->oracle;
  t->x.limits = limits_default();
  t->x.model = model_by_name(model);
  t->bs = explore(&t->x, t->arena);
  assert_true(t->bs->at.len > 0);
  tape_record(&t->tape, t->arena, &t->x, NULL, &t->bs->at.at[0], &t->segments, w);
  convert_behaviour(t->arena, &t->sources, t->terms, &t->bs->at.at[0], NULL, &t->tape.ending);
  assert_int_equal(t->tape.total, tape_length(&t->x, NULL, &t->bs->at.at[0], &t->segments));
}

static void tell(Told *t, const char *model) {
  TapeWindow all = {.at = {{1, UINT64_MAX}}, .n = 1};
  tell_window(t, model, &all);
  assert_int_equal(t->tape.steps.len, t->tape.total);
}

static void end(Told *t) {
  if (t->oracle) t->oracle->destroy(t->oracle);
  if (t->terms) terms_destroy(t->terms);
  arena_destroy(t->arena);
}

/* The cell of a variable after the (last) step that begins in a line. */
static const TapeCell *after(const Tape *t, u32 line, const char *name) {
  TapeState s = {0};
  const TapeCell *found = NULL;
  for (u32 i = 0; i < t->steps.len; i++) {
    tape_state_step(&s, &t->steps.at[i]);
    if (t->steps.at[i].at.line != line) continue;
    found = NULL;
    for (u32 k = 0; k < s.at.len; k++)
      if (!strcmp(t->cells.at[s.at.at[k].cell].name, name)) found = &t->cells.at[s.at.at[k].cell];
  }
  tape_state_free(&s);
  return found;
}

static void assert_value(const Tape *t, u32 line, const char *name, const char *value) {
  const TapeCell *c = after(t, line, name);
  if (!c) fail_msg("no `%s` after line %u", name, line);
  if (strcmp(c->value, value) != 0)
    fail_msg("`%s` is %s after line %u, not %s", name, c->value, line, value);
}

/* ---- statements */

static void assert_segments(const char *source, const char *const *want, u32 n) {
  Arena *a = arena_create();
  SourceMap sm;
  source_init(&sm, a);
  u16 file = source_add(&sm, "t.rs", source, strlen(source), false);
  Segments s = segments_of(a, &sm, file);
  for (u32 i = 0; i < s.n && i < n; i++) {
    const char *got = arena_strndup(a, source + s.at[i].lo, s.at[i].hi - s.at[i].lo);
    assert_string_equal(got, want[i]);
    Span span = {.lo = s.at[i].lo, .hi = s.at[i].hi, .file = file};
    assert_int_equal(segment_at(&s, &sm, span), i);
  }
  assert_int_equal(s.n, n);
  arena_destroy(a);
}

static void test_segments(void **state) {
  (void)state;
  static const char *const lines[] = {"let x = S { a: 1, b: f(2, 3) };", "x += 1;"};
  assert_segments("let x = S { a: 1, b: f(2, 3) }; x += 1;", lines, 2);
  static const char *const blocks[] = {"if a == b", "x = 1;", "}", "else", "y();", "}"};
  assert_segments("if a == b {\n  x = 1;\n} else {\n  y();\n}", blocks, 6);
  static const char *const inlined[] = {"unsafe { *p = 1; }", "let y = unsafe { *p };", "z"};
  assert_segments("unsafe { *p = 1; }\nlet y = unsafe { *p };\nz", inlined, 3);
  static const char *const two[] = {"unsafe", "*p = 1;", "*q = 2;", "}"};
  assert_segments("unsafe { *p = 1; *q = 2; }", two, 4);
  static const char *const arms[] = {"match x", "0 => a,", "_ => { b }", "}"};
  assert_segments("match x {\n  0 => a,\n  _ => { b }\n}", arms, 4);
  static const char *const items[] = {"struct S { a: i32 }", "fn f() -> i32 { 1 }"};
  assert_segments("struct S { a: i32 }\nfn f() -> i32 { 1 }", items, 2);
  assert_segments("\"not closed", NULL, 0);
}

/* ---- values */

static void test_values(void **state) {
  (void)state;
  Told t;
  compile(&t, "enum E { A, B(i8), C { x: u8 } }\n"
              "struct S { n: u16, t: (bool, char) }\n"
              "fn main() {\n"
              "    let a = [1, -2, 3];\n"
              "    let s = S { n: 7, t: (true, 'x') };\n"
              "    let p = &a[1];\n"
              "    let q = &raw const s.t.1;\n"
              "    let r = &a[1..];\n"
              "    let e = (E::A, E::B(-5), E::C { x: 9 });\n"
              "    let o = (Some(p), None::<&u8>);\n"
              "    let u: i32;\n"
              "    let b = Box::new(4u64);\n"
              "    let text = \"hi\\n\";\n"
              "    let null = std::ptr::null::<u8>();\n"
              "    let m = u128::MAX;\n"
              "    let d = { let inner = 1u8; &raw const inner };\n"
              "    u = 6;\n"
              "    drop((r, q, e, o, b, text, null, m, d, u));\n"
              "}\n");
  tell(&t, "alloc");
  assert_value(&t.tape, 4, "a", "[1, -2, 3]");
  assert_value(&t.tape, 5, "s", "S { n: 7, t: (true, 'x') }");
  assert_value(&t.tape, 6, "p", "&a[1]");
  assert_value(&t.tape, 7, "q", "&s.t.1");
  assert_value(&t.tape, 8, "r", "&a+4 (len 2)");
  assert_value(&t.tape, 9, "e", "(A, B(-5), C { x: 9 })");
  assert_value(&t.tape, 10, "o", "(Some(&a[1]), None)");
  assert_value(&t.tape, 12, "u", "?");
  assert_non_null(strstr(after(&t.tape, 12, "b")->value, "&heap#"));
  assert_non_null(strstr(after(&t.tape, 13, "text")->value, "(len 3) \"hi\\n\""));
  assert_value(&t.tape, 14, "null", "null");
  assert_value(&t.tape, 15, "m", "340282366920938463463374607431768211455");
  assert_value(&t.tape, 16, "d", "dangling (&inner)");
  assert_value(&t.tape, 17, "u", "6");
  assert_string_equal(after(&t.tape, 4, "a")->type, "[i32; 3]");
  end(&t);
}

/* ---- steps */

static void test_steps(void **state) {
  (void)state;
  Told t;
  compile(&t, "fn add(x: &mut i32) {\n"
              "    *x += 1;\n"
              "}\n"
              "fn main() {\n"
              "    let mut n = 0;\n"
              "    while n < 3 { n += 1; }\n"
              "    add(&mut n);\n"
              "}\n");
  tell(&t, "sb");
  static const u32 lines[] = {4, 5, 6, 6, 6, 6, 7, 1, 2, 3, 8};
  u32 n = sizeof lines / sizeof *lines;
  for (u32 i = 0; i < n && i < t.tape.steps.len; i++) {
    assert_int_equal(t.tape.steps.at[i].number, i + 1);
    assert_int_equal(t.tape.steps.at[i].at.line, lines[i]);
  }
  assert_int_equal(t.tape.steps.len, n);
  const TapeStep *entry = &t.tape.steps.at[7];
  assert_string_equal(t.tape.calls.at[entry->call].fn, "add");
  assert_int_equal(t.tape.calls.at[entry->call].depth, 1);
  assert_value(&t.tape, 6, "n", "3");
  assert_value(&t.tape, 2, "n", "4");
  assert_null(after(&t.tape, 8, "n"));
  bool protects = false;
  for (u32 i = 0; i < entry->happened.len; i++)
    protects |= entry->happened.at[i].kind == HAPPEN_PROTECT;
  assert_true(protects);
  end(&t);
}

static void test_window(void **state) {
  (void)state;
  Told whole, part;
  const char *source = "fn main() {\n"
                       "    let mut n = 0;\n"
                       "    let r = &mut n;\n"
                       "    *r = 1;\n"
                       "    *r = 2;\n"
                       "    n = 3;\n"
                       "    drop(n);\n"
                       "}\n";
  compile(&whole, source);
  tell(&whole, "sb");
  compile(&part, source);
  TapeWindow w = {.at = {{4, 5}}, .n = 1};
  tell_window(&part, "sb", &w);
  assert_int_equal(part.tape.total, whole.tape.total);
  assert_int_equal(part.tape.steps.len, 3);
  assert_true(part.tape.steps.at[0].is_base);
  assert_false(part.tape.steps.at[1].is_base);
  assert_int_equal(part.tape.steps.at[1].number, 4);
  assert_int_equal(part.tape.steps.at[2].number, 5);
  /* with the base before it, a step's changes are those of the whole tape */
  assert_int_equal(part.tape.steps.at[1].changes.len, whole.tape.steps.at[3].changes.len);
  assert_value(&part.tape, 5, "n", "2");
  end(&whole);
  end(&part);
}

/* The states of a tape, as borrow stacks. */
static void test_borrows(void **state) {
  (void)state;
  Told t;
  const char *source = "fn main() {\n"
                       "    let mut n = 0;\n"
                       "    let r = &mut n;\n"
                       "    let p = r as *mut i32;\n"
                       "    unsafe { *p = 1 };\n"
                       "    let q = &n;\n"
                       "    drop(*q);\n"
                       "}\n";
  compile(&t, source);
  tell(&t, "sb");
  const TapeCell *c = after(&t.tape, 4, "n");
  assert_non_null(c->borrow);
  assert_int_equal(c->borrow->nranges, 1);
  const TapeRange *r = c->borrow->ranges[0];
  assert_int_equal(r->lo, 0);
  assert_int_equal(r->hi, 4);
  assert_int_equal(r->nitems, 3);
  static const char *const names[] = {"`n`", "`r`", "`p`"};
  static const char *const perms[] = {"Unique", "Unique", "SharedReadWrite"};
  for (u32 i = 0; i < 3; i++) {
    assert_string_equal(r->items[i].name, names[i]);
    assert_string_equal(r->items[i].full, perms[i]);
  }
  bool changed;
  const TapeCell *before = after(&t.tape, 3, "n");
  assert_null(tape_item_before(before->borrow, 0, &r->items[2], &changed));
  assert_true(changed);
  assert_non_null(tape_item_before(before->borrow, 0, &r->items[1], &changed));
  assert_false(changed);
  tell(&t, "tb");
  c = after(&t.tape, 6, "n");
  assert_true(c->borrow->is_tree);
  r = c->borrow->ranges[0];
  assert_int_equal(r->nitems, 3);
  assert_string_equal(r->items[1].name, "`r`");
  assert_string_equal(r->items[1].full, "Frozen");
  assert_int_equal(r->items[2].depth, 1);
  end(&t);
}

/* Names tell variables apart: shadowed ones, those of callers, those of recursive calls. */
static void test_names(void **state) {
  (void)state;
  Told t;
  compile(&t, "fn f(x: &mut i32, again: bool) {\n"
              "    *x = 1;\n"
              "    if again { f(x, false) }\n"
              "}\n"
              "fn main() {\n"
              "    let mut x = 0;\n"
              "    let x = &mut x;\n"
              "    f(x, true);\n"
              "}\n");
  tell(&t, "sb");
  assert_value(&t.tape, 7, "x", "0");
  assert_value(&t.tape, 7, "x@7", "&x");
  assert_value(&t.tape, 2, "f::x", "&x");
  assert_value(&t.tape, 2, "f#2::x", "&x");
  end(&t);
}

/* ---- two tapes */

static void part(const char *source, const char *one, const char *other, bool want, u32 line) {
  Told a, b;
  compile(&a, source);
  tell(&a, one);
  compile(&b, source);
  tell(&b, other);
  u64 number = 0;
  assert_int_equal(tapes_part(&a.tape, &b.tape, &number), want);
  if (want) assert_int_equal(a.tape.steps.at[number - 1].at.line, line);
  end(&a);
  end(&b);
}

static void test_part(void **state) {
  (void)state;
  const char *source = "fn main() {\n"
                       "    let mut n = 0;\n"
                       "    let r = &mut n;\n"
                       "    let p = r as *mut i32;\n"
                       "    let q = &mut n;\n"
                       "    let seen = unsafe { *p };\n"
                       "    *q = seen;\n"
                       "}\n";
  part(source, "sb", "tb", true, 6);
  part(source, "sb", "sb", false, 0);
  part(source, "tb", "alloc", false, 0);
}

/* ---- the story */

static const Note *note(const Behaviour *b, NoteRole role) {
  for (u32 i = 0; i < b->nnotes; i++)
    if (b->notes[i].role == role) return &b->notes[i];
  fail_msg("no note `%s`", note_name(role));
  return NULL;
}

static void assert_says(const char *text, const char *part) {
  if (!strstr(text, part)) fail_msg("\"%s\" does not say \"%s\"", text, part);
}

static void test_story(void **state) {
  (void)state;
  Told t;
  compile(&t, "fn main() {\n"
              "    let mut n = 0;\n"
              "    let r = &mut n;\n"
              "    let p = r as *mut i32;\n"
              "    *r = 1;\n"
              "    unsafe { *p = 2 };\n"
              "}\n");
  tell(&t, "sb");
  const Behaviour *b = &t.bs->at.at[0];
  assert_int_equal(b->end, END_UB);
  assert_int_equal(b->ub, UB_BORROW_ACCESS);
  const Note *created = note(b, NOTE_CREATED), *lost = note(b, NOTE_LOST);
  assert_says(created->text, "`p` was created here, by a retag of `r` as `*mut i32`");
  assert_int_equal(span_line(&t.sources, created->span), 4);
  assert_says(lost->text, "by a write through `r`");
  assert_int_equal(span_line(&t.sources, lost->span), 5);
  assert_says(note(b, NOTE_DERIVATION)->text,
              "`n` -> `r` (`&mut i32`, line 3) -> `p` (`*mut i32`, line 4)");
  assert_says(note(b, NOTE_STATE)->drawing, "Unique  `r`  &mut i32, line 3\n");
  end(&t);
}

static void test_story_of_protector(void **state) {
  (void)state;
  Told t;
  compile(&t, "fn f(x: &mut i32, y: *mut i32) -> i32 {\n"
              "    *x = 1;\n"
              "    unsafe { *y = 2 };\n"
              "    *x\n"
              "}\n"
              "fn main() {\n"
              "    let mut n = 0;\n"
              "    let p = &raw mut n;\n"
              "    f(unsafe { &mut *p }, p);\n"
              "}\n");
  static const char *const models[] = {"sb", "tb"};
  for (u32 i = 0; i < 2; i++) {
    tell(&t, models[i]);
    const Behaviour *b = &t.bs->at.at[0];
    assert_int_equal(b->ub, UB_BORROW_PROTECTOR);
    assert_says(note(b, NOTE_PROTECTOR)->text, "the running call of `f` protects `x`");
    assert_int_equal(span_line(&t.sources, note(b, NOTE_PROTECTOR)->span), 1);
    assert_int_equal(span_line(&t.sources, note(b, NOTE_CALL)->span), 9);
    assert_says(note(b, NOTE_STATE)->drawing, "protected  <- in the way");
  }
  end(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_segments),
      cmocka_unit_test(test_values),
      cmocka_unit_test(test_steps),
      cmocka_unit_test(test_window),
      cmocka_unit_test(test_borrows),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_part),
      cmocka_unit_test(test_story),
      cmocka_unit_test(test_story_of_protector),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
