//@ title: a one-past-the-end pointer may not write to its neighbour
//@ from: RFC 3559, section "Optimizations", assignment 1; catalogue P02
// `p1_ptr` has the address of `p2` but belongs to `p1`: writing through it is UB where pointers have
// provenance, and this is what allows printing 42. Where they have none, 42 is a miscompilation.
//@ expect base [flat]: prints "" | prints "10\n"
//@ expect base [strict alloc]: prints "" | ub(out-of-bounds)
//@ expect opt [flat]: prints "" | prints "42\n"
//@ expect opt [strict alloc]: prints "" | ub(out-of-bounds)
//@ check base => opt [flat]: unsound /prints "42/
//@ check base => opt [strict alloc]: sound

fn main() {
    unsafe {
        use core::ptr::{self, addr_of_mut};
        let mut p1 = 42u8;
        let mut p2 = 42u8;
        let p1_ptr = addr_of_mut!(p1).wrapping_add(1);
        let p2_ptr = addr_of_mut!(p2);
        if ptr::eq(p1_ptr, p2_ptr) {
            *p1_ptr = 10; //~[strict alloc] ub
            #[cfg(base)]
            println!("{}", p2);
            #[cfg(opt)]
            println!("{}", 42);
        }
    }
}
