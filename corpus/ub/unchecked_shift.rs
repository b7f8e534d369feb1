//@ title: shifting by the width of the type or more
//@ from: Rust Reference, "Overflow"; std `wrapping_shl`
// Plain shifts panic when the amount is too large, wrapping ones mask it. Neither is UB.
//@ expect ok: prints "128 1\n"
//@ expect bad: panics /attempt to shift left with overflow/

fn shl(a: u8, n: u32) -> u8 {
    a << n
}

fn main() {
    #[cfg(ok)]
    println!("{} {}", shl(1, 7), 1u8.wrapping_shl(8));
    #[cfg(bad)]
    println!("{} {}", shl(1, 8), 1u8.wrapping_shl(8));
}
