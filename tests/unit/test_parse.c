/* The parser: sources to S-expressions, or to the errors and their places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "litmus/rust/prelude.h"
#include "tests/unit/parsed.h"

static void show_diags(const Parsed *p, StrBuf *out) {
  static const char *const kinds[] = {
      [DIAG_ERROR] = "error", [DIAG_UNSUPPORTED] = "unsupported", [DIAG_NOTE] = "note"};
  for (u32 i = 0; i < p->diags.len; i++) {
    const Diag *d = &p->diags.at[i];
    sb_printf(out, "%s%u:%u: %s: %s", i > 0 ? "\n" : "", span_line(&p->sources, d->span),
              span_col(&p->sources, d->span), kinds[d->kind], d->text);
  }
}

static void show(const Parsed *p, StrBuf *out) {
  if (p->ok)
    ast_print_crate(p->in, &p->crate, out);
  else
    show_diags(p, out);
  while (out->len > 0 && out->at[out->len - 1] == '\n') out->at[--out->len] = 0;
}

typedef struct Case {
  const char *text, *want;
} Case;

/* Each text stands between `before` and `after`, and so does the wanted text between its two. */
static void run(const Case *cases, size_t n, const char *before, const char *after,
                const char *want_before, const char *want_after) {
  for (size_t i = 0; i < n; i++) {
    StrBuf text = {0}, want = {0}, got = {0};
    Parsed p;
    sb_printf(&text, "%s%s%s", before, cases[i].text, after);
    sb_printf(&want, "%s%s%s", want_before, cases[i].want, want_after);
    parse(&p, sb_str(&text), text.len);
    show(&p, &got);
    assert_string_equal(sb_str(&got), sb_str(&want));
    parsed_free(&p);
    sb_free(&text);
    sb_free(&want);
    sb_free(&got);
  }
}

#define COUNT(cases) (sizeof cases / sizeof *cases)

/* ---- tables */

