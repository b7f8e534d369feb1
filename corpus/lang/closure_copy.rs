//@ title: a closure is Copy if its captures are
//@ from: Rust Reference, "Other traits" of closure types
// Shared borrows and copied values: the closure can be copied and used again. A captured `&mut` or Box: it is moved.
//@ expect: prints "3 3\n1 2 1\n1\n"

fn run<F: FnMut() -> i32>(mut f: F) -> i32 {
    f()
}

fn main() {
    let x = 3;
    let read = || x;
    let copy = read;
    println!("{} {}", read(), copy());
    let mut n = 0;
    let mut count = move || {
        n += 1;
        n
    };
    let fresh = count;
    println!("{} {} {}", count(), count(), run(fresh));
    println!("{}", {
        let mut m = 0;
        let inc = || {
            m += 1;
            m
        };
        run(inc)
    });
}
