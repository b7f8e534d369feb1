//@ title: ? on references, in loops, in operands and in closures
//@ from: Rust Reference, "The try propagation expression"
// The operand is moved into `branch`: a `&mut` inside it is still the same pointer when it comes out.
//@ expect: prints "Some(3) 4\n6 None\nBreak(2)\nSome(9)\n"

use std::ops::ControlFlow;

fn bump(o: Option<&mut i32>) -> Option<i32> {
    let r = o?;
    let old = *r;
    *r += 1;
    Some(old)
}
fn sum(xs: &[Option<i32>; 3]) -> Option<i32> {
    let mut s = 0;
    for i in 0..3 {
        s += xs[i]?;
    }
    Some(s)
}
fn find(xs: [i32; 3], k: i32) -> ControlFlow<usize> {
    for i in 0..3 {
        test(xs[i], k, i)?;
    }
    ControlFlow::Continue(())
}
fn test(x: i32, k: i32, i: usize) -> ControlFlow<usize> {
    if x == k {
        return ControlFlow::Break(i);
    }
    ControlFlow::Continue(())
}

fn main() {
    let mut n = 3;
    println!("{:?} {}", bump(Some(&mut n)), n);
    println!("{} {:?}", sum(&[Some(1), Some(2), Some(3)]).unwrap(), sum(&[Some(1), None, None]));
    println!("{:?}", find([5, 6, 7], 7));
    let square = |x: Option<i32>| {
        let v = x?;
        Some(v * v)
    };
    println!("{:?}", square(Some(3)));
}