static void expressions(void **state) {
  (void)state;
  static const Case cases[] = {
      {"1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"},
      {"a || b && c == d | e ^ f & g << h + i * j",
       "(|| a (&& b (== c (| d (^ e (& f (<< g (+ h (* i j)))))))))"},
      {"a = b = c", "(= a (= b c))"},
      {"a += b << 1", "(+= a (<< b 1))"},
      {"-a as u8 as u16 * !b", "(* (as (as (- a) u8) u16) (! b))"},
      {"*a.b", "(* (. a b))"},
      {"&mut *a + &b", "(+ (&mut (* a)) (& b))"},
      {"&&a", "(& (& a))"},
      {"&raw const a.b", "(&raw-const (. a b))"},
      {"&raw mut *p", "(&raw-mut (* p))"},
      {"&raw", "(& raw)"},
      {"a < b && c > d", "(&& (< a b) (> c d))"},
      {"(a == b) == c", "(== (paren (== a b)) c)"},
      {"x as usize + 1", "(+ (as x usize) 1)"},
      {"x as (u8) < y", "(< (as x u8) y)"},
      {"x as *const u8 == y", "(== (as x *const u8) y)"},
      {"a..b", "(.. a b)"},
      {"..", "(.. _ _)"},
      {"..=b", "(..= _ b)"},
      {"a..", "(.. a _)"},
      {"f(..)", "(call f (.. _ _))"},
      {"a + 1..b * 2", "(.. (+ a 1) (* b 2))"},
      {"x.0.1.y", "(. (. (. x 0) 1) y)"},
      {"x.f::<u8, 3>(1, a,)(2)[3]?.g()",
       "(method (? (index (call (method x f::<u8, 3> 1 a) 2) 3)) g)"},
      {"f::<Vec<Vec<u8>>>(a)", "(call f::<Vec<Vec<u8>>> a)"},
      {"Vec::<u8>::new()", "(call Vec::<u8>::new)"},
      {"<T>::f::<u8>()", "(call <T>::f::<u8>)"},
      {"<[u8; 3]>::len", "<[u8; 3]>::len"},
      {"::std::mem::swap", "::std::mem::swap"},
      {"S { a, b: 1, 0: c, ..d }", "(struct S (a a) (b 1) (0 c) .. d)"},
      {"S::<u8> {}", "(struct S::<u8>)"},
      {"m::S { x: S { y } }", "(struct m::S (x (struct S (y y))))"},
      {"()", "(tuple)"},
      {"(a)", "(paren a)"},
      {"(a,)", "(tuple a)"},
      {"(a, b)", "(tuple a b)"},
      {"[]", "(array)"},
      {"[1, 2,]", "(array 1 2)"},
      {"[0; N + 1]", "(repeat 0 (+ N 1))"},
      {"|x| x + 1", "(closure (x) (+ x 1))"},
      {"|| {}", "(closure () (block))"},
      {"move |a: u8, (b, c)| -> u8 { a }", "(closure (a: u8 (tuple b c)) -> u8 (block a))"},
      {"|a| |b| a || b", "(closure (a) (closure (b) (|| a b)))"},
      {"a(|| 1, 2)", "(call a (closure () 1) 2)"},
      {"if a { 1 } else if b { 2 } else { 3 }", "(if a (block 1) (if b (block 2) (block 3)))"},
      {"if let Some(x) = y && x > 1 && let 1 | 2 = z { }",
       "(if (&& (&& (let (call Some x) y) (> x 1)) (let (| 1 2) z)) (block))"},
      {"if (S {} == x) {}", "(if (paren (== (struct S) x)) (block))"},
      {"match x { 1 => a, 2 | 3 if y => {} _ => b }",
       "(match x (1 => a) ((| 2 3) if y => (block)) (_ => b))"},
      {"match x { A { b, .. } => {1} B(c) => return, C => break 'a 1 }",
       "(match x ((struct A (b b) ..) => (block 1)) ((call B c) => (return)) (C => (break 'a 1)))"},
      {"match x {}", "(match x)"},
      {"while let Some(x) = f() { }", "(while (let (call Some x) (call f)) (block))"},
      {"'a: loop { break 'a; continue 'a }", "(loop 'a (block (; (break 'a)) (continue 'a)))"},
      {"'a: { break 'a 1 }", "(block 'a (break 'a 1))"},
      {"for (i, x) in 0..=n { }", "(for (tuple i x) (..= 0 n) (block))"},
      {"for i in a..{}", "(for i (.. a _) (block))"},
      {"unsafe { f() }", "(unsafe (call f))"},
      {"const { 1 }", "(const 1)"},
      {"return", "(return)"},
      {"return a + 1", "(return (+ a 1))"},
      {"break", "(break)"},
      {"loop { break { 1 } }", "(loop (block (break (block 1))))"},
      {"x = return", "(= x (return))"},
      {"-1i8", "(- 1i8)"},
      {"1u8.max(2)", "(method 1u8 max 2)"},
      {"'\\n'", "'U+000A'"},
      {"b'a'", "b'61'"},
      {"\"a\\n\"", "\"a\\n\""},
      {"b\"\\x01\"", "b\"\\x01\""},
      {"true", "true"},
      {"_ = f()", "(block (let _ = (call f)))"},
      {"(a, _) = b", "(block (let (tuple lhs#0 _) = b) (; (= a lhs#0)))"},
      {"(a.x, (*b, ..)) = c", "(block (let (tuple lhs#0 (tuple lhs#1 ..)) = c) (; (= (. a x) "
                              "lhs#0)) (; (= (* b) lhs#1)))"},
      {"[a, .., b] = c",
       "(block (let (slice lhs#0 .. lhs#1) = c) (; (= a lhs#0)) (; (= b lhs#1)))"},
      {"S { x, y: z.w, .. } = s",
       "(block (let (struct S (x lhs#0) (y lhs#1) ..) = s) (; (= x lhs#0)) (; (= (. z w) lhs#1)))"},
      {"Some(_) = s", "(block (let (call Some _) = s))"},
      {"((a)) = b", "(= (paren (paren a)) b)"},
      {"matches!(x, Some(1..=5) | None if y)",
       "(match x ((| (call Some (..= 1 5)) None) if y => true) (_ => false))"},
      {"matches!(x, A) && y", "(&& (match x (A => true) (_ => false)) y)"},
      {"addr_of!(a.b)", "(&raw-const (. a b))"},
      {"std::ptr::addr_of_mut!((*p).x)", "(&raw-mut (. (paren (* p)) x))"},
      {"println!()", "(println!)"},
      {"println!(\"{} {x}\", a, x = b,)", "(println! \"{} {x}\" a x= b)"},
      {"assert!(a == b, \"no {}\", 1)", "(assert! (== a b) \"no {}\" 1)"},
      {"assert_eq!(a, b)", "(assert_eq! a b)"},
      {"vec![1, 2]", "(vec! (array 1 2))"},
      {"vec![0; 5]", "(vec! (repeat 0 5))"},
      {"cfg!(all(unix, not(windows)))", "true"},
      {"cfg!(any())", "false"},
      {"stringify!(a+b  * c /* d */ ,(x))", "\"a+b * c ,(x)\""},
      {"concat!(\"a\", 1, -2, 'c', true)", "\"a1-2ctrue\""},
      {"line!()", "1u32"},
      {"core::mem::offset_of!(S, a.b)", "(core::mem::offset_of! S (. a b))"},
      {"asm!(\"nop\", in(\"rax\") x)", "(asm! (in x =rax x))"},
      {"asm!(\"{0} {b:e}\", out(reg) _, b = inout(reg_abcd) y => *p, options(nomem, nostack))",
       "(asm! (out reg _) (inout b reg_abcd y => (* p)) nomem nostack)"},
      {"asm!(\"{} {}\", \"{}\", in(reg) 1, sym f::g, const 3, lateout(\"cl\") z)",
       "(asm! (in _0 reg 1) (sym f::g) (const _2 3) (lateout z =cl z))"},
      {"panic!(\"a\")", "(panic! \"a\")"},
      {"r#fn(r#x)", "(call fn x)"},
      {"a.r#match", "(. a match)"},
      {"f(#[cfg(any())] 1, #[cfg(all())] 2)", "(call f 2)"},
      {"[1, #[cfg(no)] 2, 3]", "(array 1 3)"},
      {"S { a: 1, #[cfg(no)] b: 2 }", "(struct S (a 1))"},
      {"match x { #[cfg(no)] 1 => a, #[cfg(yes)] 2 => b, _ => c }", "(match x (2 => b) (_ => c))"},
      {"|#[cfg(no)] a, b| c", "(closure (b) c)"},
      {"#[inline] || a", "(closure () a)"},
      {"if a {} else {}", "(if a (block) (block))"},
      {"a & b == c", "(== (& a b) c)"},
      {"a == b & c", "(== a (& b c))"},
      {"!a == b", "(== (! a) b)"},
      {"-a.b()", "(- (method a b))"},
      {"a as u8 & b", "(& (as a u8) b)"},
      {"x >= y", "(>= x y)"},
      {"x >> y >= z", "(>= (>> x y) z)"},
      {"x & &y", "(& x (& y))"},
      {"x && &&y", "(&& x (& (& y)))"},
      {"x | |y| y", "(| x (closure (y) y))"},
      {"a ? ? . b", "(. (? (? a)) b)"},
      {"*p = *q", "(= (* p) (* q))"},
      {"x[1..]", "(index x (.. 1 _))"},
      {"x[..2] = y", "(= (index x (.. _ 2)) y)"},
      {"{ 1 }", "(block 1)"},
  };
  run(cases, COUNT(cases), "fn f() { let q = ", "; }", "(fn f () { (let q = ", ") })");
}

