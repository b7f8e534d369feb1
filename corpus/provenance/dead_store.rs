//@ title: removing a store to a local that nobody reads again
//@ from: dead store elimination; derived
// The pointer has gone nowhere, so the last store cannot be seen. If its address was exposed and an integer
// got away, somebody may still look.
//@ expect local: prints "1\n"
//@ expect exposed [flat alloc]: prints "1\n2\n"
//@ check local => local_opt: sound
//@ check exposed => exposed_opt [flat alloc]: unsound /prints "1\\n1/
//@ check exposed => exposed_opt [strict]: sound

fn main() {
    unsafe {
        let mut x = 1u8;
        let p = &raw mut x;
        println!("{}", *p);
        #[cfg(any(exposed, exposed_opt))]
        let a = p as usize;
        #[cfg(any(local, exposed))]
        {
            *p = 2;
        }
        #[cfg(any(local_opt, exposed_opt))]
        let _ = p;
        #[cfg(any(exposed, exposed_opt))]
        println!("{}", *(a as *mut u8));
    }
}
