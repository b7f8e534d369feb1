//@ title: an uninitialised local written field by field
//@ from: derived; std::mem::MaybeUninit
// Initialisation through raw pointers is initialisation. What counts is the bytes at the time of the read.
//@ expect: prints "3 4\n"
//@ expect bad: ub(uninit)

use std::mem::MaybeUninit;

struct Point {
    x: i32,
    y: i32,
}

fn main() {
    unsafe {
        let mut m = MaybeUninit::<Point>::uninit();
        let p = m.as_mut_ptr();
        (&raw mut (*p).x).write(3);
        #[cfg(not(bad))]
        (&raw mut (*p).y).write(4);
        let point = m.assume_init();
        println!("{} {}", point.x, point.y);
    }
}
