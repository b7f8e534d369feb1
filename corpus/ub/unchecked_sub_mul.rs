//@ title: `unchecked_sub` and `unchecked_mul`
//@ from: std integers
// The same promise for the other operations, for signed numbers at both ends of the range.
//@ expect ok: prints "-128 127\n"
//@ expect sub: ub(arithmetic)
//@ expect mul: ub(arithmetic)

fn sub(a: i8, b: i8) -> i8 {
    unsafe { a.unchecked_sub(b) }
}

fn mul(a: i8, b: i8) -> i8 {
    unsafe { a.unchecked_mul(b) }
}

fn main() {
    #[cfg(ok)]
    println!("{} {}", sub(-127, 1), mul(127, 1));
    #[cfg(sub)]
    println!("{}", sub(-128, 1));
    #[cfg(mul)]
    println!("{}", mul(-128, -1));
}
