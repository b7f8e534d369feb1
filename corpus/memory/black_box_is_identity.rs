//@ title: black_box is the identity
//@ from: std::hint::black_box ("best effort"; no guarantee for correctness)
// It hides a value from optimisers but means nothing: the pointer that comes out is the one that went in.
//@ expect base: prints "7\n"
//@ check base => opt: sound
//@ check opt => base: sound

use std::hint::black_box;

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(base)]
        let r = black_box(q);
        #[cfg(opt)]
        let r = q;
        *r = 7;
        println!("{}", black_box(x));
    }
}
