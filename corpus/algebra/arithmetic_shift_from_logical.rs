//@ title: an arithmetic shift from a logical one
//@ from: Hacker's Delight, section 2-7
// ((x >>> n) ^ t) - t with t = 2^31 >>> n; or complement, shift and complement again for negative x.
// Without the correction -1 >> 1 is the largest number.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => complement [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i32, n: u32) -> i32 {
    litmus::assume(n < 32);
    #[cfg(base)]
    let r = x >> n;
    #[cfg(opt)]
    let r = {
        let t = 0x8000_0000u32 >> n;
        ((x as u32 >> n) ^ t).wrapping_sub(t) as i32
    };
    #[cfg(complement)]
    let r = {
        let s = if x < 0 { -1 } else { 0 };
        ((x ^ s) as u32 >> n) as i32 ^ s
    };
    #[cfg(bad)]
    let r = (x as u32 >> n) as i32;
    r
}
