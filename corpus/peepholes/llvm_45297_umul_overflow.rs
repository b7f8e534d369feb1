//@ title: the division test for overflow as a multiplication with overflow
//@ from: llvm/llvm-project issue 45297 (Bugzilla 45952), "Incorrect instcombine fold of control-flow to umul.with.overflow"
// The report is about a poison second factor beside a zero. For values it is right. Without the test for
// zero the quotient panics: f(0, 1).
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: opt => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(a: u8, b: u8) -> bool {
    #[cfg(base)]
    let r = if a == 0 { false } else { 255 / a < b };
    #[cfg(opt)]
    let r = a.overflowing_mul(b).1;
    #[cfg(bad)]
    let r = 255 / a < b;
    r
}
