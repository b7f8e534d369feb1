//@ title: freeing a box twice
//@ from: Rust Reference; std::boxed::Box::from_raw
// Both boxes believe that they own the memory, so it is freed twice.
//@ expect: prints "7\n"
//@ expect bad [strict alloc]: prints "7\n" then ub

fn main() {
    unsafe {
        let p = Box::into_raw(Box::new(7u8));
        println!("{}", *p);
        drop(Box::from_raw(p));
        #[cfg(bad)]
        drop(Box::from_raw(p));
    }
}
