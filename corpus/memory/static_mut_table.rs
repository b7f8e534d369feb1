//@ title: statics that point to statics
//@ from: Rust Reference, "Static items"; constant evaluation
// The initial value of a static may hold addresses of other statics and functions.
//@ expect: prints "5 5\n3\n"

static FIVE: i32 = 5;
static POINTER: &i32 = &FIVE;
static TABLE: [fn(i32) -> i32; 2] = [inc, dec];

fn inc(n: i32) -> i32 {
    n + 1
}

fn dec(n: i32) -> i32 {
    n - 1
}

fn main() {
    println!("{} {}", *POINTER, FIVE);
    println!("{}", TABLE[1](TABLE[0](3)));
}
