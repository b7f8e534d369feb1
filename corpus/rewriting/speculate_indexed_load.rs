//@ title: an indexed load is executed before the bounds check
//@ from: folklore; Spectre is what happens in hardware
// Unchecked it is undefined for i = 4; masked into the array it is right.
//@ check fn f: base => bad [alloc]: unsound /out-of-bounds|assume/
//@ check fn f: base => masked [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: &[u8; 4], i: usize) -> u8 {
    #[cfg(base)]
    let r = if i < 4 { a[i] } else { 0 };
    #[cfg(bad)]
    let r = {
        let v = unsafe { *a.get_unchecked(i) };
        if i < 4 {
            v
        } else {
            0
        }
    };
    #[cfg(masked)]
    let r = {
        let v = a[i & 3];
        if i < 4 {
            v
        } else {
            0
        }
    };
    r
}
