//@ title: for plain data the u64 copy and the memcpy are the same
//@ from: derived from catalogue P23, P24
// If the eight bytes are initialised and hold no provenance, nothing is lost either way.
//@ expect base: prints "72340172838076673\n"
//@ check base => opt: sound
//@ check opt => base: sound

use std::ptr;

fn main() {
    unsafe {
        let from = [1u8; 8];
        let mut to = 0u64;
        #[cfg(base)]
        ptr::copy_nonoverlapping((&raw const from).cast::<u8>(), (&raw mut to).cast::<u8>(), 8);
        #[cfg(opt)]
        {
            to = (&raw const from).cast::<u64>().read_unaligned();
        }
        println!("{}", to);
    }
}
