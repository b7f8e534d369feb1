//@ title: a function pointer through an integer
//@ from: std, primitive type `fn`, "Casting to and from integers"
// Casting a function pointer to an integer exposes it like any pointer. The way back goes through a raw
// pointer; transmuting the integer directly gives no provenance, and a call through it is UB.
//@ expect cast [flat alloc]: prints "4\n"
//@ expect cast [strict]: ub(bad-call)
//@ expect direct [flat]: prints "4\n"
//@ expect direct [strict alloc]: ub(bad-call)
//@ check cast => direct [alloc]: unsound /ub/
//@ check direct => cast [alloc]: sound vacuous
//@ check cast => direct [flat]: sound
//@ check cast => direct [strict]: sound vacuous
//@ check direct => cast [flat]: sound
//@ check direct => cast [strict]: sound vacuous

fn inc(n: i32) -> i32 {
    n + 1
}

fn main() {
    let a = inc as fn(i32) -> i32 as usize;
    #[cfg(cast)]
    let f: fn(i32) -> i32 = unsafe { std::mem::transmute(a as *const ()) };
    #[cfg(direct)]
    let f: fn(i32) -> i32 = unsafe { std::mem::transmute(a) };
    println!("{}", f(3));
}
