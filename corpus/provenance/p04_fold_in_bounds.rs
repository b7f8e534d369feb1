//@ title: folding the round trip of a pointer into the middle of its object
//@ from: derived from catalogue P04
// Strictly inside an object the exposed address has one owner, so the round trip gives back the very
// same permission. The trouble with the fold is at the ends, where two objects may touch.
//@ expect base [flat alloc]: prints "[1, 10, 3]\n"
//@ expect base [strict]: ub(no-provenance)
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: sound vacuous

fn main() {
    unsafe {
        let mut a = [1u8, 2, 3];
        let m = (&raw mut a).cast::<u8>().wrapping_add(1);
        #[cfg(base)]
        let r = m as usize as *mut u8;
        #[cfg(opt)]
        let r = m;
        *r = 10;
        println!("{:?}", a);
    }
}
