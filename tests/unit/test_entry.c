/* Entries: functions that are checked by themselves, found by their paths; programs without main;
 * the crate `litmus`. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "engine/mach/explore.h"
#include "litmus/run/signature.h"
#include "litmus/rust/front.h"

typedef struct Compiled {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  u16 file;
  Program *program;
} Compiled;

/* The functions named in `paths`, separated by spaces; each is looked for where it is written. */
static void compile(Compiled *c, const char *source, const char *paths, bool may_lack) {
  memset(c, 0, sizeof *c);
  c->arena = arena_create();
  source_init(&c->sources, c->arena);
  diags_init(&c->diags, c->arena, &c->sources);
  c->file = source_add(&c->sources, "t.rs", source, strlen(source), false);
  u16 line = source_add(&c->sources, "paths", paths, strlen(paths), false);
  EntryPath entries[8];
  u32 n = 0;
  for (const char *s = paths; *s;) {
    size_t len = strcspn(s, " ");
    u32 lo = (u32)(s - paths);
    entries[n++] = (EntryPath){.path = arena_strndup(c->arena, s, len),
                               .span = {.lo = lo, .hi = lo + (u32)len, .file = line},
                               .may_lack = may_lack};
    s += len + (s[len] == ' ');
  }
  static const char *const cfg = "opt";
  c->program = rust_compile_entries(c->arena, &c->sources, c->file, &cfg, 1, entries, n, &c->diags);
}

static void release(Compiled *c) { arena_destroy(c->arena); }

static void fine(Compiled *c, const char *source, const char *paths) {
  compile(c, source, paths, false);
  if (c->program) return;
  StrBuf text = {0};
  diags_render(&c->diags, &text, false);
  fail_msg("%s", sb_str(&text));
}

/* Exactly one error: it says `message`, at the path. */
static void refused(const char *source, const char *path, const char *message) {
  Compiled c;
  compile(&c, source, path, false);
  assert_null(c.program);
  assert_int_equal(c.diags.nerrors, 1);
  const Diag *d = diags_first(&c.diags);
  if (!strstr(d->text, message)) fail_msg("`%s`: got: %s", path, d->text);
  assert_int_equal(d->span.lo, 0);
  assert_int_equal(d->span.hi, strlen(path));
  assert_string_equal(c.sources.files[d->span.file].name, "paths");
  release(&c);
}

static const Entry *entry(const Compiled *c, const char *name) {
  const Entry *e = program_entry(c->program, name);
  assert_non_null(e);
  return e;
}

#define ITEMS                                                                           \
  "#![crate_type = \"lib\"]\n"                                                          \
  "pub fn plain(x: u8) -> u8 { helper(x) }\n"                                           \
  "fn helper(x: u8) -> u8 { x }\n"                                                      \
  "unsafe fn raw(p: *mut u8, q: *mut u8) { unsafe { *p = *q } }\n"                      \
  "fn lives<'a>(x: &'a u8) -> &'a u8 { x }\n"                                           \
  "fn generic<T>(_: T) {}\n"                                                            \
  "fn sized<const N: usize>(_: [u8; N]) {}\n"                                           \
  "fn anything(_: impl Copy) {}\n"                                                      \
  "mod m { pub fn inner() {} pub mod n { pub fn deep() {} } pub use self::n as again; " \
  "pub struct S; impl S { pub fn s(&self) {} } }\n"                                     \
  "use m::inner as renamed;\nuse core::mem::swap;\n"                                    \
  "struct P(u8, [*const u8; 3]);\n"                                                     \
  "impl P { fn own(&self, _: (Box<u8>, P)) {} fn both() {} }\n"                         \
  "trait Tr { fn both(); fn given(&self) {} fn only(&self); }\n"                        \
  "impl Tr for P { fn both() {} fn only(&self) {} }\n"                                  \
  "struct G<T>(T);\nimpl<T> G<T> { fn of_any() {} }\nimpl G<u8> { fn twice() {} }\n"    \
  "impl G<u16> { fn twice() {} fn once() {} }\n"                                        \
  "enum E { A(u8) }\nimpl E { const C: u8 = 1; }\ntype Alias = P;\n"                    \
  "extern \"C\" { fn foreign(); }\nstatic ST: u8 = 1;\nconst CO: u8 = 1;\n"             \
  "#[cfg(base)]\nfn elsewhere() {}\n"

