//@ title: recursion and early return
//@ from: Rust Reference, "Return expressions"
// Each call has its own locals; `return` leaves in the middle.
//@ expect: prints "120 21 111\n"

fn factorial(n: u64) -> u64 {
    if n == 0 {
        return 1;
    }
    n * factorial(n - 1)
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 {
        a
    } else {
        gcd(b, a % b)
    }
}

fn collatz(mut n: u64) -> u32 {
    let mut steps = 0;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    steps
}

fn main() {
    println!("{} {} {}", factorial(5), gcd(1071, 462), collatz(27));
}
