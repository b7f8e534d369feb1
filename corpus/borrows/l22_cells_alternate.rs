//@ title: a Cell reached by two shared references, writes alternate
//@ from: catalogue 2.4, L22
// Shared references to a Cell may all be written, in any order.
//@ expect : prints "4\n"
//@ expect [tb-implicit-writes]: prints "4\n"

use std::cell::Cell;

fn main() {
    let c = Cell::new(1);
    let a = &c;
    let b = &c;
    a.set(2);
    b.set(3);
    a.set(4);
    println!("{}", b.get());
}
