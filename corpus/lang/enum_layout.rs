//@ title: sizes of enums and the null niche
//@ from: Rust Reference, "Type layout"; std::option, "Representation"
// Option of a reference, Box or function pointer needs no extra space: None is null. Other enums carry a
// tag.
//@ expect: prints "8 8 8 16\n1 2 8\ntrue false\n"

#[repr(u8)]
enum Tagged {
    A(u8),
    B,
}

#[repr(C)]
enum Big {
    X(u32),
    Y,
}

fn main() {
    println!(
        "{} {} {} {}",
        size_of::<Option<&u8>>(),
        size_of::<Option<Box<u8>>>(),
        size_of::<Option<fn()>>(),
        size_of::<Option<usize>>()
    );
    println!("{} {} {}", size_of::<Option<bool>>(), size_of::<Tagged>(), size_of::<Big>());
    let none: Option<&u8> = None;
    let x = 1;
    let some = Some(&x);
    println!("{} {}", none.is_none(), some.is_none());
    let _ = (Tagged::A(1), Tagged::B, Big::X(1), Big::Y);
}
