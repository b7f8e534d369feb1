//@ title: calling data
//@ from: Rust Reference, "Invalid values": fn pointers; derived
// A pointer to a local is not the pointer of a function, whatever type it is given.
//@ expect ok: prints "1\n"
//@ expect bad [strict alloc]: ub(bad-call)

fn one() -> i32 {
    1
}

fn main() {
    unsafe {
        let x = [0u64; 4];
        #[cfg(ok)]
        let p = { let _ = x; one as fn() -> i32 as *const () };
        #[cfg(bad)]
        let p = (&raw const x).cast::<()>();
        let f: fn() -> i32 = std::mem::transmute(p);
        println!("{}", f());
    }
}
