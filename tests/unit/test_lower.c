/* Lowering, seen through the text of the core IR: each test compiles a small program and looks for
 * lines that must follow each other in one function. */
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

static const Function *function(const Compiled *c, const char *name) {
  for (u32 i = 0; i < c->program->funcs.len; i++)
    if (strcmp(c->program->funcs.at[i]->name, name) == 0) return c->program->funcs.at[i];
  fail_msg("no function %s", name);
  return NULL;
}

static const char *dump(Compiled *c, const char *name) {
  sb_clear(&c->text);
  ir_print_function(c->program, function(c, name), &c->text);
  return sb_str(&c->text);
}

/* The texts occur in the function one after the other. */
static void in_order(Compiled *c, const char *name, const char *const *texts) {
  const char *text = dump(c, name), *at = text;
  for (; *texts; texts++) {
    const char *found = strstr(at, *texts);
    if (!found) fail_msg("`%s` is missing or out of order in\n%s", *texts, text);
    at = found + strlen(*texts);
  }
}

static void not_in(Compiled *c, const char *name, const char *what) {
  const char *text = dump(c, name);
  if (strstr(text, what)) fail_msg("`%s` in\n%s", what, text);
}

static u32 count_in(Compiled *c, const char *name, const char *what) {
  u32 n = 0;
  for (const char *at = dump(c, name); (at = strstr(at, what)); at += strlen(what)) n++;
  return n;
}

#define EXPECT(name, ...) in_order(&c, (name), (const char *const[]){__VA_ARGS__, NULL})

#define DROPPY                                                             \
  "struct D(i32);\n"                                                       \
  "impl Drop for D { fn drop(&mut self) { println!(\"{}\", self.0); } }\n" \
  "fn mk(i: i32) -> D { D(i) }\n"

static void test_arithmetic(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "fn f(a: i32, b: i32) -> i32 { a + b }\n"
              "fn d(a: i32, b: i32) -> i32 { a / b }\n"
              "fn u(a: u32) -> u32 { a % 3 }\n"
              "fn s(a: u8, n: u32) -> u8 { a << n }\n"
              "fn m(a: i64) -> i64 { -a }\n"
              "fn l() -> i64 { -5 }\n"
              "fn main() { f(1, 2); d(1, 2); u(1); s(1, 2); m(1); l(); }\n");
  EXPECT("f", "Overflow(copy _1 + copy _2)", "assert(!", "attempt to add with overflow",
         "_0 = copy _1 + copy _2");
  EXPECT("d", "copy _2 == const 0_i32", "attempt to divide by zero", "copy _2 == const -1_i32",
         "copy _1 == const -2147483648_i32", "attempt to divide with overflow", "_0 = ");
  not_in(&c, "u", "assert");
  EXPECT("s", "Overflow(copy _1 << copy _2)", "attempt to shift left", "_0 = copy _1 << copy _2");
  EXPECT("m", "attempt to negate", "_0 = -copy _1");
  EXPECT("l", "_0 = const -5_i64");
  release(&c);
}

static void test_order_of_evaluation(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "fn g(a: i32, b: i32) {}\n"
              "fn f(mut x: i32) { g(x, { x = 2; x }); }\n"
              "fn h(a: &mut [i32; 3], mut i: usize) { a[{ i = 1; 0 }] = i as i32; }\n"
              "fn k(x: i32) { g(x, 7); }\n"
              "fn main() { f(1); h(&mut [1, 2, 3], 2); k(1); }\n");
  EXPECT("f", "_3 = copy _1;", "_1 = const 2_i32", "g(move _3, move _");
  EXPECT("h", "_3 = copy _2;", "_2 = const 1_usize", "_4 < const 3_usize", "assert(",
         "[_4] = move _3 as i32");
  EXPECT("k", "g(copy _1, const 7_i32)");
  release(&c);
}

static void test_temporaries(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "fn id(d: &D) -> &D { d }\n"
                     "fn stmt() { id(&mk(1)).0; mk(2); }\n"
                     "fn extended() { let x = &mk(1); mk(2); }\n"
                     "fn tail() -> i32 { let a = mk(1); mk(2).0 }\n"
                     "fn cond() { if mk(1).0 == 1 { mk(2); } }\n"
                     "fn scrutinee() { match mk(1).0 { 1 => { mk(2); } _ => {} } mk(3); }\n"
                     "fn main() { stmt(); extended(); tail(); cond(); scrutinee(); }\n");
  EXPECT("stmt", "mk(const 1_i32)", "drop(", "mk(const 2_i32)", "drop(", "return");
  EXPECT("extended", "mk(const 1_i32)", "mk(const 2_i32)", "drop(", "drop(", "StorageDead(_2)");
  EXPECT("tail", "_1 = mk(const 1_i32)", "mk(const 2_i32)", "drop(_1)", "drop(_2)", "return");
  EXPECT("cond", "mk(const 1_i32)", "drop(", "switch", "mk(const 2_i32)");
  EXPECT("scrutinee", "mk(const 1_i32)", "switch", "mk(const 2_i32)", "drop(", "drop(",
         "mk(const 3_i32)");
  release(&c);
}

