//@ title: transmuting a pointer to an integer and back
//@ from: RFC 3559, "Guide-level explanation" (which leaves it open whether this is UB or loses provenance)
// An integer cannot hold provenance and a transmute does not expose: what comes back has the address
// only. Models agree on UB at the access; some would put it at the transmute already.
//@ expect base: prints "7\n"
//@ expect opt [flat]: prints "7\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: unsound /ub/
//@ check opt => base [flat]: sound
//@ check opt => base [strict alloc]: sound vacuous

use std::mem::transmute;

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(base)]
        let r = q;
        #[cfg(opt)]
        let r: *mut u8 = transmute::<usize, *mut u8>(transmute::<*mut u8, usize>(q));
        *r = 7;
        println!("{}", x);
    }
}
