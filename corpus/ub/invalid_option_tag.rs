//@ title: an enum with data and a tag that no variant has
//@ from: Rust Reference, "Invalid values"
// The tag of a repr(u8) enum comes first. Overwriting it makes the value invalid, seen at the next typed read
// or match.
//@ expect ok: prints "none\n"
//@ expect bad: ub(invalid-value)

#[repr(u8)]
enum E {
    None,
    Some(u8),
}

fn main() {
    let mut e = E::Some(3);
    let tag = (&raw mut e).cast::<u8>();
    #[cfg(ok)]
    unsafe {
        *tag = 0;
    }
    #[cfg(bad)]
    unsafe {
        *tag = 2;
    }
    match e {
        E::None => println!("none"),
        E::Some(n) => println!("some {}", n),
    }
}
