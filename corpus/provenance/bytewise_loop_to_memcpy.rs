//@ title: recognising a memcpy in a byte loop
//@ from: LLVM loop idiom recognition; RFC 3559
// A loop over MaybeUninit<u8> and a memcpy do the same to every byte, provenance and missing
// initialisation included.
//@ expect base: prints "7 9\n"
//@ check base => opt: sound
//@ check opt => base: sound

use std::mem::MaybeUninit;
use std::ptr;

struct Pair {
    p: *mut u8,
    small: u16,
}

fn main() {
    unsafe {
        let mut x = 0u8;
        let a = Pair { p: &raw mut x, small: 9 };
        let mut b = MaybeUninit::<Pair>::uninit();
        let from = (&raw const a).cast::<MaybeUninit<u8>>();
        let to = b.as_mut_ptr().cast::<MaybeUninit<u8>>();
        #[cfg(base)]
        for i in 0..size_of::<Pair>() {
            *to.add(i) = *from.add(i);
        }
        #[cfg(opt)]
        ptr::copy_nonoverlapping(from, to, size_of::<Pair>());
        let b = b.assume_init();
        *b.p = 7;
        println!("{} {}", x, b.small);
    }
}
