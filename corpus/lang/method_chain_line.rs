//@ title: a call in a chain is on the line of its method's name
//@ from: std::panic::Location::caller
// In a chain over several lines it matters which call failed: rustc's panics name the line of the method.
//@ expect: prints "7\n"

fn main() {
    let a = [7];
    let p = a.as_ptr();
    #[cfg(bad)]
    let p = p.wrapping_add(1);
    let n = unsafe {
        p
            .cast::<u32>()
            .read() //~ bad ub (out-of-bounds)
    };
    println!("{}", n);
}
