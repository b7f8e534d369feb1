//@ title: a pointer through `[u8; 8]` and through `[MaybeUninit<u8>; 8]`
//@ from: RFC 3559, "Guide-level explanation"
// "Popular belief says that an array of u8 is suited for this purpose": it is not, because u8 has no
// provenance. MaybeUninit<u8> keeps the bytes as they are.
//@ expect base: prints "7\n"
//@ expect opt [flat]: prints "7\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: unsound /ub/

use std::mem::{transmute, MaybeUninit};

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(base)]
        let bytes: [MaybeUninit<u8>; 8] = transmute(q);
        #[cfg(opt)]
        let bytes: [u8; 8] = transmute(q);
        let r: *mut u8 = transmute(bytes);
        *r = 7;
        println!("{}", x);
    }
}
