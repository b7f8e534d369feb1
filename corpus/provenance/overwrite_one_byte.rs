//@ title: rewriting one byte of a pointer with the value it has
//@ from: UCG #477 and others; derived
// Reading the byte as u8 strips its provenance and writing it back leaves a pointer of which one byte belongs
// to nobody. Removing such a store is fine, inventing one is not; with MaybeUninit<u8> it is the identity.
//@ expect none: prints "7\n"
//@ expect int [flat]: prints "7\n"
//@ expect int [strict alloc]: ub(no-provenance)
//@ check int => none [flat]: sound
//@ check int => none [strict alloc]: sound vacuous
//@ check none => int [flat]: sound
//@ check none => int [strict alloc]: unsound /ub/
//@ check none => maybe: sound
//@ check maybe => none: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut q = &raw mut x;
        #[cfg(none)]
        {
            q = q;
        }
        #[cfg(int)]
        {
            let b = (&raw mut q).cast::<u8>();
            *b = *b;
        }
        #[cfg(maybe)]
        {
            let b = (&raw mut q).cast::<std::mem::MaybeUninit<u8>>();
            *b = *b;
        }
        *q = 7;
        println!("{}", x);
    }
}