static void items(void **state) {
  (void)state;
  static const Case cases[] = {
      {"fn f() { { 1 } - 1; match x {} * y; if a {} &b; unsafe {} .x; }",
       "(fn f () { (do (block 1)) (; (- 1)) (do (match x)) (; (* y)) (do (if a (block))) (; (& b)) "
       "(; (. (unsafe) x)) })"},
      {"fn f() { loop {} ; ; let x; let y: u8 = 1; x }",
       "(fn f () { (; (loop (block))) (let x) (let y : u8 = 1) x })"},
      {"fn f() { println!{\"a\"} println!(\"b\"); vec![1].len(); matches!{x, y} & z }",
       "(fn f () { (do (println! \"a\")) (; (println! \"b\")) (; (method (vec! (array 1)) len)) "
       "(do (match x (y => true) (_ => false))) (& z) })"},
      {"fn f() { fn g() {} struct S; const N: u8 = 1; static X: u8 = 2; use a::b; enum E {} impl S "
       "{} union U { a: u8 } x }",
       "(fn f () { (fn g () { }) (struct S unit) (const N u8 = 1) (static X u8 = 2) (use a::b) "
       "(enum E) (impl S) (union U (a u8)) x })"},
      {"fn f() { const fn g() {} const { 1 }; unsafe fn h() {} unsafe { } union.x = 1; union { x "
       "}; auto + 1 }",
       "(fn f () { (fn const g () { }) (; (const 1)) (fn unsafe h () { }) (do (unsafe)) (; (= (. "
       "union x) 1)) (; (struct union (x x))) (+ auto 1) })"},
      {"fn f() { #[cfg(no)] let x = 1; #[cfg(yes)] let x = 2; #[cfg(no)] { 3 } #[cfg(yes)] { 4 } }",
       "(fn f () { (let x = 2) (block 4) })"},
      {"fn f() { #[cfg(no)] fn g() { 1.5; foo!() } #[cfg(no)] x.y(); #[allow(x)] return; }",
       "(fn f () { (; (return)) })"},
      {"fn f() { let Some(x) = y else { return }; let (a, b): (u8, _) = z; }",
       "(fn f () { (let (call Some x) = y (else (return))) (let (tuple a b) : (u8, _) = z) })"},
      {"fn f() { if a { return } else { 1 }; 'l: for x in y { continue 'l } break 'l }",
       "(fn f () { (; (if a (block (return)) (block 1))) (do (for 'l x y (block (continue 'l)))) "
       "(break 'l) })"},
      {"fn f() { a = if b { 1 } else { 2 }; *if a { b } else { c } = 1; }",
       "(fn f () { (; (= a (if b (block 1) (block 2)))) (; (= (* (if a (block b) (block c))) 1)) "
       "})"},
      {"fn f() { match x { A => { 1 } B => 2, C => {} .x, D => unsafe { 3 } } }",
       "(fn f () { (match x (A => (block 1)) (B => 2) (C => (. (block) x)) (D => (unsafe 3))) })"},
      {"fn f() { |x| {} (1); return { 1 } }",
       "(fn f () { (; (closure (x) (call (block) 1))) (return (block 1)) })"},
      {"fn f(a: u8, mut b: &mut [u8], (c, _): (u8, u8), &d: &u8,) -> ! {}",
       "(fn f (a: u8 (mut b): &mut [u8] (tuple c _): (u8, u8) (& d): &u8) -> ! { })"},
      {"const unsafe extern \"C\" fn f<'a, T: 'a + Copy, U, const N: usize>(x: &'a T) -> [U; N] "
       "where T: Clone, for<'b> &'b U: Fn(&'b u8) -> u8 {}",
       "(fn const unsafe extern f <T: Copy, U, const N: usize> where T: Clone, &U: Fn<(&u8,), "
       "Output = u8> (x: &T) -> [U; N] { })"},
      {"fn f<T>() where T: {}", "(fn f <T> () { })"},
      {"fn f<'a>(x: &'a u8) {}", "(fn f (x: &u8) { })"},
      {"fn f<T: ?Sized>() {}", "(fn f <T: ?Sized> () { })"},
      {"pub(crate) fn a() {} pub(in a::b) fn b() {} pub (super) struct S; pub struct T(pub u8, "
       "pub(self) u8, pub (u8, u8));",
       "(fn a () { })\n(fn b () { })\n(struct S unit)\n(struct T tuple (0 u8) (1 u8) (2 (u8, "
       "u8)))"},
      {"struct A; struct B {} struct C(); struct D<T> where T: Copy { a: T, #[cfg(no)] b: u8, pub "
       "c: *const T } struct E<T>(T) where T: Copy;",
       "(struct A unit)\n(struct B)\n(struct C tuple)\n(struct D <T> where T: Copy (a T) (c *const "
       "T))\n(struct E <T> where T: Copy tuple (0 T))"},
      {"enum E { A = 1, B(u8, #[cfg(no)] u16) = 2, #[cfg(no)] C, D { x: u8 } , } enum F {}",
       "(enum E (A unit = 1) (B tuple (0 u8) = 2) (D (x u8)))\n(enum F)"},
      {"union U { a: u8, b: [u8; 4] }", "(union U (a u8) (b [u8; 4]))"},
      {"const A: u8 = 1; const _: () = {}; static B: &str = \"a\"; static mut C: [u8; 2] = [0; 2];",
       "(const A u8 = 1)\n(const _ () = (block))\n(static B &str = \"a\")\n(static mut C [u8; 2] = "
       "(repeat 0 2))"},
      {"mod a { #![allow(x)] mod b {} pub use super::c; }",
       "(mod #allow(x) a (mod b) (use super::c))"},
      {"mod a { #![cfg(no)] fn f() { 1.5 } } fn g() { #![cfg(no)] 1.5 }", ""},
      {"#![cfg(no)] fn f() { 1.5 }", ""},
      {"#![cfg_attr(yes, cfg(no))] fn f() {}", ""},
      {"use a; use a::b; use ::a::b as c; use a::{b, c::{self, d as e, *}, f as _}; use {a, b::c}; "
       "use self::a; use super::super::b; use crate::c::{}; use a::*; use *; ",
       "1:158: error: `*` needs a path before it"},
      {"use std::fmt::{self as f, Debug};", "(use std::fmt as f std::fmt::Debug)"},
      {"extern crate std; extern crate alloc as a; extern crate self as me;",
       "(use ::alloc as a)\n(use crate as me)"},
      {"impl S { pub const A: u8 = 1; fn a(self) {} fn b(&self) {} fn c(&mut self, x: u8) {} fn "
       "d<'a>(&'a self) {} fn e(self: &Self) {} fn g(mut self) {} fn h(x: u8) {} type T = u8; }",
       "(impl S (const A u8 = 1) (fn a (self:value self: Self) { }) (fn b (self:ref self: &Self) { "
       "}) (fn c (self:ref-mut self: &mut Self x: u8) { }) (fn d (self:ref self: &Self) { }) (fn e "
       "(self:typed self: &Self) { }) (fn g (self:value (mut self): Self) { }) (fn h (x: u8) { }) "
       "(type T u8))"},
      {"impl<T: Copy, const N: usize> m::S<T, N> where T: Clone { #[inline] unsafe fn f() {} }",
       "(impl <T: Copy, const N: usize> where T: Clone m::S<T, N> (fn #inline unsafe f () { }))"},
      {"unsafe impl<'a> Send for S<'a> {} impl Tr for &u8 { fn f(&self) {} } impl<T> a::Tr<T> for "
       "T {}",
       "(impl unsafe Send for S)\n(impl Tr for &u8 (fn f (self:ref self: &Self) { }))\n(impl <T> "
       "a::Tr<T> for T)"},
      {"trait A {} pub unsafe trait B: Copy + 'static { fn f(&self); fn g() {} const C: u8; const "
       "D: u8 = 1; type E: Copy; type F = u8; }",
       "(trait A)\n(trait unsafe B : Copy (fn f (self:ref self: &Self)) (fn g () { }) (const C "
       "u8) (const D u8 = 1) (type E : Copy) (type F u8))"},
      {"struct S<T: A<u8, B = C> = u8, const N: usize = 3, const M: usize = { 1 }>(T);",
       "(struct S <T: A<u8, B = C> = u8, const N: usize = 3, const M: usize = (block 1)> tuple (0 "
       "T))"},
      {"fn f(x: impl A + 'static, y: &mut impl B<I: C>) -> impl Fn(u8) + Send {}",
       "(fn f <impl#0: A, impl#1: B<I: C>> (x: impl#0 y: &mut impl#1) -> impl Fn<(u8,), Output = "
       "()> + Send { })"},
      {"fn f<T: for<'a> A<'a> + (B) + 'static>(x: &(dyn A<X = u8> + 'a), y: Box<dyn Fn()>) {}",
       "(fn f <T: A + B> (x: &dyn A<X = u8> y: Box<dyn Fn<(), Output = ()>>) { })"},
      {"type T = <A as m::B<u8>>::C;", "(type T <A as m::B<u8>>::C)"},
      {"type A = u8; type B<T> = fn(T) -> T;", "(type A u8)\n(type B <T> fn(T) -> T)"},
      {"extern \"C\" { fn f(x: i32) -> i32; static X: u8; static mut Y: u8; } unsafe extern { safe "
       "fn g(); pub unsafe fn h(); }",
       "(extern extern (fn unsafe extern f (x: i32) -> i32) (static X u8) (static mut Y "
       "u8))\n(extern unsafe extern (fn extern g ()) (fn unsafe extern h ()))"},
      {"extern \"Rust\" fn f() {} extern fn g() {} extern \"system\" fn h() {}",
       "(fn f () { })\n(fn extern g () { })\n(fn extern h () { })"},
      {"macro_rules! m { ($x:expr) => { $x + 1 }; } fn f() {}", "(macro-rules m)\n(fn f () { })"},
      {"#[repr(C, packed(2))] #[derive(Debug, Clone)] #[doc = \"x y\"] #[no_mangle] "
       "#[rustfmt::skip] #[unsafe(no_mangle)] #[cfg_attr(yes, repr(u8), inline)] #[cfg_attr(no, "
       "foo)] struct S;",
       "(struct #repr(C,packed(2)) #derive(Debug,Clone) #doc=x y #no_mangle #rustfmt::skip "
       "#no_mangle #repr(u8) #inline S unit)"},
      {"#[test] fn a() {} #[cfg(test)] mod t { x } #[cfg(debug_assertions)] fn b() {}",
       "1:40: error: expected an item, found `x`"},
      {"#[cfg(all(yes, unix, target_pointer_width = \"64\", target_arch = \"x86_64\", not(miri), "
       "any(no, target_endian = \"little\")))] fn a() {} #[cfg(any())] fn b() {} #[cfg(all())] fn "
       "c() {} #[cfg(true)] fn d() {} #[cfg(feature = \"x\")] fn e() {}",
       "(fn a () { })\n(fn c () { })\n(fn d () { })"},
      {"type T = (&u8, &'a mut u8, *const u8, *mut u8, [u8], [u8; 3], (), (u8), (u8,), !, fn(), "
       "unsafe extern \"C\" fn(a: u8, _: u8) -> u8, _);",
       "(type T (&u8, &mut u8, *const u8, *mut u8, [u8], [u8; 3], (), u8, (u8,), !, fn(), unsafe "
       "extern \"C\" fn(u8, u8) -> u8, _))"},
      {"type T = (A, a::B<C, 'a, 3, -1, { N }, true>, ::c::D, Self, self::E, &&u8, <A>::B, <A as "
       "u8>);",
       "1:93: error: expected `::`, found `)`"},
      {"type T = Vec<Vec<Vec<u8>>>; const X: Vec<Vec<u8>>= 1; const Y: Vec<u8>=1;",
       "(type T Vec<Vec<Vec<u8>>>)\n(const X Vec<Vec<u8>> = 1)\n(const Y Vec<u8> = 1)"},
      {"type T = Box<<A>::B>; type U = A::<u8>;", "(type T Box<<A>::B>)\n(type U A<u8>)"},
      {"fn f(#[cfg(no)] a: u8, #[cfg(yes)] b: u8) {}", "(fn f (b: u8) { })"},
      {"fn f() { let f: for<'a> fn(&'a u8) -> &'a u8 = g; }",
       "(fn f () { (let f : fn(&u8) -> &u8 = g) })"},
      {"fn f() { match x { _ => 1, a => 1, mut a => 1, ref a => 1, ref mut a => 1, a @ 1 => 1, a @ "
       "(1 | 2) => 1, ref a @ Some(_) => 1, } }",
       "(fn f () { (match x (_ => 1) (a => 1) ((mut a) => 1) ((ref a) => 1) ((ref mut a) => 1) ((@ "
       "a 1) => 1) ((@ a (| 1 2)) => 1) ((@ ref a (call Some _)) => 1)) })"},
      {"fn f() { match x { 1 => 1, -1 => 1, 'a' => 1, \"s\" => 1, b'a' => 1, true => 1, 1..=5 => "
       "1, -5..=-1 => 1, 1.. => 1, ..5 => 1, ..=5 => 1, 'a'..='z' => 1, A..=B => 1, m::A..m::B => "
       "1, 1..A => 1} }",
       "(fn f () { (match x (1 => 1) ((- 1) => 1) ('U+0061' => 1) (\"s\" => 1) (b'61' => 1) (true "
       "=> 1) ((..= 1 5) => 1) ((..= (- 5) (- 1)) => 1) ((.. 1 _) => 1) ((.. _ 5) => 1) ((..= _ 5) "
       "=> 1) ((..= 'U+0061' 'U+007A') => 1) ((..= A B) => 1) ((.. m::A m::B) => 1) ((.. 1 A) => "
       "1)) })"},
      {"fn f() { match x { A::B => 1, A(..) => 1, A(a, .., b) => 1, A { .. } => 1, A { a, ref b, "
       "mut c, ref mut d, e: 1, 0: f, .. } => 1, A {} => 1, ::a::B => 1, A::<u8>::B => 1, Self::A "
       "=> 1, <u8>::MAX => 1} }",
       "(fn f () { (match x ((path A::B) => 1) ((call A ..) => 1) ((call A a .. b) => 1) ((struct "
       "A ..) => 1) ((struct A (a a) (b (ref b)) (c (mut c)) (d (ref mut d)) (e 1) (0 f) ..) => 1) "
       "((struct A) => 1) ((path ::a::B) => 1) ((path A::<u8>::B) => 1) ((path Self::A) => 1) "
       "((path <u8>::MAX) => 1)) })"},
      {"fn f() { match x { () => 1, (a) => 1, (a,) => 1, (a, b) => 1, (..) => 1, (a, ..) => 1, [] "
       "=> 1, [a] => 1, [a, .., b] => 1, [a, r @ ..] => 1, [..] => 1, &a => 1, &mut a => 1, &&a => "
       "1, &(a | b) => 1, | a | b => 1 } }",
       "(fn f () { (match x ((tuple) => 1) (a => 1) ((tuple a) => 1) ((tuple a b) => 1) ((tuple "
       "..) => 1) ((tuple a ..) => 1) ((slice) => 1) ((slice a) => 1) ((slice a .. b) => 1) "
       "((slice a (@ r ..)) => 1) ((slice ..) => 1) ((& a) => 1) ((&mut a) => 1) ((& (& a)) => 1) "
       "((& (| a b)) => 1) ((| a b) => 1)) })"},
      {"fn f() { A(x); a < b; a::<b>; (a < b, c > d); x = y; x..y; }",
       "(fn f () { (; (call A x)) (; (< a b)) (; a::<b>) (; (tuple (< a b) (> c d))) (; (= x y)) "
       "(; (.. x y)) })"},
      {"static F: fn() = || {};", "(static F fn() = (closure () (block)))"},
      {"fn f() { a.b.c(d).e; a[1][2]; &a[0]; &mut a.b; *a.b; (*a).b; -(a); !!a; --a; }",
       "(fn f () { (; (. (method (. a b) c d) e)) (; (index (index a 1) 2)) (; (& (index a 0))) (; "
       "(&mut (. a b))) (; (* (. a b))) (; (. (paren (* a)) b)) (; (- (paren a))) (; (! (! a))) (; "
       "(- (- a))) })"},
      {"fn f() { let x = 1 as *mut u8 as *const [u8; 4]; let y = &x as *const _ as usize; }",
       "(fn f () { (let x = (as (as 1 *mut u8) *const [u8; 4])) (let y = (as (as (& x) *const _) "
       "usize)) })"},
      {"impl S { fn f(self: Box<Self>, a: u8) {} } fn union(union: u8) { union }",
       "(impl S (fn f (self:typed self: Box<Self> a: u8) { }))\n(fn union (union: u8) { union })"},
  };
  run(cases, COUNT(cases), "", "", "", "");
}

