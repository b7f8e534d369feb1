//@ title: a closure that uses `*r` borrows what r points to, even if r is not mut
//@ from: Rust Reference, "Unique immutable borrows in captures"
// `r` need not be declared mut for a closure to write through it: the capture is `&mut *r`. A `move` closure takes r
// itself.
//@ expect: prints "2\n12\n5 1\n"
//@ expect immutable: errors /cannot (assign|borrow)/

fn main() {
    let mut n = 1;
    let r = &mut n;
    let mut inc = || *r += 1;
    inc();
    println!("{}", *r);
    let mut add = move |k| *r += k;
    add(10);
    println!("{}", n);
    let mut t = (5, 0);
    let rt = &mut t;
    let first = &rt.0;
    let shared = *first;
    let mut second = || rt.1 += 1;
    second();
    println!("{} {}", shared, rt.1);
    let fixed = 1;
    #[cfg(immutable)]
    let mut change = || fixed += 1;
    let _ = fixed;
}
