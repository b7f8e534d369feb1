//@ title: saturating addition without a branch
//@ from: Hacker's Delight, section 2-13; folklore
// Unsigned: or the sum with minus the carry. Signed: the limit has the sign of the first operand; taking
// that of the wrapped sum saturates 100 + 100 to -128.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => minimum [alloc]: sound
//@ check fn signed: base => opt [alloc]: sound
//@ check fn signed: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: u16, b: u16) -> u16 {
    #[cfg(base)]
    let r = a.saturating_add(b);
    #[cfg(any(opt, bad))]
    let r = {
        let s = a.wrapping_add(b);
        s | ((s < a) as u16).wrapping_neg()
    };
    #[cfg(minimum)]
    let r = a + b.min(!a);
    r
}

pub fn signed(a: i8, b: i8) -> i8 {
    #[cfg(base)]
    let r = a.saturating_add(b);
    #[cfg(not(base))]
    let r = {
        let (s, o) = a.overflowing_add(b);
        if o {
            (if cfg!(bad) { s } else { a } >> 7) ^ 127
        } else {
            s
        }
    };
    r
}
