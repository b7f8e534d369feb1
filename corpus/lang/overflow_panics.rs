//@ title: overflow of plain arithmetic panics
//@ from: Rust Reference, "Overflow" (debug assertions on)
// One variant for each operator; the message names the operation. Overflow is a panic, not UB.
//@ expect add: panics /attempt to add with overflow/
//@ expect sub: panics /attempt to subtract with overflow/
//@ expect mul: panics /attempt to multiply with overflow/
//@ expect neg: panics /attempt to negate with overflow/
//@ expect div: panics /attempt to divide with overflow/
//@ expect rem: panics /attempt to calculate the remainder with overflow/
//@ expect shr: panics /attempt to shift right with overflow/
//@ expect zero: panics /attempt to divide by zero/
//@ expect remzero: panics /attempt to calculate the remainder with a divisor of zero/

fn run(a: i32, b: i32) -> i32 {
    #[cfg(add)]
    return b + i32::MAX;
    #[cfg(sub)]
    return a - b - 2 * b;
    #[cfg(mul)]
    return a * 2 * b;
    #[cfg(neg)]
    return { let _ = b; -a };
    #[cfg(div)]
    return a / -b;
    #[cfg(rem)]
    return a % -b;
    #[cfg(shr)]
    return a >> (b + 31);
    #[cfg(zero)]
    return a / (b - 1);
    #[cfg(remzero)]
    return a % (b - 1);
}

fn main() {
    println!("{}", run(i32::MIN, 1));
}
