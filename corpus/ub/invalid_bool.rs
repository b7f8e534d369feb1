//@ title: a bool that is 2
//@ from: Rust Reference, "Invalid values": bool must be 0 or 1
// The value is wrong as soon as it is produced; no branch has to look at it.
//@ expect ok: prints "ok\n"
//@ expect bad: ub(invalid-value)

fn main() {
    #[cfg(ok)]
    let byte = 1u8;
    #[cfg(bad)]
    let byte = 2u8;
    let _b: bool = unsafe { std::mem::transmute(byte) };
    println!("ok");
}
