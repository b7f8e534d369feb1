//@ title: reading through a misaligned pointer
//@ from: Rust Reference: "loading from or storing to a place based on a misaligned pointer"
// One byte into a u32 array the address is odd. `read_unaligned` is made for this, `*` is not.
//@ expect ok: prints "33685762\n"
//@ expect bad: ub(misaligned)

fn main() {
    let a = [0x02010201u32, 0x02];
    let p = (&raw const a).cast::<u8>().wrapping_add(1).cast::<u32>();
    #[cfg(ok)]
    let v = unsafe { p.read_unaligned() };
    #[cfg(bad)]
    let v = unsafe { *p }; //~ ub /misaligned/
    println!("{}", v);
}
