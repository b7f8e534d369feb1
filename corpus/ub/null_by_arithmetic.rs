//@ title: null reached by arithmetic
//@ from: derived
// `p.wrapping_sub(p.addr())` is null with the provenance of `x`. The address is what makes it null.
//@ expect: prints "true\n"
//@ expect bad: prints "true\n" then ub(null)

fn main() {
    let x = 1u8;
    let p = &raw const x;
    let n = p.wrapping_sub(p.addr());
    println!("{}", n.is_null());
    #[cfg(bad)]
    let _v = unsafe { *n };
}
