//@ title: removing a pointer-to-integer cast whose result is unused
//@ from: Ralf Jung, "Pointers Are Complicated III" (2022); catalogue P08
// The cast exposes: that is a side effect, and the later integer-to-pointer cast lives on it. Deleting
// the "dead" cast makes the access UB.
//@ expect base [flat alloc]: prints "1\n"
//@ expect base [strict]: ub(no-provenance)
//@ expect opt [flat]: prints "1\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict]: sound vacuous
//@ check base => opt [alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(not(opt))]
        let _dead = q as usize;
        let a = q.addr();
        *(a as *mut u8) = 1;
        println!("{}", x);
    }
}
