//@ title: loading the low byte instead of the whole word
//@ from: load narrowing in compilers; derived
// Only the low byte is used, so reading it alone is enough, and it may even read less uninitialised memory.
// Widening in the other direction can read too much.
//@ expect wide: prints "4\n"
//@ check wide => narrow: sound
//@ check narrow => wide: sound
//@ check narrow_uninit => wide_uninit: unsound /ub/

use std::mem::MaybeUninit;

fn main() {
    unsafe {
        let mut m = MaybeUninit::<u32>::uninit();
        #[cfg(any(wide, narrow))]
        m.write(0x01020304);
        #[cfg(any(wide_uninit, narrow_uninit))]
        m.as_mut_ptr().cast::<u8>().write(4);
        #[cfg(any(wide, wide_uninit))]
        let b = m.as_ptr().read() as u8;
        #[cfg(any(narrow, narrow_uninit))]
        let b = m.as_ptr().cast::<u8>().read();
        println!("{}", b);
    }
}
