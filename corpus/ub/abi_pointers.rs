//@ title: calling through another signature: pointers are passed alike
//@ from: std, primitive `fn`, "ABI compatibility"
// References, raw pointers, `Box` and `NonNull` are interchangeable in a signature as long as the metadata
// is: thin for thin, a length for a length. A pointer and an integer are not.
//@ expect thin: prints "3\n"
//@ expect wide: prints "2\n"
//@ expect mixed: ub(bad-call)
//@ expect integer: ub(bad-call)

use std::mem::transmute;
use std::ptr::NonNull;

fn first(p: &u8) -> u8 {
    *p
}
fn count(p: *const [u8]) -> usize {
    p.len()
}

fn main() {
    let mut v = [3u8, 4];
    unsafe {
        #[cfg(thin)]
        {
            let f: fn(NonNull<i8>) -> u8 = transmute(first as fn(&u8) -> u8);
            println!("{}", f(NonNull::new((&raw mut v).cast()).unwrap()));
        }
        #[cfg(wide)]
        {
            let f: fn(&[u8]) -> usize = transmute(count as fn(*const [u8]) -> usize);
            println!("{}", f(&v));
        }
        #[cfg(mixed)]
        {
            let f: fn(&u8) -> usize = transmute(count as fn(*const [u8]) -> usize);
            println!("{}", f(&v[0])); //~[flat strict alloc] ub /`&u8`, but `\*const \[u8\]` is expected/
        }
        #[cfg(integer)]
        {
            let f: fn(usize) -> u8 = transmute(first as fn(&u8) -> u8);
            println!("{}", f(&raw const v as usize)); //~[flat strict alloc] ub /argument 1 has type `usize`/
        }
        v[0] = 0;
        let _ = (first as fn(&u8) -> u8, count as fn(*const [u8]) -> usize, NonNull::from(&mut v[0]));
        let _ = transmute::<u8, i8>;
    }
}
