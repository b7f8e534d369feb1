//@ title: a memcpy of a struct may not become a typed copy if somebody looks at the padding
//@ from: UCG, "padding"; RFC 3559 ("it gets tricky when T itself has padding bytes")
// The typed copy leaves the padding uninitialised, the byte copy keeps it. In the other direction all is
// well.
//@ expect bytes: prints "9\n"
//@ expect typed: ub(uninit)
//@ check bytes => typed: unsound /ub/
//@ check typed => bytes: sound vacuous

use std::mem::MaybeUninit;
use std::ptr;

#[repr(C)]
#[derive(Clone, Copy)]
struct S {
    a: u8,
    b: u16,
}

fn main() {
    unsafe {
        let mut from = MaybeUninit::<S>::uninit();
        let mut to = MaybeUninit::<S>::uninit();
        let p = from.as_mut_ptr();
        p.cast::<u8>().write_bytes(9, 4);
        #[cfg(bytes)]
        ptr::copy_nonoverlapping(p.cast::<u8>(), to.as_mut_ptr().cast::<u8>(), 4);
        #[cfg(typed)]
        {
            *to.as_mut_ptr() = *p;
        }
        println!("{}", to.as_ptr().cast::<u8>().add(1).read());
    }
}
