//@ title: a pointer put together from the bytes of two pointers
//@ from: MiniRust, "AbstractByte"; derived
// All eight bytes must come from one and the same pointer, each at its place. Half of `p` and half of `q`
// may well spell a good address but carry no provenance.
//@ expect same: prints "7\n"
//@ expect mixed [strict alloc]: prints "" | ub(no-provenance)

use std::mem::MaybeUninit;

type Byte = MaybeUninit<u8>;

fn main() {
    unsafe {
        let mut x = [0u8; 2];
        let p = (&raw mut x).cast::<u8>();
        #[cfg(same)]
        let q = p;
        #[cfg(mixed)]
        let mut y = 0u8;
        #[cfg(mixed)]
        let q = &raw mut y;
        let mut r = std::ptr::null_mut::<u8>();
        let to = (&raw mut r).cast::<Byte>();
        for i in 0..4 {
            *to.add(i) = *(&raw const p).cast::<Byte>().add(i);
            *to.add(4 + i) = *(&raw const q).cast::<Byte>().add(4 + i);
        }
        if r == p {
            *r = 7;
            println!("{}", x[0]);
        }
    }
}
