//@ title: writing to a string literal
//@ from: Rust Reference, "mutating immutable bytes"
// Literals are immutable; an array of bytes on the stack is not.
//@ expect ok: prints "98\n"
//@ expect bad: ub(read-only)

fn main() {
    unsafe {
        #[cfg(ok)]
        let mut bytes = *b"abc";
        #[cfg(ok)]
        let p = (&raw mut bytes).cast::<u8>();
        #[cfg(bad)]
        let p = "abc".as_ptr().cast_mut();
        *p = b'b';
        println!("{}", *p);
    }
}
