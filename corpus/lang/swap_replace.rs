//@ title: mem::swap, mem::replace, mem::take's little sister
//@ from: std::mem
// They move values in and out of borrowed places without leaving a hole.
//@ expect: prints "2 1\n1 9\n[3, 2, 1]\n"

use std::mem;

fn main() {
    let (mut a, mut b) = (1, 2);
    mem::swap(&mut a, &mut b);
    println!("{} {}", a, b);
    let old = mem::replace(&mut b, 9);
    println!("{} {}", old, b);
    let mut s = [1, 2, 3];
    s.swap(0, 2);
    println!("{:?}", s);
}