static void test_moves(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "struct P { a: D, b: D }\n"
                     "fn eat(d: D) {}\n"
                     "fn moved() { let a = mk(1); eat(a); }\n"
                     "fn maybe(c: bool) { let a = mk(1); if c { eat(a); } }\n"
                     "fn partial(p: P) { eat(p.a); }\n"
                     "fn deferred(c: bool) { let x; if c { x = mk(1); } }\n"
                     "fn assign(mut d: D) { d = mk(2); }\n"
                     "fn again(mut d: D) { eat(d); d = mk(2); }\n"
                     "fn unboxed(b: Box<D>) { eat(*b); }\n"
                     "fn forgets(o: Option<D>) { match o { Some(d) => eat(d), None => {} } }\n"
                     "fn main() { moved(); maybe(true); partial(P { a: mk(1), b: mk(2) });\n"
                     "  deferred(true); assign(mk(1)); again(mk(1)); unboxed(Box::new(mk(1)));\n"
                     "  forgets(None); }\n");
  not_in(&c, "moved", "drop(");
  EXPECT("maybe", "= const false", "_2 = mk(", "= const true", "switch copy _1", "= const false",
         "eat(", "switch copy _", "drop(_2)");
  EXPECT("partial", "move _1.a", "drop(_1.b)");
  not_in(&c, "partial", "drop(_1.a)");
  EXPECT("deferred", "= const false", "switch copy _1", "= const true", "switch copy _", "drop(");
  EXPECT("assign", "mk(const 2_i32)", "drop(_1)", "_1 = move", "drop(_1)", "return");
  assert_int_equal(count_in(&c, "again", "drop(_1)"), 1);
  EXPECT("unboxed", "move *_1", "&raw mut *_1", "box_free");
  not_in(&c, "unboxed", "drop(");
  EXPECT("forgets", "discriminant(_1)", "(_1 as Some).0", "eat(");
  release(&c);
}

static void test_borrows(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "struct V(i32);\n"
              "impl V { fn push(&mut self, x: i32) {} fn len(&self) -> i32 { self.0 } }\n"
              "fn two(mut v: V) { v.push(v.len()); }\n"
              "fn raw(p: *mut (i32, i32), r: &mut i32) { let a = unsafe { &raw mut (*p).1 };\n"
              "  let b = &raw mut *r; }\n"
              "fn constant() -> &'static i32 { &5 }\n"
              "fn nested() -> &'static (i32, &'static str) { &(1, \"x\") }\n"
              "fn local() { let x = 1; let r = &(x, 2); let m = &mut 3; }\n"
              "fn cell() { let c = &std::cell::Cell::new(1); }\n"
              "fn mention(p: *const i32) { unsafe { let _ = *p; } }\n"
              "fn main() { two(V(1)); let mut x = (1, 2); let mut y = 1; raw(&mut x, &mut y);\n"
              "  constant(); nested(); local(); cell(); mention(&1); }\n");
  EXPECT("two", "&two_phase mut _1 [retag: two-phase]", "&_1", "V::len", "V::push");
  EXPECT("raw", "&raw mut (*_1).1 [no retag]", "&raw mut *_2 [retag: raw]");
  EXPECT("constant", "const static constant::promoted[0]");
  EXPECT("nested", "const static nested::promoted[0]");
  not_in(&c, "local", "promoted");
  not_in(&c, "cell", "promoted");
  EXPECT("mention", "PlaceMention(*_1)");
  not_in(&c, "mention", "copy *_1");
  release(&c);
}

