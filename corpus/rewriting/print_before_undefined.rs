//@ title: what was printed before undefined behaviour stays printed
//@ from: docs/refinement.md; Rust has no time travel over output
// For x = 0 the source prints and is undefined then. A target that is undefined at once may print nothing;
// one that prints and returns is fine.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => early [alloc]: unsound
//@ check fn f: base => removed [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(early)]
    if x == 0 {
        unsafe { core::hint::unreachable_unchecked() }
    }
    #[cfg(removed)]
    if x == 0 {
        return 0;
    }
    println!("here");
    #[cfg(opt)]
    let _ = 0;
    #[cfg(base)]
    if x == 0 {
        unsafe { core::hint::unreachable_unchecked() }
    }
    x
}
