//@ title: three of four bytes are initialised
//@ from: Rust Reference, "Invalid values"; derived
// The value as a whole must be initialised. Reading the three bytes that are there is fine.
//@ expect ok: prints "1 2 3\n"
//@ expect bad: ub(uninit)

use std::mem::MaybeUninit;

fn main() {
    let mut m = MaybeUninit::<u32>::uninit();
    let p = m.as_mut_ptr().cast::<u8>();
    unsafe {
        for i in 0..3u8 {
            *p.add(i as usize) = i + 1;
        }
        #[cfg(ok)]
        println!("{} {} {}", *p, *p.add(1), *p.add(2));
        #[cfg(bad)]
        println!("{}", m.assume_init());
    }
}