static void test_paths(void **state) {
  (void)state;
  Compiled c;
  fine(&c, ITEMS, "plain crate::raw lives m::n::deep renamed m::again::deep P::own P::both");
  assert_int_equal(c.program->main, NO_FUNC);
  assert_int_equal(c.program->nentries, 8);
  assert_string_equal(c.program->funcs.at[entry(&c, "plain")->fn]->name, "plain");
  assert_int_equal(span_line(&c.sources, entry(&c, "plain")->span), 2);
  assert_string_equal(c.program->funcs.at[entry(&c, "P::both")->fn]->name, "P::both");
  assert_int_equal(entry(&c, "m::n::deep")->fn, entry(&c, "m::again::deep")->fn);
  assert_int_equal(entry(&c, "plain")->npointers, 0);
  assert_int_equal(entry(&c, "crate::raw")->npointers, 2);
  assert_int_equal(entry(&c, "lives")->npointers, 1);
  assert_int_equal(entry(&c, "P::own")->npointers, 5); /* self, the box, three in P */
  assert_null(program_entry(c.program, "helper"));
  bool reached = false;
  for (u32 i = 0; i < c.program->funcs.len; i++)
    reached |= !strcmp(c.program->funcs.at[i]->name, "helper");
  assert_true(reached);
  release(&c);
  fine(&c, ITEMS, "P::only G::once m::S::s");
  release(&c);
}

static void test_refused(void **state) {
  (void)state;
  refused(ITEMS, "nope", "there is no function `nope` in variant `opt`");
  refused(ITEMS, "m::nope", "there is no function `m::nope`");
  refused(ITEMS, "nope::f", "there is no function");
  refused(ITEMS, "plain::f", "there is no function");
  refused(ITEMS, "elsewhere", "there is no function");
  refused(ITEMS, "P::nope", "there is no function");
  refused(ITEMS, "P::given", "there is no function");
  refused(ITEMS, "generic", "is generic");
  refused(ITEMS, "sized", "is generic");
  refused(ITEMS, "anything", "is generic");
  refused(ITEMS, "G::of_any", "is generic");
  refused(ITEMS, "Tr::given", "is generic");
  refused(ITEMS, "G::twice", "ambiguous");
  refused(ITEMS, "P", "is a struct, not a function");
  refused(ITEMS, "E::A", "is a variant, not a function");
  refused(ITEMS, "E::C", "is a constant, not a function");
  refused(ITEMS, "ST", "is a static, not a function");
  refused(ITEMS, "CO", "is a constant, not a function");
  refused(ITEMS, "m", "is a module, not a function");
  refused(ITEMS, "Alias::own", "type alias");
  refused(ITEMS, "foreign", "foreign function");
  refused(ITEMS, "swap", "function of the library");
}

/* A small program may have a huge tree of types. */
static void test_many_pointers(void **state) {
  (void)state;
  Compiled c;
  StrBuf b = {0};
  sb_puts(&b, "struct S0;\n");
  for (u32 i = 1; i < 30; i++) sb_printf(&b, "struct S%u(S%u, S%u);\n", i, i - 1, i - 1);
  sb_puts(&b, "fn none(_: S5) {}\nfn many(_: S29) {}\nfn f(_: [&u8; 3], _: [[u8; 9]; 9]) {}\n"
              "fn g(_: Option<&u8>, _: &[&u8], _: fn(&u8)) {}");
  fine(&c, sb_str(&b), "none many f g");
  assert_int_equal(entry(&c, "none")->npointers, 0);
  assert_true(entry(&c, "many")->npointers >= 2);
  assert_int_equal(entry(&c, "f")->npointers, 3);
  assert_int_equal(entry(&c, "g")->npointers, 2);
  assert_true(same_signature(c.program, entry(&c, "many")->fn, c.program, entry(&c, "many")->fn));
  release(&c);
  sb_free(&b);
}