static void errors(void **state) {
  (void)state;
  static const Case cases[] = {
      {"fn", "1:3: error: expected the name of a function, found end of file"},
      {"fn f", "1:5: error: expected `(`, found end of file"},
      {"fn f(", "1:6: error: expected a pattern, found end of file"},
      {"fn f() { ",
       "1:10: error: expected `}`, found end of file\n1:8: note: to close what opens here"},
      {"fn f() { (a] }",
       "1:12: error: expected `,` or `)`, found `]`\n1:10: note: to close what opens here"},
      {"fn f() { a b }", "1:12: error: expected `;` or `}`, found `b`"},
      {"fn f() { let x = 1 }", "1:20: error: expected `;`, found `}`"},
      {"fn f() { let x 1; }", "1:16: error: expected `:`, `=` or `;`, found integer literal `1`"},
      {"fn f() { let x: u8 1; }", "1:20: error: expected `=` or `;`, found integer literal `1`"},
      {"fn f() { 1 + ; }", "1:14: error: expected an expression, found `;`"},
      {"fn f() { x. ; }", "1:13: error: expected a field or method name, found `;`"},
      {"fn f() { x.0x1; }", "1:12: error: expected a field name or index, found `0x1`"},
      {"fn f() { x.1u8; }", "1:12: error: expected a field name or index, found `1u8`"},
      {"fn f() { x.f::<u8>; }",
       "1:19: error: expected `(` and the arguments of the method, found `;`"},
      {"fn f() { a == b == c; }", "1:17: error: comparison operators cannot be chained"},
      {"fn f() { a as usize < b; }", "1:21: error: `<` after `as usize` begins generic arguments, "
                                     "it does not compare or shift; write `(.. as usize) < ..`"},
      {"fn f() { a as u8 << b; }", "1:18: error: `<` after `as u8` begins generic arguments, it "
                                   "does not compare or shift; write `(.. as u8) << ..`"},
      {"fn f() { if a = S { x: 1 } {} }",
       "1:17: error: a struct literal here must be in parentheses"},
      {"fn f() { if S { x: 1 } == a {} }",
       "1:13: error: a struct literal here must be in parentheses"},
      {"fn f() { let x = let y = z; }",
       "1:18: error: expected an expression, found `let`: it may only stand in the condition of "
       "`if`, `while` or a match guard, joined by `&&`"},
      {"fn f() { if (let y = z) {} }",
       "1:14: error: expected an expression, found `let`: it may only stand in the condition of "
       "`if`, `while` or a match guard, joined by `&&`"},
      {"fn f() { if a || let y = z {} }",
       "1:18: error: expected an expression, found `let`: it may only stand in the condition of "
       "`if`, `while` or a match guard, joined by `&&`"},
      {"fn f() { if let y = z || a {} }",
       "1:23: error: a `let` condition cannot be an operand of `||`"},
      {"fn f() { if a {} else b }", "1:23: error: expected `if` or `{`, found `b`"},
      {"fn f() { match x { 1 => 2 3 => 4 } }",
       "1:27: error: expected `,` or `}`, found integer literal `3`"},
      {"fn f() { match x { 1 2 } }", "1:22: error: expected `=>`, found integer literal `2`"},
      {"fn f() { match x { 1...2 => 3 } }",
       "1:21: error: `...` in patterns is written `..=` since the 2021 edition"},
      {"fn f() { match x { 1..= => 3 } }", "1:21: error: `..=` needs an end"},
      {"fn f() { a...b; }", "1:11: error: a range is written `..` or `..=`, not `...`"},
      {"fn f() { a..=; }", "1:11: error: `..=` needs an end"},
      {"fn f() { 'a: x; }", "1:14: error: expected a loop or a block behind its label, found `x`"},
      {"fn f() { _; }", "1:10: error: expected an expression, found `_`"},
      {"fn f() { x + _; }", "1:14: error: expected an expression, found `_`"},
      {"fn f() { (_, a + _) = b; }", "1:18: error: expected an expression, found `_`"},
      {"fn f() { S { x, .. }; }", "1:17: error: expected an expression after `..`"},
      {"fn f() { 1.5f16; }", "1:10: unsupported: literals of type `f16` are not supported yet"},
      {"fn f() { x = 1f128 + 2f32; foo!(); c\"x\"; }",
       "1:14: unsupported: literals of type `f128` are not supported yet\n1:28: unsupported: macro "
       "`foo!` is not supported yet\n1:36: unsupported: C string literals are not supported yet"},
      {"fn f() { a::foo!{1}; vec![1 2]; }",
       "1:10: unsupported: macro `a::foo!` is not supported yet\n1:29: error: expected `,` or `]`, "
       "found integer literal `2`"},
      {"fn f() { println!(\"{}\" x); }", "1:24: error: expected `,` or `)`, found `x`"},
      {"fn f() { assert!(); }", "1:10: error: `assert!` needs at least 1 argument"},
      {"fn f() { foo!(]; }",
       "1:15: error: expected `)`, found `]`\n1:14: note: to close what opens here"},
      {"fn f() { 1u7; }", "1:10: error: `u7` is not a suffix of integer literals"},
      {"fn f() { matches!(x); }", "1:20: error: expected `,`, found `)`"},
      {"fn f() { async {}; x.await; }", "1:10: unsupported: an `async` block is not supported "
                                        "yet\n1:22: unsupported: `.await` is not supported yet"},
      {"fn f() { #[cfg(no)] x = 1; }", "1:10: error: an attribute here would belong to the first "
                                       "operand only; put the statement into a block"},
      {"fn f() { #[cfg(no)] 1 + 2 }", "1:10: error: an attribute here would belong to the first "
                                      "operand only; put the statement into a block"},
      {"fn f() { a(#[cfg(no)] b + c, -#[cfg(no)] d); }",
       "1:31: error: an expression cannot be removed from here"},
      {"fn f() { #![allow(x)] #![cfg(no)] }", ""},
      {"fn f() { loop { #![cfg(no)] } }",
       "1:17: error: a block cannot be switched off from inside"},
      {"fn f() {} }", "1:11: error: expected an item, found `}`"},
      {"fn f(); ", "1:4: error: a function here needs a body"},
      {"fn f() x", "1:8: error: expected `->` or `{`, found `x`"},
      {"fn f(self) {}",
       "1:6: error: `self` may only be the first parameter of a function in an impl or a trait"},
      {"fn f(a) {}", "1:7: error: expected `:`, found `)`"},
      {"fn f(a: u8, ...) {}", "1:13: unsupported: a variadic function is not supported yet"},
      {"unsafe const fn f() {}",
       "1:8: error: the order of qualifiers is `const`, `async`, `unsafe`, `extern`, `fn`"},
      {"fn f(x: &dyn) {}", "1:10: error: at least one trait is required for an object type"},
      {"fn f(x: impl 'static) {}", "1:9: error: at least one trait must be specified"},
      {"async fn f() {}", "1:1: unsupported: an `async fn` is not supported yet"},
      {"struct S", "1:9: error: expected `{`, `(` or `;`, found end of file"},
      {"struct S { x }", "1:14: error: expected `:`, found `}`"},
      {"struct S { x: u8 y: u8 }", "1:18: error: expected `,` or `}`, found `y`"},
      {"struct S(u8)", "1:13: error: expected `;`, found end of file"},
      {"enum E { A B }", "1:12: error: expected `,` or `}`, found `B`"},
      {"const X = 1;", "1:9: error: expected `:`, found `=`"},
      {"const X: u8;", "1:12: error: expected `=`, found `;`"},
      {"static X: u8;", "1:13: error: expected `=`, found `;`"},
      {"mod m;", "1:1: unsupported: a module in a file of its own (`mod m;`) is not supported yet"},
      {"use a::;", "1:8: error: expected a name, found `;`"},
      {"use a b;", "1:7: error: expected `;`, found `b`"},
      {"use a::self;", "1:8: error: `self` may only stand in a `{}` list here"},
      {"use a as 1;", "1:10: error: expected a name or `_`, found integer literal `1`"},
      {"use *;", "1:5: error: `*` needs a path before it"},
      {"type T;", "1:7: error: expected `=`, found `;`"},
      {"type T = ;", "1:10: error: expected a type, found `;`"},
      {"type T = Vec<u8;", "1:16: error: expected `,` or `>`, found `;`"},
      {"type T = [u8 3];", "1:14: error: expected `;` or `]`, found integer literal `3`"},
      {"type T = *u8;", "1:11: error: expected `const` or `mut`, found `u8`"},
      {"type T = A<B<C> = D>;",
       "1:12: unsupported: a constraint on a generic associated type is not supported yet"},
      {"type T = A<B = 3>;",
       "1:12: unsupported: a constraint on an associated constant is not supported yet"},
      {"type T = A<&u8 = B>;", "1:16: error: expected `,` or `>`, found `=`"},
      {"type T = m!();", "1:10: unsupported: macro `m!` is not supported yet"},
      {"impl S { struct T; }",
       "1:10: error: expected `fn`, `const` or `type` in an impl, found keyword `struct`"},
      {"impl S { x }", "1:10: error: expected `fn`, `const` or `type` in an impl, found `x`"},
      {"impl !Send for S {}", "1:6: unsupported: a negative impl is not supported yet"},
      {"impl [u8] for S {}", "1:6: error: expected a trait before `for`"},
      {"extern \"C\" { fn f() {} }",
       "1:21: error: expected `;`: a foreign function has no body, found `{`"},
      {"extern \"cdecl\" fn f() {}", "1:8: unsupported: the ABI \"cdecl\" is not supported yet"},
      {"extern crate libc;", "1:14: unsupported: the crate `libc` is not supported yet"},
      {"trait A = B;", "1:7: unsupported: a trait alias is not supported yet"},
      {"#[cfg(foo(x))] fn f() {}", "1:7: error: unknown cfg predicate `foo(..)`"},
      {"#[cfg(not(a, b))] fn f() {}", "1:7: error: `not` takes one cfg predicate, this one has 2"},
      {"#[cfg] fn f() {}", "1:6: error: expected `(`, found `]`"},
      {"#[cfg(a fn f() {}", "1:9: error: expected `)`, found keyword `fn`"},
      {"#[a", "1:4: error: expected `]`, found end of file\n1:2: note: to close what opens here"},
      {"#[x] ", "1:6: error: expected an item, found end of file"},
      {"#![x] fn f() {} #![y] fn g() {}",
       "1:17: error: an inner attribute `#![..]` belongs at the start of a file, module or body"},
      {"pub 1", "1:5: error: expected an item, found integer literal `1`"},
      {"foo!();", "1:1: unsupported: macro `foo!` is not supported yet"},
      {"foo! { } fn f() { bar!() }", "1:1: unsupported: macro `foo!` is not supported yet\n1:19: "
                                     "unsupported: macro `bar!` is not supported yet"},
      {"compile_error!(\"no good\");", "1:1: error: no good"},
      {"#[cfg(no)] compile_error!(\"x\"); #[cfg(no)] foo!(); #[cfg(no)] mod m; fn f() {}",
       "(fn f () { })"},
      {"static X: try = 1;", "1:11: error: expected a type, found reserved keyword `try`"},
      {"fn try() {}", "1:4: error: expected the name of a function, found reserved keyword `try`"},
      {"fn f() { let mut self = 1; }",
       "1:18: error: `self` is only allowed as the first parameter of an associated function"},
      {"fn f() { let &mut = 1; }", "1:19: error: expected a pattern, found `=`"},
      {"fn f() { let a | b = 1; }", "1:16: error: expected `:`, `=` or `;`, found `|`"},
      {"fn f() { let box x = y; }", "1:14: unsupported: a `box` pattern is not supported yet"},
      {"fn f() { let m!(x) = y; }",
       "1:14: unsupported: macro `m!` in a pattern is not supported yet"},
      {"fn f() { x: u8 }", "1:11: error: expected `;` or `}`, found `:`"},
      {"fn f() { return return; break 'a: loop {} }",
       "(fn f () { (; (return (return))) (break (loop 'a (block))) })"},
      {"fn f() { for x y {} }", "1:16: error: expected keyword `in`, found `y`"},
      {"fn f() { while {} }", "1:19: error: expected `{`, found `}`"},
      {"fn f() { if {} }", "1:16: error: expected `{`, found `}`"},
      {"fn f() { let x = |a b| c; }", "1:21: error: expected `|`, found `b`"},
      {"fn f() { |x| -> u8 1; }", "1:20: error: expected `{`, found integer literal `1`"},
      {"fn f() { a.b::c }", "1:13: error: expected `;` or `}`, found `::`"},
      {"fn f() { <T>; }", "1:13: error: expected `::`, found `;`"},
      {"fn f() { a::<b; }", "1:15: error: expected `,` or `>`, found `;`"},
      {"fn f() { x++; }", "1:12: error: expected an expression, found `+`"},
      {"fn f() { a <- b; }", "(fn f () { (; (< a (- b))) })"},
      {"fn f() { a <=> b; }", "1:14: error: expected an expression, found `>`"},
      {"fn f() { $x }", "1:10: error: expected an expression, found `$`"},
      {"fn f() { a === b; }", "1:14: error: expected an expression, found `=`"},
  };
  run(cases, COUNT(cases), "", "", "", "");
}

