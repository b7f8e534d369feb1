//@ title: freeing a local as if it came from the heap
//@ from: std::boxed::Box::from_raw, safety section
// The memory has the right layout but the allocator never gave it out.
//@ expect ok: prints "1\n"
//@ expect bad: prints "1\n" then ub(bad-free)

fn main() {
    unsafe {
        let mut x = 1u8;
        #[cfg(ok)]
        let p = Box::into_raw(Box::new(x));
        #[cfg(bad)]
        let p = &raw mut x;
        println!("{}", *p);
        drop(Box::from_raw(p));
        x = 2;
        let _ = x;
    }
}
