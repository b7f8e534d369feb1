/* What closures capture and of which kind they are, as rustc decides it (edition 2021): the fields
 * of the closure's type and the first parameter of its function. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "litmus/rust/front.h"

/* Declared before each closure. */
static const char *const items = "struct In { u: i32, v: u8 }\n"
                                 "struct S { x: i32, b: Box<i32>, i: In }\n"
                                 "#[repr(packed)] struct Pk { p: u8, q: u32 }\n"
                                 "union Un { i: i32, f: u32 }\n"
                                 "struct Dr { n: i32, b: Box<i32> }\n"
                                 "impl Drop for Dr { fn drop(&mut self) {} }\n"
                                 "enum En { A(i32, Box<i32>), B }\n"
                                 "fn take<T>(_: T) {}\n"
                                 "fn read(_: &i32) {}\n";

typedef struct Case {
  const char *lets, *closure;
  const char *fields; /* "name: type" of each, joined by ", " */
  const char *kind;   /* "Fn", "FnMut", "FnOnce" */
} Case;

static const char s_new[] = "let mut s = S { x: 1, b: Box::new(2), i: In { u: 3, v: 4 } };";

static const Case cases[] = {
    /* modes */
    {"let x = 1;", "|| ()", "", "Fn"},
    {"let x = 1;", "|| x", "x: &i32", "Fn"},
    {"let x = 1;", "move || x", "x: i32", "Fn"},
    {"let mut x = 1;", "|| x += 1", "x: &mut i32", "FnMut"},
    {"let mut x = 1;", "move || x += 1", "x: i32", "FnMut"},
    {"let x = Box::new(1);", "|| take(x)", "x: Box<i32>", "FnOnce"},
    {"let x = Box::new(1);", "|| *x", "x: &i32", "Fn"},
    {"let x = Box::new(1);", "move || *x", "x: Box<i32>", "Fn"},
    {"let mut x = 1; let y = 2;", "|| { x = y; }", "x: &mut i32, y: &i32", "FnMut"},
    /* places */
    {s_new, "|| s.x", "s: &i32", "Fn"},
    {s_new, "|| { s.i.u += s.x; }", "s: &i32, s: &mut i32", "FnMut"},
    {s_new, "|| { take(&s); s.x }", "s: &S", "Fn"},
    {s_new, "|| { s.x += 1; take(&s); }", "s: &mut S", "FnMut"},
    {s_new, "|| take(s.b)", "s: Box<i32>", "FnOnce"},
    {s_new, "move || *s.b + s.x", "s: i32, s: Box<i32>", "Fn"},
    {"let t = (1, (2u8, 3));", "|| { let (a, _) = t; a }", "t: &i32", "Fn"},
    {"let t = (1, (2u8, 3));", "move || (t.1).0", "t: u8", "Fn"},
    {"let a = [1, 2, 3];", "|| a[1]", "a: &[i32; 3]", "Fn"},
    /* through references */
    {"let mut x = 1; let r = &mut x;", "|| *r += 1", "r: &mut i32", "FnMut"},
    {"let mut x = 1; let r = &mut x;", "move || *r += 1", "r: &mut i32", "FnMut"},
    {"let mut x = 1; let r = &mut x;", "|| read(r)", "r: &i32", "Fn"},
    {"let x = 1; let r = &x;", "|| read(r)", "r: &i32", "Fn"},
    {"let x = 1; let r = &x;", "|| { let c = r; *c }", "r: &&i32", "Fn"},
    {"let x = (1, 2); let r = &x;", "|| r.1", "r: &(i32, i32)", "Fn"},
    {"let mut x = (1, 2); let r = &mut x;", "|| r.1 = 3", "r: &mut i32", "FnMut"},
    {"let mut x = (1, 2); let mut r = &mut x;", "|| { r.1 = 3; take(&r); }",
     "r: &mut &mut (i32, i32)", "FnMut"},
    {"let mut x = (1, 2); let r = &mut x;", "|| { r.1 = 3; take(&r); }", "r: &mut &mut (i32, i32)",
     "FnMut"},
    /* no `unsafe` where the closure is made */
    {"let mut x = 1; let p = &raw mut x;", "|| unsafe { *p = 2 }", "p: &*mut i32", "Fn"},
    {"let u = Un { i: 1 };", "|| unsafe { u.f }", "u: &Un", "Fn"},
    {"let k = Pk { p: 1, q: 2 };", "|| k.q", "k: &Pk", "Fn"},
    {"let k = Pk { p: 1, q: 2 };", "move || k.p", "k: Pk", "Fn"},
    /* destructors */
    {"let d = Dr { n: 1, b: Box::new(2) };", "move || d.n", "d: i32", "Fn"},
    {"let d = Dr { n: 1, b: Box::new(2) };", "move || take(&d.b)", "d: Dr", "Fn"},
    /* patterns */
    {"let e = En::B;", "|| match e { En::A(n, _) => n, En::B => 0 }", "e: &En", "Fn"},
    {"let e = En::B;", "|| match e { En::A(_, b) => take(b), En::B => () }", "e: En", "FnOnce"},
    {"let x = 1;", "|| { let _ = x; }", "", "Fn"},
    {"let o = Some(1);", "|| if let Some(n) = o { n } else { 0 }", "o: &Option<i32>", "Fn"},
    {"let mut o = Some(1);", "|| if let Some(n) = &mut o { *n += 1; }", "o: &mut Option<i32>",
     "FnMut"},
    /* nested */
    {"let mut x = 1; let y = 2;", "|| { let mut f = || x += y; f() }", "x: &mut i32, y: &i32",
     "FnMut"},
    {s_new, "|| { let f = move || s.x; f() }", "s: &i32", "Fn"},
    {s_new, "|| { let f = move || take(s.b); f() }", "s: Box<i32>", "FnOnce"},
};

