//@ title: function pointers
//@ from: Rust Reference, "Function pointer types"
// Functions are values: stored in arrays, passed, compared with null through a cast, called through any path.
//@ expect: prints "7 12 -1\n5 false\n"

fn add(a: i32, b: i32) -> i32 {
    a + b
}

fn mul(a: i32, b: i32) -> i32 {
    a * b
}

fn sub(a: i32, b: i32) -> i32 {
    a - b
}

fn apply(f: fn(i32, i32) -> i32, n: i32) -> i32 {
    f(n, n + 1)
}

struct Op {
    f: fn(i32, i32) -> i32,
}

fn main() {
    let table: [fn(i32, i32) -> i32; 3] = [add, mul, sub];
    println!("{} {} {}", table[0](3, 4), apply(mul, 3), apply(table[2], 9));
    let op = Op { f: add };
    println!("{} {}", (op.f)(2, 3), (op.f as *const ()).is_null());
}
