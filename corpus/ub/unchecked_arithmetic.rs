//@ title: `unchecked_add` that overflows
//@ from: std integer `unchecked_add`
// Plain `+` panics on overflow in a debug build, `wrapping_add` wraps, `unchecked_add` promises that it
// does not happen.
//@ expect ok: prints "255\n"
//@ expect bad: ub(arithmetic)
//@ expect plain: panics /attempt to add with overflow/
//@ expect wraps: prints "0\n"
//@ check bad => plain: sound vacuous
//@ check plain => wraps: unsound /prints "0/

fn add(a: u8, b: u8) -> u8 {
    #[cfg(plain)]
    return a + b;
    #[cfg(wraps)]
    return a.wrapping_add(b);
    #[cfg(any(ok, bad))]
    return unsafe { a.unchecked_add(b) };
}

fn main() {
    #[cfg(ok)]
    let b = 1;
    #[cfg(not(ok))]
    let b = 2;
    println!("{}", add(254, b));
}
