//@ title: arithmetic that overflows is no constant to promote
//@ from: made up: differential testing of function checks
// It panics where it stands, after what was printed before, and only if it is reached: rustc warns of it
// by a lint that a program may allow.
//@ expect base: prints "before\n" then panics /subtract with overflow/
//@ expect opt: prints "before\n0\n"
#![allow(arithmetic_overflow)]

fn main() {
    println!("before");
    let reached = cfg!(base);
    if reached {
        let x = &(1u8 - 2);
        println!("{}", x);
    }
    #[cfg(opt)]
    println!("{}", &(1u8 - 1));
}
