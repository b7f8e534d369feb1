//@ title: a fifth power of three bits is the third power, but not without overflow
//@ from: llvm/llvm-project issue 91417, "incorrect reassociation at low bitwidth"; poison there is immediate UB here
// Modulo 8 the powers repeat. The flag of the last product was about x^4 * x: for x = -2 that is 0 * -2,
// and x^2 * x is -4 * -2, too large for three bits.
//@ check fn f: base => bad [alloc]: unsound /assume/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

// Three bits in the low part of an i8, sign-extended.
fn wrap(x: i8) -> i8 {
    x << 5 >> 5
}

fn nsw(x: i8) -> i8 {
    unsafe { core::hint::assert_unchecked(x >= -4 && x < 4) };
    x
}

pub fn f(x: i8) -> i8 {
    let x = wrap(x);
    let x2 = wrap(x * x);
    #[cfg(base)]
    let r = nsw(wrap(wrap(x2 * x) * x) * x);
    #[cfg(bad)]
    let r = nsw(x2 * x);
    #[cfg(fixed)]
    let r = wrap(x2 * x);
    r
}
