//@ title: an unreachable arm may do anything
//@ from: std::hint::unreachable_unchecked
// So the other arms may be merged into arithmetic. An arm that panics is observed: 3 must panic and not
// return 13.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = match x {
        0 => 10,
        1 => 11,
        2 => 12,
        _ => unsafe { core::hint::unreachable_unchecked() },
    };
    #[cfg(opt)]
    let r = x.wrapping_add(10);
    r
}

pub fn g(x: u8) -> u8 {
    #[cfg(base)]
    let r = match x {
        0 => 10,
        1 => 11,
        2 => 12,
        _ => panic!(),
    };
    #[cfg(opt)]
    let r = x.wrapping_add(10);
    r
}
