//@ title: UB that is never executed
//@ from: Rust Reference: only executed code is undefined
// A program is as undefined as its executions. The dead branch may contain anything.
//@ expect: prints "fine\n"

fn main() {
    let x = 1u8;
    if (&raw const x).is_null() {
        unsafe { std::hint::unreachable_unchecked() }
    }
    if x == 0 {
        let p = std::ptr::null::<u8>();
        println!("{}", unsafe { *p });
    }
    println!("fine");
}