static void test_main(void **state) {
  (void)state;
  Compiled c;
  compile(&c, ITEMS, "", false);
  assert_null(c.program);
  assert_non_null(strstr(diags_first(&c.diags)->text, "`main` function not found"));
  release(&c);
  compile(&c, ITEMS, "elsewhere", true);
  assert_null(c.program);
  assert_non_null(strstr(diags_first(&c.diags)->text, "`main` function not found"));
  release(&c);
  compile(&c, ITEMS, "elsewhere plain", true);
  assert_non_null(c.program);
  assert_int_equal(c.program->nentries, 1);
  assert_string_equal(c.program->entries[0].name, "plain");
  release(&c);
  fine(&c, "fn f(_: u8) {}\nfn main() { f(1) }\n", "f main");
  assert_int_equal(entry(&c, "main")->fn, c.program->main);
  assert_null(ir_verify(c.program));
  c.program->main = NO_FUNC;
  assert_null(ir_verify(c.program));
  c.program->nentries = 0;
  assert_non_null(ir_verify(c.program));
  release(&c);
}

/* Errors in what only an entry reaches are errors of the program. */
static void test_body_errors(void **state) {
  (void)state;
  Compiled c;
  compile(&c, "fn f() { let x: u8 = true; }\n", "f", false);
  assert_null(c.program);
  assert_non_null(strstr(diags_first(&c.diags)->text, "mismatched"));
  release(&c);
}

static Behaviours *explore_entry(Compiled *c, const char *name) {
  Oracle *oracle = oracle_enumerate(FEASIBLE_UNKNOWN);
  Exploration x = {.program = c->program,
                   .model = model_by_name("alloc"),
                   .terms = terms_create(),
                   .oracle = oracle,
                   .limits = limits_default(),
                   .entry = entry(c, name)->fn};
  Behaviours *found = explore(&x, c->arena);
  oracle->destroy(oracle);
  terms_destroy(x.terms);
  return found;
}

static void test_run(void **state) {
  (void)state;
  Compiled c;
  fine(&c, "fn f() { print!(\"f\"); }\nfn g() { panic!(\"g\") }\nfn main() { print!(\"main\"); }\n",
       "f g");
  Behaviours *f = explore_entry(&c, "f"), *g = explore_entry(&c, "g");
  assert_int_equal(f->at.len, 1);
  assert_int_equal(f->at.at[0].end, END_RETURN);
  assert_memory_equal(f->at.at[0].events[0].frags.at[0].text, "f", 1);
  assert_int_equal(g->at.at[0].end, END_PANIC);
  release(&c);
}

#define USES                                                                           \
  "fn a() { litmus::assert(true); ::litmus::assert(1 < 2); }\n"                        \
  "mod m { use litmus::{assert as holds, uninit}; pub fn b() { holds(false); let _ = " \
  "uninit::<u32>(); } }\n"                                                             \
  "fn c() -> u16 { use litmus::*; assume(true); any() }\n"                             \
  "fn d() { let x = litmus::any::<[u8; 4]>(); litmus::assume(x[0] == 1); }\n"          \
  "mod own { mod litmus { pub fn any() -> i32 { 7 } } pub fn e() { let _: i32 = "      \
  "litmus::any(); } }\n"                                                               \
  "fn h() { fn litmus() {} litmus(); let litmus = 1; let _ = litmus; }\n"

