//@ title: operands are evaluated from left to right
//@ from: Rust Reference, "Expressions: evaluation order of operands"
// Calls, arithmetic, tuples, arrays and struct fields (in the order written) all go left to right.
// Each call prints its number, so the order is the output.
//@ expect: prints "1 2 3 4 5 6 7 8 \n7 [5, 6] 3\n"

struct S {
    a: i32,
    b: i32,
}

fn say(n: i32) -> i32 {
    print!("{} ", n);
    n
}

fn pair(x: i32, y: i32) -> i32 {
    x - y
}

fn main() {
    let t = (say(1) + say(2), pair(say(3), say(4)));
    let a = [say(5), say(6)];
    let s = S { b: say(7), a: say(8) };
    println!();
    println!("{} {:?} {}", s.b, a, t.0);
    let _ = (s.a, t.1);
}
