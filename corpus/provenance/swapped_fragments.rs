//@ title: the bytes of a pointer in the wrong order
//@ from: MiniRust, decoding of pointers; derived
// Each byte of a pointer knows its position. Reversing all of them and reversing them back is the identity;
// leaving them reversed gives no provenance (and hardly ever the address).
//@ expect: prints "7\n"

use std::mem::MaybeUninit;

type Byte = MaybeUninit<u8>;

unsafe fn reverse(p: *mut *mut u8) {
    let b = p.cast::<Byte>();
    for i in 0..4 {
        let t = *b.add(i);
        *b.add(i) = *b.add(7 - i);
        *b.add(7 - i) = t;
    }
}

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut q = &raw mut x;
        reverse(&raw mut q);
        reverse(&raw mut q);
        *q = 7;
        println!("{}", x);
    }
}
