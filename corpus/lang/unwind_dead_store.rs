//@ title: a store that is overwritten after a call is seen if the call panics
//@ from: semantics of &mut across unwinding; the caller catches the panic and looks
// Nobody but `update` may touch `*x` while it runs, and yet its first store is not dead: when `work`
// panics, `update` is left with that value in place. Only a call that does not panic may be skipped.
//@ expect keep: prints "1\n"
//@ expect drop_store: prints "0\n"
//@ expect quiet_keep: prints "2\n"
//@ expect quiet_drop: prints "2\n"
//@ check keep => drop_store: unsound /prints "0\\n"/
//@ check quiet_keep => quiet_drop: sound
use std::panic::{catch_unwind, AssertUnwindSafe};

fn work() {
    #[cfg(any(keep, drop_store))]
    panic!("in the middle");
}

fn update(x: &mut i32) {
    #[cfg(any(keep, quiet_keep))]
    {
        *x = 1;
    }
    #[cfg(any(drop_store, quiet_drop))]
    {}
    work();
    *x = 2;
}

fn main() {
    let mut x = 0;
    let _ = catch_unwind(AssertUnwindSafe(|| update(&mut x)));
    println!("{}", x);
}
