//@ title: a number that outlives its allocation and meets the next one there
//@ from: Cerberus PNVI; derived
// The number was taken from the first box. If the second one lies at the same place and is exposed too, the
// number is as good as its own: integers do not remember.
//@ expect exposed [flat alloc]: prints "" | prints "2\n"
//@ expect hidden [flat]: prints "" | prints "2\n"
//@ expect hidden [alloc]: prints "" | ub
//@ check hidden => exposed [alloc]: sound
//@ check exposed => hidden [alloc]: unsound /ub/
//@ check hidden => exposed [flat strict]: sound
//@ check exposed => hidden [flat strict]: sound

fn main() {
    unsafe {
        let first = Box::into_raw(Box::new(1u8));
        let a = first as usize;
        drop(Box::from_raw(first));
        let second = Box::into_raw(Box::new(2u8));
        #[cfg(exposed)]
        let b = second as usize;
        #[cfg(hidden)]
        let b = second.addr();
        if a == b {
            let r = a as *mut u8;
            println!("{}", *r);
        }
    }
}
