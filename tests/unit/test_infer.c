/* Names, types and inference: programs that are accepted and what they print, programs that are
 * refused and why, at which line. Every program here was given to rustc too: it accepts and refuses
 * the same ones (constructs that are only unsupported aside). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/mach/explore.h"
#include "litmus/rust/front.h"

typedef struct Compiled {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Program *program;
} Compiled;

static void compile(Compiled *c, const char *text) {
  *c = (Compiled){.arena = arena_create()};
  source_init(&c->sources, c->arena);
  diags_init(&c->diags, c->arena, &c->sources);
  u16 file = source_add(&c->sources, "t.rs", text, strlen(text), false);
  c->program = rust_compile(c->arena, &c->sources, file, NULL, 0, &c->diags);
  assert_int_equal(c->program == NULL, c->diags.nerrors > 0);
}

/* ---- refused */

typedef struct Refused {
  unsigned line;
  const char *text; /* "unsupported: " in front of what may be right */
  const char *source;
} Refused;

static const Refused refused[] = {
    /* floats */
    {1, "mismatched types: expected `f32`, found `f64`", "fn main() { let x: f32 = 1.0f64; }"},
    {1, "mismatched types: expected `f64`, found `{integer}`", "fn main() { let x: f64 = 1; }"},
    {1, "mismatched types: expected `i32`, found `{float}`", "fn main() { let x: i32 = 1.0; }"},
    {1, "cannot add `{integer}` to `f64`", "fn main() { let x = 1.0f64 + 1; }"},
    {1, "cannot add `{float}` to `{integer}`", "fn main() { let x = 1 + 1.0; }"},
    {1, "casting `bool` as `f32` is invalid: cast through an integer first",
     "fn main() { let x = true as f32; }"},
    {1, "casting `f64` as `*const u8` is invalid", "fn main() { let x = 1.0f64 as *const u8; }"},
    {1, "literal out of range for `f32`", "fn main() { let x = 1e39f32; }"},
    {1, "unsupported: the method `sin` of type `f64` is not supported yet",
     "fn main() { let x = 1.0f64.sin(); }"},
    {1, "unsupported: floating-point literals in patterns are not supported yet",
     "fn main() { match 1.0 { 1.5 => (), _ => () } }"},
    {1, "unsupported: `{:e}` of integers is not supported yet",
     "fn main() { println!(\"{:e}\", 1); }"},
    {1, "unsupported: a precision for a value of type `&str` is not supported yet",
     "fn main() { println!(\"{:.1}\", \"ab\"); }"},
    /* names */
    {1, "cannot find function `foo` in this scope", "fn main() { foo(); }"},
    {1, "cannot find value `y` in this scope", "fn main() { let x = y; }"},
    {2, "cannot find type `Foo` in this scope", "fn main() {\n let x: Foo = 1; }"},
    {1, "cannot find function `f` in module `m`", "mod m { } fn main() { m::f(); }"},
    {1, "expected value, found module `m`", "mod m { } fn main() { m; }"},
    {1, "expected value, found builtin type `i32`", "fn main() { let x = i32; }"},
    {1, "unresolved import `crate::bar`", "use crate::bar; fn main() { }"},
    {1, "the name `f` is defined multiple times", "fn f() {} fn f() {} fn main() { }"},
    {1, "no variant or associated item named `B` found for enum `E` in the current scope",
     "enum E { A } fn main() { E::B; }"},
    {1, "use of undeclared label `'b`", "fn main() { 'a: loop { break 'b; } }"},
    {1, "`break` outside of a loop or labeled block", "fn main() { break; }"},
    {1, "`main` function not found in the program", "fn foo() { }"},
    {3, "failed to resolve: use of undeclared type or module `b`",
     "mod a { pub fn f() {} }\nfn main() { a::f();\n b::f(); }"},
    /* types */
    {1, "mismatched types: expected `u8`, found `u16`", "fn main() { let x: u8 = 5u16; }"},
    {1, "mismatched types: expected `i64`, found `i32`",
     "fn main() { let x = 5i32; let y: i64 = x; }"},
    {3, "mismatched types: expected `i32`, found `bool`",
     "fn f(x: i32) {}\nfn main() {\n f(true); }"},
    {1, "mismatched types: expected `i32`, found `()`", "fn f() -> i32 { 1; } fn main() { f(); }"},
    {1, "mismatched types: expected `[i32; 3]`, found `[i32; 2]`",
     "fn main() { let x: [i32; 3] = [1, 2]; }"},
    {1, "mismatched types: expected `&mut i32`, found `&{integer}`",
     "fn f(x: &mut i32) {} fn main() { let mut a = 1; f(&a); }"},
    {1, "mismatched types: expected `fn(i32)`, found `fn() {main}`",
     "fn main() { let x: fn(i32) = main; }"},
    {1, "`if` may be missing an `else` clause: expected `i32`, found `()`",
     "fn main() { let x: i32 = if true { 1 }; }"},
    {1, "this function takes 1 argument but 2 arguments were supplied",
     "fn f(x: i32) {} fn main() { f(1, 2); }"},
    {1, "function takes 1 generic argument but 2 generic arguments were supplied",
     "fn f<T>(t: T) {} fn main() { f::<i32, i32>(1); }"},
    {1, "missing generics for struct `S`", "struct S<T>(T); fn main() { let x: S = S(1); }"},
    {1, "struct `S` has no field named `b`",
     "struct S { a: i32 } fn main() { let s = S { b: 1 }; }"},
    {1, "missing field `a` in initializer of `S`",
     "struct S { a: i32 } fn main() { let s = S { }; }"},
    {1, "no field `c` on type `S`", "struct S { a: i32 } fn main() { S { a: 1 }.c; }"},
    {1, "no method named `go` found for struct `S` in the current scope",
     "struct S; fn main() { S.go(); }"},
    {1, "type annotations needed: the type `Option<_>` cannot be inferred",
     "fn main() { let x = None; }"},
    {1, "cannot add `S` to `S`", "struct S; fn main() { S + S; }"},
    {1, "binary operation `==` cannot be applied to type `S`", "struct S; fn main() { S == S; }"},
    {1, "can't compare `&{integer}` with `{integer}`", "fn main() { &1 == 1; }"},
    {1, "type `{integer}` cannot be dereferenced", "fn main() { let x = 5; *x; }"},
    {1, "expected function, found `{integer}`", "fn main() { let x = 5; x(); }"},
    {1, "the type `[{integer}]` cannot be indexed by `u8`", "fn main() { let x = [1]; x[0u8]; }"},
    {1, "literal out of range for `i8`", "fn main() { let x: i8 = 128; }"},
    {1, "cannot apply unary operator `-` to type `u8`", "fn main() { let x: u8 = -1; }"},
    {1, "recursive type without indirection: `A`", "struct A { a: A } fn main() { let x: A; }"},
    {1, "reached the recursion limit while instantiating `f`",
     "fn f<T>(n: u32, t: T) { if n > 0 { f(n - 1, (t, 1)); } } fn main() { f(3, 1); }"},
    /* casts */
    {1, "only `u8` can be cast as `char`, not `u32`", "fn main() { let c = 66u32 as char; }"},
    {1, "casting `&i32` as `usize` is invalid", "fn main() { let c = &1i32 as usize; }"},
    {1, "casting `&i32` as `*const u8` is invalid",
     "fn main() { let x = 1; let c = &x as *const u8; }"},
    {1, "cannot cast thin pointer `*const u8` to wide pointer `*const [u8]`",
     "fn main() { let p = &1u8 as *const u8; let q = p as *const [u8]; }"},
    {1, "non-primitive cast: `S` as `i32`", "struct S; fn main() { let c = S as i32; }"},
    /* patterns */
    {1, "non-exhaustive patterns: `E::B` not covered",
     "enum E { A, B } fn main() { match E::A { E::A => {} } }"},
    {1, "non-exhaustive patterns: `(false, 10..=255)` not covered",
     "fn main() { match (true, 1u8) { (true, _) => {}, (false, 0..=9) => {} } }"},
    {1, "non-exhaustive patterns: `[]` not covered",
     "fn main() { match [1, 2][..] { [a] => {}, [a, b, ..] => {} } }"},
    {1, "refutable pattern in local binding: `None` not covered",
     "fn main() { let Some(x) = Some(1); }"},
    {1, "identifier `a` is bound more than once in the same pattern",
     "fn main() { let (a, a) = (1, 2); }"},
    {1, "variable `x` is not bound in all patterns", "fn main() { match 1 { 1 | x => {} } }"},
    /* unsafe, mut */
    {2, "dereference of raw pointer is unsafe and requires unsafe function or block [E0133]",
     "fn main() { let p = &1 as *const i32;\n *p; }"},
    {1, "call to unsafe function `g` is unsafe and requires unsafe function or block [E0133]",
     "unsafe fn g() {} fn main() { g(); }"},
    {1, "use of mutable static is unsafe and requires unsafe function or block [E0133]",
     "static mut X: i32 = 0; fn main() { X = 1; }"},
    {1, "access to union field is unsafe and requires unsafe function or block [E0133]",
     "union U { a: u8 } fn main() { let u = U { a: 1 }; let b = u.a; }"},
    {1, "cannot assign twice to immutable variable `x`", "fn main() { let x = 5; x = 6; }"},
    {1, "cannot borrow `x` as mutable, as it is not declared as mutable",
     "fn main() { let x = 5; let r = &mut x; }"},
    {1, "cannot assign to `*x`, which is behind a `&` reference",
     "fn f(x: &i32) { *x = 1; } fn main() { f(&1); }"},
    {1, "cannot assign to immutable static item `X`", "static X: i32 = 1; fn main() { X = 2; }"},
    /* constants */
    {1, "cycle detected when evaluating `A`",
     "const A: i32 = B; const B: i32 = A; fn main() { println!(\"{}\", A); }"},
    {1, "evaluation of constant value failed: attempt to divide by zero",
     "const N: usize = 1 / 0; fn main() { let x = [0; N]; }"},
    {1, "discriminant value `1` assigned more than once",
     "enum E { A = 1, B = 1 } fn main() { E::A; }"},
    /* formats */
    {1, "`S` doesn't implement `Debug`", "struct S; fn main() { println!(\"{:?}\", S); }"},
    {1, "argument never used", "fn main() { println!(\"{}\", 1, 2); }"},
    {1, "cannot find value `x` in this scope", "fn main() { println!(\"{x}\"); }"},
    {1, "invalid format string: expected `}` but string was terminated",
     "fn main() { println!(\"{\"); }"},
    /* of our library, at the user's place */
    {2, "binary operation `==` cannot be applied to type `S` (in `<[S]>::contains` of the library)",
     "struct S; fn main() { let a = [S];\n a.contains(&S); }"},
    /* what main does not reach, and constants that nobody uses */
    {2, "mismatched types: expected `i32`, found `bool`", "fn f() -> i32 {\n true } fn main() { }"},
    {2, "cannot find value `x` in this scope",
     "mod m { pub struct S; impl S { fn f(&self) -> u8 {\n x } } } fn main() { }"},
    {2, "mismatched types: expected `u8`, found `&str`",
     "fn main() { fn f() { fn g() {\n let x: u8 = \"a\"; } } }"},
    {2, "field `a` is already declared", "struct S { a: i32,\n a: i32 } fn main() { }"},
    {2, "recursive type without indirection: `S`", "fn f() { }\nstruct S { s: S } fn main() { }"},
    {1, "evaluation of `A` failed: attempt to add with overflow",
     "const A: u8 = 255 + 1; fn main() { println!(\"{}\", A); }"},
    {2, "evaluation of `S` failed: index out of bounds: the len is 1 but the index is 3",
     "static S: i32 =\n [1][1 + 2]; fn main() { }"},
    {2, "evaluation of `Z<4>::OK` failed: assertion failed: N < 3",
     "struct Z<const N: usize>; impl<const N: usize> Z<N> { const OK: () =\n assert!(N < 3); }"
     " fn main() { if false { Z::<4>::OK } }"},
    /* moves out of what stays whole */
    {2, "cannot move a value of type `S` out of what a reference points to",
     "struct S; fn main() { let r = &S;\n let s = *r; }"},
    {2, "cannot move a value of type `S` out of what a raw pointer points to",
     "struct S; fn main() { let x = S; let r = &raw const x; unsafe {\n let s = *r; } }"},
    {2, "cannot move out of type `[S; 2]`, a non-copy array",
     "struct S; fn main() { let a = [S, S];\n let s = a[0]; }"},
    {2, "cannot move out of type `S`, which implements the `Drop` trait",
     "struct S(Box<u8>); impl Drop for S { fn drop(&mut self) { } } fn main() { let s ="
     " S(Box::new(1));\n let b = s.0; }"},
    /* const generics */
    {2, "mismatched types: expected `bool`, found `{integer}`",
     "fn f<const B: bool>() { } fn main() {\n f::<3>(); }"},
    /* not yet */
    {1, "no method named `eq` found for struct `P` in the current scope",
     "struct P; fn main() { P.eq(&P); }"},
    {1, "unsupported: the format trait `x?` is not supported yet",
     "fn main() { println!(\"{:x?}\", 1); }"},
    {1, "unsupported: `{:?}` of the type `Layout` is not supported yet",
     "fn main() { println!(\"{:?}\", std::alloc::Layout::new::<u8>()); }"},
    {1, "the trait bound `char: T` is not satisfied",
     "trait T {} impl T for u8 {} fn f<A: T>(a: A) {} fn main() { f('x'); }"},
    {2, "type mismatch: expected `bool`, found `u16`",
     "trait T { type X; } impl T for u8 { type X = u16; }\n"
     "fn f<A: T<X = bool>>(a: A) {} fn main() { f(1u8); }"},
    {1, "conflicting implementations: two impls apply to `u8: T`",
     "trait T { fn f(&self) {} } impl<A> T for A {} impl T for u8 {} fn main() { 1u8.f(); }"},
    {2, "multiple applicable items in scope: `f` is a method of the traits `A` and `B`",
     "trait A { fn f(&self) {} } trait B { fn f(&self) {} } impl A for u8 {} impl B for u8 {}\n"
     "fn main() { 1u8.f(); }"},
    {1, "no method named `f` found for type `&A` in the current scope",
     "struct S; impl S { fn f(&self) {} } fn g<A>(a: &A) { a.f(); } fn main() { g(&S); }"},
    {1, "type annotations needed: cannot infer the generic parameter `Self` of `f`",
     "trait T { fn f() -> u8; } impl T for u8 { fn f() -> u8 { 1 } } fn main() { T::f(); }"},
    {1, "unsupported: overflow evaluating the requirement `u8: T`",
     "trait T {} impl<A> T for A where A: T {} fn f<A: T>(a: A) {} fn main() { f(1u8); }"},
    {2, "reached the recursion limit while auto-dereferencing `S`",
     "use std::ops::Deref; struct S; impl Deref for S { type Target = S;\n"
     "  fn deref(&self) -> &S { self } } fn main() { let x = S.y; }"},
    {1, "not all trait items implemented, missing: `f`",
     "trait T { fn f(); } impl T for u8 {} fn main() { }"},
    {1, "function `g` is not a member of trait `T`",
     "trait T {} impl T for u8 { fn g() {} } fn main() { }"},
    {1, "unsupported: `std::ptr::foo` is not supported yet", "fn main() { std::ptr::foo(); }"},
};

