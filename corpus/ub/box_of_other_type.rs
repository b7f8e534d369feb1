//@ title: a box comes back at another type
//@ from: std::boxed::Box, "Memory layout"
// From i32 to u32 the layout stays the same and all is well. [u8; 4] needs no alignment of 4: freed with
// the wrong layout.
//@ expect ok: prints "1\n"
//@ expect bad: prints "1\n" then ub(bad-free)

fn main() {
    unsafe {
        let p = Box::into_raw(Box::new(1i32));
        #[cfg(ok)]
        let b = Box::from_raw(p.cast::<u32>());
        #[cfg(bad)]
        let b = Box::from_raw(p.cast::<[u8; 4]>());
        #[cfg(ok)]
        println!("{}", *b);
        #[cfg(bad)]
        println!("{}", b[0]);
    }
}
