//@ title: the greatest common divisor by remainders and by subtraction
//@ from: Knuth, TAOCP volume 2, section 4.5.2, algorithms A and B
// Both, for numbers below 8. A divisor of zero must be caught: gcd(x, 0) is x and not a panic.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) -> u8 {
    litmus::assume(x < 8 && y < 8);
    let (mut a, mut b) = (x, y);
    #[cfg(base)]
    for _ in 0..5 {
        if b != 0 {
            (a, b) = (b, a % b);
        }
    }
    #[cfg(opt)]
    for _ in 0..7 {
        if a != 0 && b != 0 {
            if a < b {
                (a, b) = (b, a);
            }
            a -= b;
        }
    }
    #[cfg(bad)]
    for _ in 0..5 {
        (a, b) = (b, a % b);
    }
    a | b
}
