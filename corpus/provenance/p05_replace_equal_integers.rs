//@ title: replacing one integer by another that is equal
//@ from: RFC 3559, "Integers do not have provenance"; catalogue P05
// Integers are their bits: after `ip == iq` either may be used for the other, also as an address. A model
// in which integers carry provenance loses exactly this optimisation.
//@ expect base [flat alloc]: prints "" | prints "10\n"
//@ expect opt [flat alloc]: prints "" | prints "10\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let ip = (&raw mut x).wrapping_add(1) as usize;
        let iq = (&raw mut y) as usize;
        if ip == iq {
            #[cfg(base)]
            let r = iq as *mut u8;
            #[cfg(opt)]
            let r = ip as *mut u8;
            *r = 10;
            println!("{}", y);
        }
    }
}