static void test_refused(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    const Refused *r = &refused[i];
    Compiled c;
    compile(&c, r->source);
    const Diag *d = diags_first(&c.diags);
    if (!d) fail_msg("accepted: %s", r->source);
    const char *text = r->text;
    DiagKind kind = DIAG_ERROR;
    if (strncmp(text, "unsupported: ", 13) == 0) {
      kind = DIAG_UNSUPPORTED;
      text += 13;
    }
    if (strcmp(d->text, text) != 0)
      fail_msg("%s\n  says: %s\n  not:  %s", r->source, d->text, text);
    assert_int_equal(d->kind, kind);
    assert_int_equal(span_line(&c.sources, d->span), r->line);
    arena_destroy(c.arena);
  }
}

/* ---- accepted: what they print */

typedef struct Accepted {
  const char *prints;
  const char *source;
} Accepted;

static const Accepted accepted[] = {
    {"4 2.5 -1.5 3 7.5 true\n",
     "fn twice<T: std::ops::Add<Output = T> + Copy>(t: T) -> T { t + t } const K: f32 = -1.5;\n"
     "struct S { x: f32 } fn main() { let a = 2.0; let s = S { x: 2.5 }; let b: f32 = 1.5;\n"
     "  let mut c = 5.0; c *= 1.5; println!(\"{} {} {} {} {} {}\", twice(a), s.x, K, twice(b), c,\n"
     "  a < 3.0 && -a < 0.5); }"},
    {"0 0.0 Some(Less) [1.5, 2.0] 3.25 2\n",
     "#[derive(Default, Clone, Copy, PartialEq, PartialOrd, Debug)] struct P(f64);\n"
     "fn main() { let p = P::default(); let v = [1.5, 2.0f32]; let w = f64::from(3.25f32);\n"
     "  println!(\"{} {:?} {:?} {:?} {} {}\", p.0, p.0, p.partial_cmp(&P(1.0)), v, w, 2.9 as u8); "
     "}"},
    {"1 2 3\n",
     "struct S; impl S { fn f(&self) -> u8 { 1 } } trait T { fn f(&self) -> u8; }\n"
     "impl T for S { fn f(&self) -> u8 { 2 } } impl T for u8 { fn f(&self) -> u8 { *self } }\n"
     "fn g<A: T>(a: A) -> u8 { a.f() }\n"
     "fn main() { println!(\"{} {} {}\", S.f(), g(S), g(3)); }"},
    {"7 true\n",
     "trait T { type X: Default; const K: Self::X; fn x(&self) -> Self::X { Self::K } }\n"
     "impl T for u8 { type X = i32; const K: i32 = 7; }\n"
     "impl<A: T> T for [A] { type X = (A::X, bool); const K: Self::X = (A::K, true); }\n"
     "fn main() { let (a, b) = [1u8][..].x(); println!(\"{} {}\", a, b); }"},
    {"3 65535\n", "fn take(x: u64) -> u64 { x }\n"
                  "fn main() { let x = 1; let y = 2; let mut a = 0; a -= 0u16; a = !a;\n"
                  "  println!(\"{} {}\", take(x + y), a); }"},
    {"2 1 7\n", "struct P<A, B> { a: A, b: B }\n"
                "impl<A, B> P<A, B> { fn swap(self) -> P<B, A> { P { a: self.b, b: self.a } } }\n"
                "fn id<T>(t: T) -> T { t }\n"
                "fn main() { let q = P { a: 1, b: 2u8 }.swap(); let f = id::<u64>;\n"
                "  println!(\"{} {} {}\", q.a, q.b, f(7)); }"},
    {"6 4\n", "struct B<const N: usize>([u8; N]);\n"
              "impl<const N: usize> B<N> { const D: usize = N * 2; fn n(&self) -> usize { N } }\n"
              "const fn two(n: usize) -> usize { n * 2 }\n"
              "fn main() { let b = B([0; two(2)]); println!(\"{} {}\", B::<3>::D, b.n()); }"},
    {"1 12 77\n",
     "mod a { pub mod b { pub fn f() -> i32 { super::g() } } fn g() -> i32 { 1 }\n"
     "  pub enum E { X, Y } pub use E::*; pub const K: i32 = 77; }\n"
     "use a::{b::{self}, *};\n"
     "fn main() { fn h() -> i32 { L } const L: i32 = 12;\n"
     "  let k = match Y { X => 0, Y => K }; println!(\"{} {} {}\", b::f(), h(), k); }"},
    {"true true 5\n", "static A: i32 = B + 1; const B: i32 = 4;\n"
                      "fn main() { let p: *const i32 = &A; let q = p as usize;\n"
                      "  println!(\"{} {} {}\", q == p as usize, p == &A, unsafe { *p }); }"},
    {"(9, 2) Some(3) [2, 3]\n",
     "fn f(t: &mut (i32, i32)) { let (a, _) = t; *a = 9; }\n"
     "fn main() { let mut t = (1, 2); f(&mut t); let o = Some(3);\n"
     "  let a = [1, 2, 3]; println!(\"{:?} {:?} {:?}\", t, o, &a[1..]); }"},
    {"9\n", "fn main() { let mut x = 5; let p = &mut x as *mut _ as *mut u8;\n"
            "  unsafe { *p = 9 }; println!(\"{x}\"); }"},
    {"11 0x0b 1011\n", "fn main() { let a = 11; println!(\"{a} {a:#04x} {0:b}\", a); }"},
    {"true false true\n",
     "#[derive(PartialEq, Clone)] enum E { A(Box<i32>), B { x: (u8, char) } }\n"
     "fn main() { let e = E::A(Box::new(1)); let b = E::B { x: (1, 'c') };\n"
     "  println!(\"{} {} {}\", e.clone() == e, e == b, b == E::B { x: (1, 'c') }); }"},
    {"In { x: 0, y: None }\n", "#[derive(Default, Debug)] struct In { x: u8, y: Option<i32> }\n"
                               "fn main() { println!(\"{:?}\", In::default()); }"},
    {"513 [2, 1]\n", "fn main() { let x = u16::from_be_bytes([2, 1]);\n"
                     "  println!(\"{} {:?}\", x, x.to_be_bytes()); }"},
};

