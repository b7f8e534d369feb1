//@ title: turning assignment 2 into assignment 1, because the pointers are equal
//@ from: RFC 3559, section "Optimizations": "we can replace one by the other"
// Equal addresses do not make equal pointers. Replacing `p2_ptr` by `p1_ptr` brings UB into a program
// that had none; the other direction removes UB and is fine.
//@ expect two [strict alloc]: prints "" | prints "10\n"
//@ expect one [strict alloc]: prints "" | ub(out-of-bounds)
//@ check two => one [flat]: sound
//@ check two => one [strict alloc]: unsound /ub/
//@ check one => two: sound

fn main() {
    unsafe {
        use core::ptr::{self, addr_of_mut};
        let mut p1 = 42u8;
        let mut p2 = 42u8;
        let p1_ptr = addr_of_mut!(p1).wrapping_add(1);
        let p2_ptr = addr_of_mut!(p2);
        if ptr::eq(p1_ptr, p2_ptr) {
            #[cfg(one)]
            {
                *p1_ptr = 10;
            }
            #[cfg(two)]
            {
                *p2_ptr = 10;
            }
            println!("{}", p2);
        }
    }
}
