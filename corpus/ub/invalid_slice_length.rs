//@ title: a slice that is longer than its array
//@ from: std::slice::from_raw_parts, safety section
// The length is part of the claim that a slice reference makes.
//@ expect ok: prints "3\n"
//@ expect bad [strict alloc]: ub(invalid-reference)

fn main() {
    let a = [1u16, 2, 3];
    let p = (&raw const a).cast::<u16>();
    #[cfg(ok)]
    let n = 3;
    #[cfg(bad)]
    let n = 4;
    let s = unsafe { std::slice::from_raw_parts(p, n) };
    println!("{}", s.len());
}