static void test_accepted(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
    Compiled c;
    compile(&c, accepted[i].source);
    const Diag *d = diags_first(&c.diags);
    if (d) fail_msg("%s\n  refused: %s", accepted[i].source, d->text);
    Exploration x = {.program = c.program,
                     .model = model_by_name("alloc"),
                     .terms = terms_create(),
                     .oracle = oracle_enumerate(FEASIBLE_NO),
                     .limits = limits_default(),
                     .entry = NO_FUNC};
    Behaviours *b = explore(&x, c.arena);
    StrBuf out = {0};
    assert_int_equal(b->at.len, 1);
    assert_int_equal(b->at.at[0].end, END_RETURN);
    behaviour_output(x.terms, &b->at.at[0], EVENT_STDOUT, &out);
    assert_string_equal(sb_str(&out), accepted[i].prints);
    sb_free(&out);
    x.oracle->destroy(x.oracle);
    terms_destroy(x.terms);
    arena_destroy(c.arena);
  }
}

/* ---- adjustments: the borrows that a function makes, in order, as rustc's MIR has them */

typedef struct Adjusted {
  const char *borrows;
  const char *body; /* of fn f(x: &mut i32) */
} Adjusted;

static const Adjusted adjusted[] = {
    {"", "{ let r = x; *r = 1; }"},
    {"mut ", "{ let r: &mut i32 = x; *r = 1; }"},
    {"two_phase ", "{ fn g(_: &mut i32) {} g(x); }"},
    {"mut ", "{ let r = { x }; *r = 1; }"},
    {"mut mut ", "{ let r = { { x } }; *r = 1; }"},
    {"mut ", "{ let r = if *x > 1 { x } else { x }; *r = 1; }"},
    {"mut ", "{ let r = match 1 { 1 => x, _ => x }; *r = 1; }"},
    {"raw_mut ", "{ let p = x as *mut i32; }"},
    {"raw_const ", "{ let p: *const i32 = x; }"},
    {"mut raw_mut ", "{ let mut y = 1; let p = &mut y as *mut i32; }"},
    {"mut raw_const ", "{ let mut y = 1; let p: *const i32 = &mut y; }"},
    {"shared ", "{ let r: &i32 = x; }"},
};

