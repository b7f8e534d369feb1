//@ title: a power by repeated squaring
//@ from: Knuth, TAOCP volume 2, section 4.6.3
// Wrapping arithmetic does not mind the order. A plain square that is computed but not used panics for
// x = 16, n = 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: u8, n: u8) -> u8 {
    litmus::assume(n < 8);
    let mut r = 1u8;
    #[cfg(base)]
    for _ in 0..n {
        r = r.wrapping_mul(x);
    }
    #[cfg(not(base))]
    {
        let mut p = x;
        for k in 0..3 {
            if n >> k & 1 == 1 {
                r = r.wrapping_mul(p);
            }
            #[cfg(opt)]
            {
                p = p.wrapping_mul(p);
            }
            #[cfg(bad)]
            {
                p = p * p;
            }
        }
    }
    r
}
