//@ title: the alternative: writing to p2 through its own pointer is plain
//@ from: RFC 3559, section "Optimizations", assignment 2
// The write goes through a pointer to `p2` itself. There is no UB in any model, hence nothing that
// would justify printing the initial value 42.
//@ expect base: prints "" | prints "10\n"
//@ expect opt: prints "" | prints "42\n"
//@ check base => opt: unsound /prints "42/

fn main() {
    unsafe {
        use core::ptr::{self, addr_of_mut};
        let mut p1 = 42u8;
        let mut p2 = 42u8;
        let p1_ptr = addr_of_mut!(p1).wrapping_add(1);
        let p2_ptr = addr_of_mut!(p2);
        if ptr::eq(p1_ptr, p2_ptr) {
            *p2_ptr = 10;
            #[cfg(base)]
            println!("{}", p2);
            #[cfg(opt)]
            println!("{}", 42);
        }
    }
}
