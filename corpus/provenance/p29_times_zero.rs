//@ title: `x * 0` is 0
//@ from: RFC 3559, "Integers do not have provenance"; catalogue P29
// With provenance on integers the product would still "come from" `q`. Integers have none, so an
// optimiser may forget everything about `x`.
//@ expect base: prints "5 0\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        #[cfg(base)]
        let zero = q.addr() * 0;
        #[cfg(opt)]
        let zero = { let _ = q; 0 };
        *p.wrapping_add(zero) = 5;
        println!("{} {}", x, y);
    }
}
