//@ title: loop invariant code motion of a panic
//@ from: derived; panics are observable
// The loop may run zero times. Hoisting the division out of it makes a panic that the source does not have;
// with a divisor that is never zero the motion is fine.
//@ expect base: prints "0\n"
//@ check base => hoisted: unsound /panics/
//@ check base => guarded: sound

fn run(n: i32, d: i32) -> i32 {
    let mut total = 0;
    #[cfg(hoisted)]
    let q = 100 / d;
    #[cfg(guarded)]
    let q = if d != 0 { 100 / d } else { 0 };
    for _ in 0..n {
        #[cfg(base)]
        let q = 100 / d;
        total += q;
    }
    total
}

fn main() {
    println!("{}", run(0, 0));
}
