//@ title: a reference to more than there is
//@ from: Rust Reference: dangling pointers: all bytes must be in the same allocation
// The pointer is good for one byte, the reference claims four.
//@ expect ok: prints "1\n"
//@ expect bad [strict alloc]: ub(invalid-reference)

#[repr(C, align(4))]
struct Cell4 {
    one: u8,
}

fn main() {
    let c = Cell4 { one: 1 };
    let p = &raw const c;
    #[cfg(ok)]
    let r = unsafe { &*p.cast::<[u8; 4]>() };
    #[cfg(bad)]
    let r = unsafe { &*p.cast::<[u8; 5]>() };
    println!("{}", r[0]);
    let _ = c.one;
}
