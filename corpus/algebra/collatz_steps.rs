//@ title: eight steps of Collatz, two at a time
//@ from: folklore
// After an odd step comes an even one: (3 n + 1) / 2 at once counts two. Counting it as one is wrong for 3.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(n: u8) -> (u32, u32) {
    litmus::assume(n != 0 && n < 32);
    let (mut x, mut steps) = (n as u32, 0u32);
    #[cfg(base)]
    for _ in 0..8 {
        x = if x % 2 == 0 { x / 2 } else { 3 * x + 1 };
        steps += 1;
    }
    #[cfg(any(opt, bad))]
    for _ in 0..8 {
        if steps < 8 {
            if x % 2 == 0 {
                x /= 2;
                steps += 1;
            } else if steps == 7 {
                x = 3 * x + 1;
                steps += 1;
            } else {
                x = (3 * x + 1) / 2;
                steps += if cfg!(bad) { 1 } else { 2 };
            }
        }
    }
    (x, steps)
}
