//@ title: an unused operation that may panic is not dead code
//@ from: Rust Reference, "Overflow"; the same for unused wrapping arithmetic
// The sum is not used, but 255 + 1 must panic. The wrapping sum may go.
//@ check fn plain: base => opt [alloc]: unsound
//@ check fn wrapping: base => opt [alloc]: sound
//@ check fn unchecked: base => opt [alloc]: sound
//@ check fn unchecked: opt => base [alloc]: unsound /arithmetic/
#![crate_type = "lib"]

pub fn plain(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let _ = x + y;
    x
}

pub fn wrapping(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let _ = x.wrapping_add(y);
    x
}

pub fn unchecked(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let _ = unsafe { x.unchecked_add(y) };
    #[cfg(opt)]
    let _ = 0;
    x
}
