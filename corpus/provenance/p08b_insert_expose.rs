//@ title: inserting an expose that the program did not have
//@ from: catalogue P08b
// More exposed allocations mean more candidates for an angelic choice, never fewer: the new program can
// do all that the old one could. (It may be slower to optimise later.)
//@ expect base [flat alloc]: prints "7 0\n"
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let a = p as usize;
        #[cfg(opt)]
        let _extra = q as usize;
        *(a as *mut u8) = 7;
        println!("{} {}", x, *q);
    }
}
