//@ title: (a + b) - a is b, if the panic is kept
//@ from: folklore
// Wrapping and unchecked: yes. Plain: 255 + 1 panics, and b alone does not.
//@ check fn wrapping: base => opt [alloc]: sound
//@ check fn wrapping128: base => opt [alloc]: sound
//@ check fn unchecked: base => opt [alloc]: sound
//@ check fn plain: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn wrapping(a: u32, b: u32) -> u32 {
    #[cfg(base)]
    let r = a.wrapping_add(b).wrapping_sub(a);
    #[cfg(opt)]
    let r = b;
    r
}

pub fn wrapping128(a: u128, b: u128) -> u128 {
    #[cfg(base)]
    let r = a.wrapping_add(b).wrapping_sub(a);
    #[cfg(opt)]
    let r = b;
    r
}

pub fn unchecked(a: i32, b: i32) -> i32 {
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(b).unchecked_sub(a) };
    #[cfg(opt)]
    let r = b;
    r
}

pub fn plain(a: u8, b: u8) -> u8 {
    #[cfg(base)]
    let r = (a + b) - a;
    #[cfg(opt)]
    let r = b;
    r
}
