//@ title: `assert_unchecked` of something false
//@ from: std::hint::assert_unchecked
// The optimiser may use the condition as a fact. If it does not hold the program is UB.
//@ expect ok: prints "3\n"
//@ expect bad: ub(assume)

fn third(n: usize) -> usize {
    unsafe { std::hint::assert_unchecked(n < 4) };
    n
}

fn main() {
    #[cfg(ok)]
    let n = 3;
    #[cfg(bad)]
    let n = 4;
    println!("{}", third(n));
}
