//@ title: places inside places
//@ from: Rust Reference, "Place expressions"
// Fields, indices and dereferences combine; assigning to a part leaves the rest.
//@ expect: prints "[(1, [0, 5]), (2, [0, 0])]\n5 8\n"

struct Inner {
    v: [i32; 2],
}

struct Outer {
    i: Inner,
    p: *mut i32,
}

fn main() {
    let mut a = [(1, [0, 0]), (2, [0, 0])];
    a[0].1[1] = 5;
    println!("{:?}", a);
    let mut n = 7;
    let mut o = Outer { i: Inner { v: [4, 4] }, p: &raw mut n };
    o.i.v[1] += 1;
    unsafe { *o.p += 1 };
    println!("{} {}", o.i.v[1], unsafe { *o.p });
}
