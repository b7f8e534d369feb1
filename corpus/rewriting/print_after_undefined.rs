//@ title: what would be printed after undefined behaviour need not be
//@ from: docs/refinement.md
// The source is undefined for x = 0 before it prints: the target may print, or not, or anything else.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: opt => base [alloc]: unsound /unreachable/
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    if x == 0 {
        unsafe { core::hint::unreachable_unchecked() }
    }
    #[cfg(opt)]
    let _ = 0;
    println!("{}", x);
    x
}