static void test_litmus_crate(void **state) {
  (void)state;
  Compiled c;
  fine(&c, USES, "a m::b c d own::e h");
  assert_int_equal(explore_entry(&c, "a")->at.at[0].end, END_RETURN);
  Behaviours *b = explore_entry(&c, "m::b");
  assert_int_equal(b->at.at[0].end, END_PANIC);
  assert_string_equal(b->at.at[0].reason, "litmus::assert failed");
  assert_int_equal(b->at.at[0].span.file, c.file); /* the user's place is blamed */
  assert_int_equal(explore_entry(&c, "own::e")->at.at[0].end, END_RETURN);
  assert_int_equal(explore_entry(&c, "h")->at.at[0].end, END_RETURN);
  release(&c);
  fine(&c,
       "extern crate litmus;\nextern crate litmus as l;\nfn f() { l::assert(true); "
       "litmus::assert(true); }\n",
       "f");
  release(&c);
  static const struct {
    const char *source, *message;
  } wrong[] = {{"fn f() { litmus::nope(); }", "cannot find function `nope` in crate `litmus`"},
               {"use litmus::nope; fn f() {}", "unresolved import `litmus::nope`"},
               {"fn f() { litmus::assume(1); }", "mismatched types"},
               {"fn f() { std::litmus::assume(true); }", "not supported"},
               {"fn f() { any::<u8>(); }", "cannot find function `any`"},
               {"extern crate litmux; fn f() {}", "the crate `litmux`"}};
  for (u32 i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    compile(&c, wrong[i].source, "f", false);
    assert_null(c.program);
    if (!strstr(diags_first(&c.diags)->text, wrong[i].message))
      fail_msg("%s: got: %s", wrong[i].source, diags_first(&c.diags)->text);
    release(&c);
  }
}

static bool agree(const char *one, const char *other) {
  Compiled a, b;
  fine(&a, one, "f");
  fine(&b, other, "f");
  bool same = same_signature(a.program, entry(&a, "f")->fn, b.program, entry(&b, "f")->fn);
  release(&a), release(&b);
  return same;
}

static void test_signatures(void **state) {
  (void)state;
  assert_true(
      agree("fn f(_: u8, _: &mut [u16]) {}", "fn g() {} fn f<'a>(_: u8, _: &'a mut [u16]) {}"));
  assert_false(agree("fn f(_: u8) {}", "fn f(_: i8) {}"));
  assert_false(agree("fn f(_: u8) {}", "fn f(_: u8, _: u8) {}"));
  assert_false(agree("fn f() {}", "fn f() -> u8 { 1 }"));
  assert_false(agree("fn f(_: &u8) {}", "fn f(_: &mut u8) {}"));
  assert_false(agree("fn f(_: fn(u8)) {}", "fn f(_: fn(u16)) {}"));
  assert_false(agree("fn f(_: [u8; 2]) {}", "fn f(_: [u8; 3]) {}"));
  assert_false(agree("fn f(_: usize) {}", "fn f(_: u64) {}"));
  assert_true(agree("fn f(_: fn(u8) -> (u8, &'static str)) {}",
                    "fn f(_: fn(u8) -> (u8, &'static str)) {}"));
  assert_false(agree("extern \"C\" fn f() {}", "fn f() {}"));
#define LIST "struct L { next: Option<Box<L>>, v: u8 }\nfn f(_: &L) {}"
  assert_true(agree(LIST, LIST));
  assert_false(agree(LIST, "struct L { next: Option<Box<L>>, v: u16 }\nfn f(_: &L) {}"));
  assert_false(agree("enum E { A, B = 5 }\nfn f(_: E) {}", "enum E { A, B = 6 }\nfn f(_: E) {}"));
  assert_false(agree("struct S { a: u8, b: bool }\nfn f(_: *const S) {}",
                     "struct S { b: bool, a: u8 }\nfn f(_: *const S) {}"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_paths),         cmocka_unit_test(test_refused),
      cmocka_unit_test(test_many_pointers), cmocka_unit_test(test_main),
      cmocka_unit_test(test_body_errors),   cmocka_unit_test(test_run),
      cmocka_unit_test(test_litmus_crate),  cmocka_unit_test(test_signatures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
