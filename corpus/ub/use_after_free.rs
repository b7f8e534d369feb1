//@ title: reading from a freed box
//@ from: Rust Reference: dangling pointers
// `drop` frees the memory; the raw copy of the pointer knows nothing of it.
//@ expect ok: prints "7\n"
//@ expect bad [strict alloc]: ub(dangling)

fn main() {
    unsafe {
        let p = Box::into_raw(Box::new(7));
        #[cfg(bad)]
        drop(Box::from_raw(p));
        let v = *p; //~[strict alloc] ub /dangling/
        #[cfg(ok)]
        drop(Box::from_raw(p));
        println!("{}", v);
    }
}
