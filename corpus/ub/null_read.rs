//@ title: reading through a null pointer
//@ from: Rust Reference: dangling pointers ("null")
// Null is never dereferenceable for a type that has a size, no matter how it was made.
//@ expect ok: prints "1\n"
//@ expect bad: ub(null)

fn get(p: *const u8) -> u8 {
    unsafe { *p }
}

fn main() {
    let x = 1u8;
    #[cfg(ok)]
    let p = &raw const x;
    #[cfg(bad)]
    let p = std::ptr::null();
    println!("{}", get(p));
    let _ = x;
}
