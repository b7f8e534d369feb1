//@ title: layout of repr(C), packed, aligned and transparent structs
//@ from: Rust Reference, "Type layout"
// repr(C) lays fields out in order with padding; packed leaves the padding out; align raises the alignment.
//@ expect: prints "12 4\n7 1\n16 16\n8 8\n0 4 8\n6 2\n"

#[repr(C)]
struct C {
    a: u8,
    b: u32,
    c: u16,
}

#[repr(C, packed)]
struct P {
    a: u8,
    b: u32,
    c: u16,
}

#[repr(align(16))]
struct A(u8);

#[repr(transparent)]
struct T(u64);

#[repr(C, packed(2))]
struct Q {
    a: u8,
    b: u32,
}

fn main() {
    println!("{} {}", size_of::<C>(), align_of::<C>());
    println!("{} {}", size_of::<P>(), align_of::<P>());
    println!("{} {}", size_of::<A>(), align_of::<A>());
    println!("{} {}", size_of::<T>(), align_of::<T>());
    let c = C { a: 1, b: 2, c: 3 };
    let start = (&raw const c).addr();
    println!(
        "{} {} {}",
        (&raw const c.a).addr() - start,
        (&raw const c.b).addr() - start,
        (&raw const c.c).addr() - start
    );
    println!("{} {}", size_of::<Q>(), align_of::<Q>());
    let _ = (A(1).0, T(1).0);
}
