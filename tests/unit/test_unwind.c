/* Unwinding in the core IR: what lowering builds for panics, seen through the text of the IR, and
 * the verifier's rules about cleanup blocks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "litmus/rust/front.h"

typedef struct Compiled {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Program *program;
  StrBuf text;
} Compiled;

static void compile(Compiled *c, const char *source) {
  memset(c, 0, sizeof *c);
  c->arena = arena_create();
  source_init(&c->sources, c->arena);
  diags_init(&c->diags, c->arena, &c->sources);
  u16 file = source_add(&c->sources, "t.rs", source, strlen(source), false);
  c->program = rust_compile(c->arena, &c->sources, file, NULL, 0, &c->diags);
  if (!c->program) {
    diags_render(&c->diags, &c->text, false);
    fail_msg("%s", sb_str(&c->text));
  }
}

static void release(Compiled *c) {
  sb_free(&c->text);
  arena_destroy(c->arena);
}

static Function *function(const Compiled *c, const char *name) {
  for (u32 i = 0; i < c->program->funcs.len; i++)
    if (strcmp(c->program->funcs.at[i]->name, name) == 0) return c->program->funcs.at[i];
  fail_msg("no function %s", name);
  return NULL;
}

static u32 cleanup_blocks(const Function *f) {
  u32 n = 0;
  for (u32 b = 0; b < f->blocks.len; b++) n += f->blocks.at[b].is_cleanup;
  return n;
}

static u32 cleanup_of(const Compiled *c, const char *name) {
  return cleanup_blocks(function(c, name));
}

/* The texts occur in the function one after the other. */
static void in_order(Compiled *c, const char *name, const char *const *texts) {
  sb_clear(&c->text);
  ir_print_function(c->program, function(c, name), &c->text);
  const char *text = sb_str(&c->text), *at = text;
  for (; *texts; texts++) {
    const char *found = strstr(at, *texts);
    if (!found) fail_msg("`%s` is missing or out of order in\n%s", *texts, text);
    at = found + strlen(*texts);
  }
}

#define EXPECT(name, ...) in_order(&c, (name), (const char *const[]){__VA_ARGS__, NULL})

#define DROPPY                                                             \
  "struct D(i32);\n"                                                       \
  "impl Drop for D { fn drop(&mut self) { println!(\"{}\", self.0); } }\n" \
  "fn mk(i: i32) -> D { D(i) }\n"                                          \
  "fn eat(d: D) {}\n"

/* Cleanup is there only where something is to be dropped. */
static void test_no_cleanup(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "fn plain(x: i32) -> i32 { let y = x + 1; if y > 3 { panic!(); } y }\n"
                     "fn passes() { eat(mk(1)); }\n"
                     "fn last(d: D) { plain(1); eat(d); }\n"
                     "fn main() { plain(1); passes(); last(mk(1)); }\n");
  assert_int_equal(cleanup_of(&c, "plain"), 0);
  assert_int_equal(cleanup_of(&c, "passes"), 0);
  assert_int_equal(cleanup_of(&c, "mk"), 0);
  assert_int_equal(cleanup_of(&c, "drop_in_place::<D>"), 0);
  assert_int_equal(cleanup_of(&c, "last"), 3); /* a flag is tested: both calls share the drop */
  release(&c);
}

/* The ways out of two calls join where the same values are left. */
static void test_tree(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "fn two() { let a = mk(1); let b = mk(2); mk(3); }\n"
                     "fn ends() { let a = mk(1); let b = mk(2); }\n"
                     "fn main() { two(); ends(); }\n");
  EXPECT("two", "mk(const 1_i32) -> bb", "mk(const 2_i32) -> [return: bb2, unwind: bb", "(cleanup)",
         "drop(_2) -> [return: bb", "unwind terminate]", "drop(_1) -> [return: bb",
         "unwind terminate]", "resume");
  assert_int_equal(cleanup_of(&c, "two"), 3);
  EXPECT("ends", "drop(_2) -> [return:", "unwind:", "drop(_1) -> bb", "(cleanup)", "drop(_1)",
         "resume");
  assert_int_equal(cleanup_of(&c, "ends"), 2);
  release(&c);
}

