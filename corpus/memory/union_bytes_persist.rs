//@ title: writing a short field leaves the rest of the union
//@ from: Rust Reference, "Unions"; derived (what a move of a whole union keeps is debated)
// A field assignment writes the bytes of that field only.
//@ expect: prints "16909311 255\n"

#[repr(C)]
union U {
    n: u32,
    b: u8,
}

fn main() {
    let mut u = U { n: 0x010203fe };
    u.b = 255;
    unsafe { println!("{} {}", u.n, u.b) };
}
