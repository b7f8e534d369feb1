//@ title: the same forwarding between two heap allocations
//@ from: Ralf Jung, "Pointers Are Complicated"; catalogue P01, heap version; rustc 1.95 prints 42 from -O1 on
// The allocator hands out two unrelated boxes. No arithmetic on one leads into the other: optimised
// builds of the original program do print 42, and that is right wherever allocations have provenance.
//@ expect base [flat]: prints "23\n"
//@ expect base [strict alloc]: ub(out-of-bounds)
//@ check base => opt [flat]: unsound /prints "42/
//@ check base => opt [strict alloc]: sound vacuous

fn main() {
    unsafe {
        let p = Box::into_raw(Box::new(0i32));
        let q = Box::into_raw(Box::new(0i32));
        let bytes = q.addr().wrapping_sub(p.addr());
        *q = 42;
        let w = p.cast::<u8>().wrapping_add(bytes).cast::<i32>();
        *w = 23; //~[strict alloc] ub /out-of-bounds/
        #[cfg(base)]
        println!("{}", *q);
        #[cfg(opt)]
        println!("{}", 42);
    }
}