/* ---- places */

static const char *text_of(const Parsed *p, Span s) {
  return arena_strndup(p->arena, p->sources.files[s.file].text + s.lo, s.hi - s.lo);
}

static void spans(void **state) {
  (void)state;
  static const char text[] =
      "\n#[x] pub fn f(a: &u8) -> u8 {\n  let b = (a).g::<u8>(1) + 2;\n  x.y "
      "+= std::ptr::null::<u8>();\n}\n";
  Parsed p;
  parse(&p, text, strlen(text));
  assert_true(p.ok);
  const AstItem *f = p.crate.items.at[0];
  assert_int_equal(span_line(&p.sources, f->span), 2);
  assert_int_equal(span_col(&p.sources, f->span), 6);
  assert_string_equal(text_of(&p, f->name_span), "f");
  assert_string_equal(text_of(&p, f->params.at[0].ty->span), "&u8");
  assert_string_equal(text_of(&p, f->attrs.at[0].span), "x");
  const AstStmt *let = &f->body->stmts.at[0];
  assert_string_equal(text_of(&p, let->span), "let b = (a).g::<u8>(1) + 2;");
  assert_string_equal(text_of(&p, let->expr->span), "(a).g::<u8>(1) + 2");
  assert_string_equal(text_of(&p, let->expr->op_span), "+");
  assert_string_equal(text_of(&p, let->expr->a->span), "(a).g::<u8>(1)");
  assert_string_equal(text_of(&p, let->expr->a->op_span), "g");
  assert_string_equal(text_of(&p, let->expr->a->name.span), "g::<u8>");
  const AstStmt *assign = &f->body->stmts.at[1];
  assert_string_equal(text_of(&p, assign->span), "x.y += std::ptr::null::<u8>();");
  assert_string_equal(text_of(&p, assign->expr->op_span), "+=");
  assert_string_equal(text_of(&p, assign->expr->b->span), "std::ptr::null::<u8>()");
  assert_string_equal(text_of(&p, assign->expr->b->a->path->span), "std::ptr::null::<u8>");
  assert_string_equal(text_of(&p, assign->expr->a->op_span), "y");
  parsed_free(&p);
}

/* The library parses, and putting its bodies off changes nothing. */
static void parse_library(Parsed *p, bool lazy, StrBuf *out) {
  ParseOptions opts = {.lazy = lazy};
  *p = (Parsed){.arena = arena_create(), .in = intern_create()};
  source_init(&p->sources, p->arena);
  diags_init(&p->diags, p->arena, &p->sources);
  u16 file = source_add(&p->sources, "std", litmus_prelude, litmus_prelude_len, true);
  p->ok = ast_parse(p->arena, p->in, &p->sources, file, &opts, &p->diags, &p->crate);
  assert_true(p->ok);
  ast_print_crate(p->in, &p->crate, out);
  assert_int_equal(p->diags.nerrors, 0); /* of bodies, too */
  parsed_free(p);
}

static void library(void **state) {
  (void)state;
  Parsed p;
  StrBuf now = {0}, later = {0};
  parse_library(&p, false, &now);
  parse_library(&p, true, &later);
  assert_true(now.len > 100000);
  assert_string_equal(sb_str(&now), sb_str(&later));
  sb_free(&now);
  sb_free(&later);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(library), cmocka_unit_test(expressions), cmocka_unit_test(items),
      cmocka_unit_test(errors),  cmocka_unit_test(spans),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
