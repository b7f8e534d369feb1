//@ title: freeing a box twice
//@ from: Rust Reference; std::boxed::Box::from_raw
// The second box would own memory that is gone. It is UB as soon as it exists: a Box must not dangle.
//@ expect: prints "7\n"
//@ expect bad [strict alloc]: prints "7\n" then ub(invalid-reference)

fn main() {
    unsafe {
        let p = Box::into_raw(Box::new(7u8));
        println!("{}", *p);
        drop(Box::from_raw(p));
        #[cfg(bad)]
        drop(Box::from_raw(p));
    }
}
