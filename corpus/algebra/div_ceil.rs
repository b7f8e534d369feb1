//@ title: a division that rounds up, without overflow
//@ from: folklore
// (x + y - 1) / y panics for x = 255, y = 2. x / y + (x % y != 0) does not.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let r = x.div_ceil(y);
    #[cfg(opt)]
    let r = x / y + (x % y != 0) as u8;
    #[cfg(bad)]
    let r = (x + y - 1) / y;
    r
}
