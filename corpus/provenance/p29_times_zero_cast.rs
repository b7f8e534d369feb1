//@ title: `x * 0` is 0, on the way back to a pointer
//@ from: RFC 3559, "Integers do not have provenance"; catalogue P29
// The sum `p + q * 0` is the exposed address of `p`, whatever integers went into it.
//@ expect base [flat alloc]: prints "5 0\n"
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: sound vacuous
//@ check opt => base [flat alloc]: sound
//@ check opt => base [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let iq = q as usize;
        #[cfg(base)]
        let a = p as usize + iq * 0;
        #[cfg(opt)]
        let a = p as usize;
        *(a as *mut u8) = 5;
        println!("{} {}", x, { let _ = iq; y });
    }
}
