//@ title: a reference to freed memory that nobody uses
//@ from: Rust Reference, "Invalid values": references must not dangle
// A raw pointer may dangle as long as it is not used. Making a reference of it is a claim, and false.
//@ expect ok: prints "ok\n"
//@ expect bad [strict alloc]: ub(invalid-reference)

fn main() {
    let p = Box::into_raw(Box::new(1u8));
    unsafe { drop(Box::from_raw(p)) };
    #[cfg(ok)]
    let _r = unsafe { &raw const *p };
    #[cfg(bad)]
    let _r = unsafe { &*p };
    println!("ok");
}
