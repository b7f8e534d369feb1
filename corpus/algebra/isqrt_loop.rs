//@ title: an integer square root, bit by bit and by counting
//@ from: Hacker's Delight, section 11-1
// The largest r with r * r <= x. With `<` instead a perfect square gets one less: 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = {
        let mut r = 0u8;
        for i in 1..16u8 {
            if i * i <= x {
                r = i;
            }
        }
        r
    };
    #[cfg(any(opt, bad))]
    let r = {
        let mut r = 0u8;
        for k in 0..4 {
            let t = r | (8 >> k);
            let fits = if cfg!(bad) { t * t < x } else { t * t <= x };
            if fits {
                r = t;
            }
        }
        r
    };
    r
}
