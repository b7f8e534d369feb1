//@ title: a null function pointer
//@ from: Rust Reference, "Invalid values": fn pointers must not be null
// An optional function pointer uses null for None, a plain one must not be null.
//@ expect ok: prints "true\n"
//@ expect bad: ub(invalid-value)

fn main() {
    #[cfg(ok)]
    {
        let f: Option<fn()> = unsafe { std::mem::transmute(0usize) };
        println!("{}", f.is_none());
    }
    #[cfg(bad)]
    {
        let _f: fn() = unsafe { std::mem::transmute(0usize) };
        println!("not reached");
    }
}
