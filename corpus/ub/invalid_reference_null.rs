//@ title: a null reference
//@ from: Rust Reference, "Invalid values": references must not be null
// Option<&T> uses null for None. A reference that is null is UB before anyone follows it.
//@ expect ok: prints "true\n"
//@ expect bad: ub(invalid-reference)

fn main() {
    #[cfg(ok)]
    {
        let r: Option<&u8> = unsafe { std::mem::transmute(std::ptr::null::<u8>()) };
        println!("{}", r.is_none());
    }
    #[cfg(bad)]
    {
        let _r: &u8 = unsafe { std::mem::transmute(std::ptr::null::<u8>()) };
        println!("not reached");
    }
}
