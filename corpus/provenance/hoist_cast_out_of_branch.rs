//@ title: hoisting an integer-to-pointer cast out of a branch
//@ from: derived; speculation of casts
// The cast itself cannot go wrong, so computing it early is fine as long as nothing is exposed in between.
// If the branch exposes first, the hoisted cast comes too early.
//@ expect base [flat alloc]: prints "5\n"
//@ check base => opt [flat alloc]: sound
//@ check inside => inside_opt [flat]: sound
//@ check inside => inside_opt [alloc]: unsound /ub/
//@ check base => opt [strict]: sound vacuous
//@ check inside => inside_opt [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let a = q.addr();
        #[cfg(any(base, opt))]
        let _early = q as usize;
        #[cfg(any(opt, inside_opt))]
        let r = a as *mut u8;
        if !q.is_null() {
            #[cfg(any(inside, inside_opt))]
            let _late = q as usize;
            #[cfg(any(base, inside))]
            let r = a as *mut u8;
            *r = 5;
        }
        println!("{}", x);
    }
}
