//@ title: the tag of a variant that cannot exist
//@ from: Rust Reference, "Invalid values": all fields of the variant must be valid
// `Never` has no values, so neither has the variant `E::N`. It takes no room in the layout, and no bits of
// memory may claim to be it.
//@ expect ok: prints "0\n2\n"
//@ expect copied: prints "0\n" then ub(invalid-value)
//@ expect matched: prints "0\n" then ub(invalid-value)

enum Never {}

enum E {
    A,
    N(Never),
    C,
}

fn number(e: &E) -> u8 {
    match e {
        E::A => 0,
        E::N(_) => 1,
        E::C => 2,
    }
}

fn main() {
    let mut e = E::A;
    println!("{}", number(&e));
    unsafe {
        #[cfg(ok)]
        (&raw mut e).cast::<u8>().write(2);
        #[cfg(any(copied, matched))]
        (&raw mut e).cast::<u8>().write(1);
    }
    #[cfg(copied)]
    let e = e;
    println!("{}", number(&e));
}
