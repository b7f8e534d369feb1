//@ title: reading the padding between fields
//@ from: Rust Reference, "Type layout"; UCG on padding
// A typed copy does not carry padding along, so the byte between `a` and `b` is uninitialised.
//@ expect ok: prints "1 2\n"
//@ expect bad: ub(uninit)

#[repr(C)]
struct S {
    a: u8,
    b: u16,
}

fn main() {
    let s = S { a: 1, b: 2 };
    let p = (&raw const s).cast::<u8>();
    unsafe {
        #[cfg(ok)]
        println!("{} {}", *p, *p.add(2));
        #[cfg(bad)]
        println!("{} {}", *p, *p.add(1));
    }
    let _ = (s.a, s.b);
}
