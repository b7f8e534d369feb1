//@ title: the callee of a closure call is borrowed before its arguments are evaluated
//@ from: Rust Reference, "Call expressions"; rustc's MIR for calls through Fn traits
// The borrow of an FnMut is not two-phase: its arguments cannot use what it captures by unique borrow, but they may
// print.
//@ expect: prints "arg 1\narg 2\nbody 3\nmake\narg 5\nbody 5\n"

fn arg(x: i32) -> i32 {
    println!("arg {}", x);
    x
}

fn main() {
    let mut seen = 0;
    let mut f = |a: i32, b: i32| {
        seen = a + b;
        println!("body {}", seen);
    };
    f(arg(1), arg(2));
    let make = || {
        println!("make");
        |x: i32| println!("body {}", x)
    };
    make()(arg(5));
}
