//@ title: closures capture fields, not variables
//@ from: RFC 2229; Rust Reference, "Capture precision"
// Edition 2021: what is captured is the place that is used. So the size of the closure says which, and parts that are
// not captured can still be moved or changed.
//@ expect: prints "8 16 8\n16 8 4\n0 8 1\n2\n1 3\nok\n"

use std::mem::size_of_val;

struct P {
    a: Box<i32>,
    b: (i64, u8),
    c: i32,
}

fn main() {
    let p = P { a: Box::new(1), b: (2, 3), c: 4 };
    let by_ref = || p.c;
    let two = || p.c as i64 + p.b.0;
    let whole_tuple = || {
        let t = &p.b;
        t.0 + p.b.1 as i64
    };
    println!("{} {} {}", size_of_val(&by_ref), size_of_val(&two), size_of_val(&whole_tuple));
    let behind = || *p.a + p.c;
    let o = P { a: Box::new(2), b: (0, 0), c: 0 };
    let boxed = move || *o.a;
    let moved = move || p.c;
    println!("{} {} {}", size_of_val(&behind), size_of_val(&boxed), size_of_val(&moved));

    let q = P { a: Box::new(1), b: (2, 3), c: 4 };
    let nothing = || {
        let _ = q.a;
    };
    let first = || {
        let (x, _) = q.b;
        x
    };
    let small = move || q.b.1;
    println!("{} {} {}", size_of_val(&nothing), size_of_val(&first), size_of_val(&small));
    nothing();
    let moved_out = q.a;
    println!("{}", first());
    println!("{} {}", moved_out, small());
    let _ = (by_ref, two, behind, boxed, moved);
    println!("ok");
}