static const char *borrow_name(const Rvalue *rv) {
  if (rv->kind == RV_RAW) return rv->raw_mut ? "raw_mut " : "raw_const ";
  if (rv->kind != RV_REF) return "";
  return rv->borrow == BORROW_SHARED ? "shared " : rv->borrow == BORROW_MUT ? "mut " : "two_phase ";
}

static void test_adjusted(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof adjusted / sizeof *adjusted; i++) {
    Compiled c;
    StrBuf source = {0}, found = {0};
    sb_printf(&source, "fn f(x: &mut i32) %s fn main() { f(&mut 1); }", adjusted[i].body);
    compile(&c, sb_str(&source));
    assert_non_null(c.program);
    for (u32 k = 0; k < c.program->funcs.len; k++) {
      const Function *fn = c.program->funcs.at[k];
      if (strcmp(fn->name, "f") != 0) continue;
      for (u32 b = 0; b < fn->blocks.len; b++)
        for (u32 s = 0; s < fn->blocks.at[b].stmts.len; s++)
          if (fn->blocks.at[b].stmts.at[s].rv)
            sb_puts(&found, borrow_name(fn->blocks.at[b].stmts.at[s].rv));
    }
    if (strcmp(sb_str(&found), adjusted[i].borrows) != 0)
      fail_msg("%s\n  borrows: %s\n  not:     %s", adjusted[i].body, sb_str(&found),
               adjusted[i].borrows);
    sb_free(&source);
    sb_free(&found);
    arena_destroy(c.arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_accepted),
      cmocka_unit_test(test_adjusted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
