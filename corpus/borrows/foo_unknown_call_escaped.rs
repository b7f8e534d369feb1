//@ title: a mutable argument given to the unknown call does not keep its value
//@ from: catalogue O05x
// The neighbour of foo_unknown_call: x itself is passed on.
//@ expect base: prints "7\n"
//@ check base => opt: unsound /42/

fn f(x: &mut i32) {
    *x = 7;
}

fn foo(x: &mut i32) -> i32 {
    *x = 42;
    f(x);
    #[cfg(base)]
    let v = *x;
    #[cfg(opt)]
    let v = 42;
    v
}

fn main() {
    let mut x = 0;
    println!("{}", foo(&mut x));
}
