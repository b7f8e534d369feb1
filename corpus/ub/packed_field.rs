//@ title: fields of packed structs
//@ from: Rust Reference, "repr(packed)"
// Reading a packed field by value is fine: the compiler knows that it may be misaligned. Through a raw
// pointer it takes `read_unaligned`.
//@ expect ok: prints "16909060 16909060\n"
//@ expect bad: ub(misaligned)

#[repr(C, packed(2))]
struct P {
    a: u16,
    b: u32,
}

#[repr(C, align(4))]
struct Outer {
    p: P,
}

fn main() {
    let o = Outer { p: P { a: 1, b: 0x01020304 } };
    let p = &raw const o.p.b;
    #[cfg(ok)]
    println!("{} {}", { o.p.b }, unsafe { p.read_unaligned() });
    #[cfg(bad)]
    println!("{} {}", { o.p.b }, unsafe { p.read() });
    let _ = { o.p.a };
}
