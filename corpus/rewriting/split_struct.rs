//@ title: a local struct is split into its fields
//@ from: LLVM, SROA; rustc, ScalarReplacementOfAggregates
// Fields of a local that nobody points to are variables. Mixing them up shows.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

struct Point {
    x: u16,
    y: u16,
}

pub fn f(a: u16, b: u16, c: bool) -> u16 {
    #[cfg(base)]
    let r = {
        let mut p = Point { x: a, y: b };
        if c {
            p.x = p.x.wrapping_add(p.y);
        }
        p.y = p.x ^ p.y;
        p.x.wrapping_sub(p.y)
    };
    #[cfg(opt)]
    let r = {
        let x = if c { a.wrapping_add(b) } else { a };
        x.wrapping_sub(x ^ b)
    };
    #[cfg(bad)]
    let r = {
        let x = if c { a.wrapping_add(b) } else { a };
        x.wrapping_sub(x ^ a)
    };
    r
}
