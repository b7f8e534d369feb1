//@ title: using a pointer that was made from nothing
//@ from: std::ptr::without_provenance
// An integer in pointer's clothing: fine to compare, print and carry around, not to follow.
//@ expect ok: prints "16\n"
//@ expect bad [strict alloc]: ub(no-provenance)

fn main() {
    let p = std::ptr::without_provenance::<u32>(16);
    #[cfg(ok)]
    println!("{}", p.addr());
    #[cfg(bad)]
    println!("{}", unsafe { *p });
}
