//@ title: a niche keeps one value free for the variant in the middle
//@ from: Rust Reference, "Invalid values" (an enum must have a valid discriminant); rustc's layout
// `A` and `C` hide in values that a bool cannot have: 2 and 4. The 3 between them would be `B`, which is
// stored as its bool, so a 3 is no value of `E` at all.
//@ expect ok: prints "C\n"
//@ expect copied: ub(invalid-value)
//@ expect matched: ub(invalid-value)

#[derive(Clone, Copy)]
enum E {
    A,
    B(bool),
    C,
}

fn main() {
    let mut e = E::A;
    let p = (&raw mut e).cast::<u8>();
    unsafe {
        #[cfg(ok)]
        p.write(4);
        #[cfg(any(copied, matched))]
        p.write(3);
    }
    #[cfg(copied)]
    let e = e; //~[flat strict alloc] ub /no variant has tag 3/
    match e {
        E::A => println!("A"),
        E::B(b) => println!("{}", b),
        E::C => println!("C"),
    }
}