typedef struct Compiled {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Program *program;
} Compiled;

static void compile(Compiled *c, const char *source) {
  memset(c, 0, sizeof *c);
  c->arena = arena_create();
  source_init(&c->sources, c->arena);
  diags_init(&c->diags, c->arena, &c->sources);
  u16 file = source_add(&c->sources, "t.rs", source, strlen(source), false);
  c->program = rust_compile(c->arena, &c->sources, file, NULL, 0, &c->diags);
}

static const Function *function(const Program *p, const char *name) {
  for (u32 i = 0; i < p->funcs.len; i++)
    if (p->funcs.at[i] && strcmp(p->funcs.at[i]->name, name) == 0) return p->funcs.at[i];
  return NULL;
}

static const char *fields_text(Arena *a, const Program *p, TypeId closure) {
  const AdtInfo *info = type_get(p->types, closure)->u.adt.info;
  const char *text = "";
  for (u32 i = 0; i < info->variants[0].nfields; i++) {
    const Field *f = &info->variants[0].fields[i];
    text =
        arena_printf(a, "%s%s%s: %s", text, i ? ", " : "", f->name, type_str_of(p->types, f->ty));
  }
  return text;
}

static const char *kind_text(const Type *self) {
  if (self->kind != TY_PTR) return "FnOnce";
  return self->u.ptr.kind == PTR_REF ? "Fn" : "FnMut";
}

static void test_captures(void **state) {
  (void)state;
  for (u32 i = 0; i < sizeof cases / sizeof *cases; i++) {
    const Case *k = &cases[i];
    Arena *a = arena_create();
    Compiled c;
    compile(&c,
            arena_printf(a, "%sfn main() { %s let mut c = %s; c(); }", items, k->lets, k->closure));
    if (!c.program) fail_msg("`%s`: %s", k->closure, diags_first(&c.diags)->text);
    const Function *f = function(c.program, "main::{closure#0}");
    assert_non_null(f);
    const Type *self = type_get(c.program->types, f->locals.at[1].ty);
    TypeId env = self->kind == TY_PTR ? self->u.ptr.to : f->locals.at[1].ty;
    const char *fields = fields_text(a, c.program, env);
    if (strcmp(fields, k->fields) != 0 || strcmp(kind_text(self), k->kind) != 0)
      fail_msg("`%s`: captures (%s) as %s, not (%s) as %s", k->closure, fields, kind_text(self),
               k->fields, k->kind);
    arena_destroy(c.arena);
    arena_destroy(a);
  }
}

/* What is expected of a closure decides its kind, whatever its body needs. */
static void test_expected_kind(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "fn once<F: FnOnce() -> i32>(f: F) -> i32 { f() }\n"
              "fn main() { let x = 1; once(|| x); }");
  assert_non_null(c.program);
  const Function *f = function(c.program, "main::{closure#0}");
  assert_non_null(f);
  assert_string_equal(kind_text(type_get(c.program->types, f->locals.at[1].ty)), "FnOnce");
  arena_destroy(c.arena);
}

/* A closure of another kind than it is called as is called through a function of ours, which is
 * not retagged. */
static void test_shims(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "fn once<F: FnOnce() -> i32>(f: F) -> i32 { f() }\n"
              "fn main() { let x = 1; let f = || x; once(f); once(&f); }");
  assert_non_null(c.program);
  u32 shims = 0, glue = 0;
  for (u32 i = 0; i < c.program->funcs.len; i++) {
    const Function *f = c.program->funcs.at[i];
    if (!f || !strstr(f->name, "as FnOnce>::call_once")) continue;
    shims += f->is_shim;
    glue++;
  }
  assert_int_equal(glue, 2);
  assert_int_equal(shims, 1); /* for a reference it is a function of std */
  arena_destroy(c.arena);
}

static const struct {
  const char *source, *message;
} wrong[] = {
    {"fn main() { let mut x = 1; let f: fn() = || x += 1; }", "captures `x`"},
    {"fn main() { let f = |x| (); }", "type annotations needed"},
    {"fn a<F: Fn()>(f: F) {} fn main() { let mut x = 1; a(|| x += 1); }", "cannot assign to `x`"},
    {"fn a<F: Fn()>(f: F) {} fn main() { let b = Box::new(1); a(|| drop(b)); }",
     "cannot move out of `b`"},
    {"fn a<F: Fn()>(f: F) {} fn main() { let b = Box::new(1); let f = || drop(b); a(f); }",
     "only implements `FnOnce`"},
    {"fn a<F: Fn(i32)>(f: F) {} fn main() { a(|| ()); }", "expected to take 1 argument"},
    {"fn main() { let f = || f(); }", "cannot find function `f`"},
    {"fn main() { loop { let f = || { break; }; f(); } }", "outside of a loop"},
    {"fn main() { let x: Option<i32> = None; x?; }", "can only be used in a function that returns"},
    {"fn f() -> Option<i32> { Some(1?) } fn main() { f(); }", "can only be applied to values"},
};

static void test_wrong(void **state) {
  (void)state;
  for (u32 i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    Compiled c;
    compile(&c, wrong[i].source);
    if (c.program) fail_msg("accepted: %s", wrong[i].source);
    const char *text = diags_first(&c.diags)->text;
    if (!strstr(text, wrong[i].message)) fail_msg("%s: says \"%s\"", wrong[i].source, text);
    arena_destroy(c.arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_captures),
      cmocka_unit_test(test_expected_kind),
      cmocka_unit_test(test_shims),
      cmocka_unit_test(test_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
