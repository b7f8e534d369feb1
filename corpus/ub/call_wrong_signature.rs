//@ title: calling a function at another type
//@ from: Rust Reference, "calling a function with the wrong call ABI or signature"
// Making the pointer is allowed, calling it with arguments that the function does not have is not.
//@ expect ok: prints "4\n"
//@ expect bad: ub(bad-call)

fn inc(x: i32) -> i32 {
    x + 1
}

fn main() {
    unsafe {
        let p = inc as fn(i32) -> i32 as *const ();
        #[cfg(ok)]
        {
            let f: fn(i32) -> i32 = std::mem::transmute(p);
            println!("{}", f(3));
        }
        #[cfg(bad)]
        {
            let f: fn(i32, i32) -> i32 = std::mem::transmute(p);
            println!("{}", f(3, 4));
        }
    }
}
