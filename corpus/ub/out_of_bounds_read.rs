//@ title: reading past the end of an array
//@ from: Rust Reference, "Behavior considered undefined": dangling pointers
// The last element is readable, the one behind it is not, whatever lies there.
//@ expect ok: prints "3\n"
//@ expect bad [strict alloc]: ub(out-of-bounds)

fn main() {
    let a = [1u8, 2, 3];
    let p = (&raw const a).cast::<u8>();
    #[cfg(ok)]
    let i = 2;
    #[cfg(bad)]
    let i = 3;
    let v = unsafe { *p.wrapping_add(i) };
    println!("{}", v);
}
