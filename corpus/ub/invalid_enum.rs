//@ title: an enum with a tag that no variant has
//@ from: Rust Reference, "Invalid values": enums must have a valid discriminant
// Three variants, numbered by hand: what lies between the numbers is not a value.
//@ expect ok: prints "4\n"
//@ expect bad: ub(invalid-value)

#[repr(u8)]
#[derive(Clone, Copy)]
enum E {
    A = 1,
    B = 4,
    C = 9,
}

fn main() {
    #[cfg(ok)]
    let byte = 4u8;
    #[cfg(bad)]
    let byte = 5u8;
    let e: E = unsafe { std::mem::transmute(byte) };
    println!("{}", e as u8);
    let _ = (E::A, E::B, E::C);
}
