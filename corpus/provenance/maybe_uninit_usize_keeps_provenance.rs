//@ title: `MaybeUninit<usize>` carries a pointer, `usize` does not
//@ from: RFC 3559: "u8 is not a special case here, this works for all integer types"
// The wrapper turns an integer type into a container for eight arbitrary bytes.
//@ expect base: prints "7\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: unsound /ub/

use std::mem::{transmute, MaybeUninit};

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let m: MaybeUninit<usize> = transmute(q);
        #[cfg(base)]
        let n = m;
        #[cfg(opt)]
        let n = MaybeUninit::new(m.assume_init());
        let r: *mut u8 = transmute(n);
        *r = 7;
        println!("{}", x);
    }
}
