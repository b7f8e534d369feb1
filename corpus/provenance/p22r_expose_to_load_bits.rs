//@ title: turning a cast into a load of the pointer's bits
//@ from: catalogue P22r; Alive2 tests punning-intptr
// The number is the same, but the exposure is lost and with it the right to come back. With `addr` in
// place of the cast (LLVM's ptrtoaddr) the replacement would be fine.
//@ expect base [flat alloc]: prints "1\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict]: sound vacuous
//@ check base => opt [alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(base)]
        let a = q as usize;
        #[cfg(opt)]
        let a = *(&raw const q).cast::<usize>();
        *(a as *mut u8) = 1;
        println!("{}", x);
    }
}