/* When one part's drop panics, those after it are dropped. */
static void test_ladders(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY
          "struct P { a: D, b: D, c: D }\n"
          "enum E { Two(D, D), One(D), None }\n"
          "struct U { d: D }\n"
          "impl Drop for U { fn drop(&mut self) {} }\n"
          "fn open(p: P) { eat(p.b); }\n"
          "fn main() { open(P { a: mk(1), b: mk(2), c: mk(3) }); let e = E::Two(mk(1), mk(2));\n"
          "  let e2 = E::One(mk(1)); let e3 = E::None; let a = [mk(1), mk(2)];\n"
          "  let b = Box::new(mk(1)); let u = U { d: mk(1) }; }\n");
  EXPECT("drop_in_place::<P>", "drop((*_1).a) -> [return: bb1, unwind: bb", "drop((*_1).b)",
         "drop((*_1).c) -> bb", "(cleanup)", "drop((*_1).b)", "drop((*_1).c)", "resume");
  EXPECT("drop_in_place::<E>", "discriminant(*_1)", "as Two).0) -> [return:", "(cleanup)",
         "as Two).1)", "resume");
  EXPECT("drop_in_place::<[D; 2]>", "drop((*_1)[_", "unwind: bb", "(cleanup)", "< const 2_usize",
         "(cleanup)", "+ const 1_usize", "drop((*_1)[_", "unwind terminate]");
  EXPECT("drop_in_place::<Box<D>>", "drop(*(*_1)) -> [return:", "box_free", "(cleanup)", "box_free",
         "resume");
  EXPECT("drop_in_place::<U>", "U::drop(", "unwind: bb", "(cleanup)", "drop((*_1).d)", "resume");
  EXPECT("open", "drop(_1.a) -> [return:", "drop(_1.c) -> bb", "(cleanup)", "drop(_1.c)", "resume");
  release(&c);
}

/* The new value arrives also when the drop of the old one panics. */
static void test_assignment(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "fn set(p: &mut D) { *p = mk(2); }\n"
                     "fn main() { set(&mut mk(1)); }\n");
  EXPECT("set", "drop(*_1) -> [return: bb2, unwind: bb", "*_1 = move", "(cleanup)", "*_1 = move",
         "resume");
  release(&c);
}

static void expect_fault(const Compiled *c, const char *what) {
  const char *fault = ir_verify(c->program);
  assert_non_null(fault);
  if (!strstr(fault, what)) fail_msg("`%s` is not in: %s", what, fault);
}

static void test_verifier(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "fn f() { let a = mk(1); let b = mk(2); mk(3); }\n"
                     "fn main() { f(); }\n");
  assert_null(ir_verify(c.program));
  Function *f = function(&c, "f");
  Block *second = &f->blocks.at[1], saved = *second; /* _2 = mk(2), with cleanup */
  BlockId cleanup = second->term.cleanup;
  second->term.cleanup = 1000;
  expect_fault(&c, "there is no bb1000");
  second->term.cleanup = 0;
  expect_fault(&c, "which is not a cleanup block");
  *second = saved;
  second->term.target = cleanup;
  expect_fault(&c, "is a cleanup block");
  *second = saved;

  Block *clean = &f->blocks.at[cleanup];
  saved = *clean;
  clean->term.target = 0;
  expect_fault(&c, "is not a cleanup block");
  *clean = saved;
  clean->term.unwind = UNWIND_CONTINUE;
  expect_fault(&c, "a panic during cleanup goes on");
  *clean = saved;
  clean->term.kind = TERMINATOR_RETURN;
  clean->term.unwind = UNWIND_CONTINUE;
  expect_fault(&c, "return from a cleanup block");
  *clean = saved;

  for (u32 b = 0; b < f->blocks.len; b++) {
    Terminator *t = &f->blocks.at[b].term;
    if (t->kind != TERMINATOR_RETURN) continue;
    t->kind = TERMINATOR_RESUME;
    expect_fault(&c, "resumed outside of cleanup");
    t->kind = TERMINATOR_RETURN;
    t->unwind = UNWIND_TERMINATE;
    expect_fault(&c, "where nothing unwinds");
    t->unwind = UNWIND_CONTINUE;
  }
  f->blocks.at[0].is_cleanup = true;
  expect_fault(&c, "the entry is a cleanup block");
  f->blocks.at[0].is_cleanup = false;
  assert_null(ir_verify(c.program));
  release(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_cleanup), cmocka_unit_test(test_tree),
      cmocka_unit_test(test_ladders),    cmocka_unit_test(test_assignment),
      cmocka_unit_test(test_verifier),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