static void test_patterns(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "enum E { A(i32), B, C(bool) }\n"
              "fn e(x: E) -> i32 { match x { E::A(n) if n > 3 => n, E::A(n) => 1, E::B => 2,\n"
              "  E::C(true) => 3, E::C(false) => 4 } }\n"
              "fn r(x: i32) -> i32 { match x { 0 => 1, 1..=9 => 2, _ => 3 } }\n"
              "fn s(x: &str) -> i32 { match x { \"ab\" => 1, _ => 2 } }\n"
              "fn l(x: &[i32]) -> i32 { match x { [a, .., b] => *a + *b, _ => 0 } }\n"
              "fn b(x: bool) -> i32 { match x { true => 1, false => 2 } }\n"
              "fn main() { e(E::B); r(1); s(\"\"); l(&[]); b(true); }\n");
  assert_int_equal(count_in(&c, "e", "discriminant("), 1);
  EXPECT("e", "discriminant(_1)", "switch", "= &(_1 as A).0", "> const 3_i32");
  EXPECT("r", "switch copy _1 [0_i32:", "const 1_i32 <= copy _1", "copy _1 <= const 9_i32");
  EXPECT("s", "Len(*_1)", "== const 2_usize", "compare_bytes", "== const 0_i32");
  EXPECT("l", "Len(*_1)", ">= const 2_usize", "&(*_1)[0]", "&(*_1)[-1]");
  EXPECT("b", "switch copy _1");
  release(&c);
}

static void test_control(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "fn exits(c: bool) { let a = mk(1); loop { let b = mk(2);\n"
                     "  if c { break; } if !c { return; } } }\n"
                     "fn ranges() { for i in 0..3u8 { } for i in 0..=255u8 { } }\n"
                     "fn never() -> i32 { let x: i32 = loop {}; x + 1 }\n"
                     "fn main() { exits(true); ranges(); if false { never(); } }\n");
  assert_int_equal(count_in(&c, "exits", "drop("), 6); /* b three times, a twice and in cleanup */
  EXPECT("ranges", "< const 3_u8", "+ const 1_u8");
  EXPECT("ranges", "<= const 255_u8");
  not_in(&c, "ranges", "Overflow");
  not_in(&c, "never", "Overflow");
  release(&c);
}

static void test_drop_glue(void **state) {
  (void)state;
  Compiled c;
  compile(&c, DROPPY "struct P { a: D, n: i32, b: Box<D> }\n"
                     "enum L { Nil, Cons(D, Box<L>) }\n"
                     "fn main() { let p = P { a: mk(1), n: 2, b: Box::new(mk(3)) };\n"
                     "  let l = L::Cons(mk(1), Box::new(L::Nil)); let a = [mk(1), mk(2)]; }\n");
  EXPECT("drop_in_place::<D>", "&mut *_1", "D::drop(");
  EXPECT("drop_in_place::<P>", "drop((*_1).a)", "drop((*_1).b)");
  EXPECT("drop_in_place::<L>", "discriminant(*_1)", "drop(((*_1) as Cons).0)",
         "drop(((*_1) as Cons).1)");
  EXPECT("drop_in_place::<Box<L>>", "drop(*(*_1))", "&raw mut *(*_1) [no retag]", "box_free::<L>");
  EXPECT("drop_in_place::<[D; 2]>", "< const 2_usize", "drop((*_1)[_", "+ const 1_usize");
  release(&c);
}

static Function *mutable_function(Compiled *c, const char *name) {
  return (Function *)function(c, name);
}

static void test_verifier(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "fn f(a: i32, b: u8) -> i32 { if b == 1 { return 2; } a + 1 }\n"
              "fn main() { f(1, 2); }\n");
  assert_null(ir_verify(c.program));
  Function *f = mutable_function(&c, "f");
  Block *entry = &f->blocks.at[0], saved = *entry;
  entry->term.otherwise = 1000;
  assert_non_null(strstr(ir_verify(c.program), "there is no bb1000"));
  *entry = saved;
  entry->term.kind = TERMINATOR_NONE;
  assert_non_null(strstr(ir_verify(c.program), "not terminated"));
  *entry = saved;
  f->locals.at[2].ty = f->locals.at[1].ty;
  assert_non_null(ir_verify(c.program));
  f->locals.at[2].ty = type_int(c.program->types, 8, false);
  assert_null(ir_verify(c.program));
  Function *m = mutable_function(&c, "main");
  m->blocks.at[0].term.nargs = 1;
  assert_non_null(strstr(ir_verify(c.program), "1 arguments for 2 parameters"));
  release(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_arithmetic),  cmocka_unit_test(test_order_of_evaluation),
      cmocka_unit_test(test_temporaries), cmocka_unit_test(test_moves),
      cmocka_unit_test(test_borrows),     cmocka_unit_test(test_patterns),
      cmocka_unit_test(test_control),     cmocka_unit_test(test_drop_glue),
      cmocka_unit_test(test_verifier),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
