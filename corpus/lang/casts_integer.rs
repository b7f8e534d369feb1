//@ title: `as` between integers, bool, char and enums
//@ from: Rust Reference, "Type cast expressions"
// Narrowing cuts, widening extends by the sign of the source. bool, char and fieldless enums give their number.
//@ expect: prints "255 -1 65535 44\n-128 18446744073709551615 4294967295\n1 65 A 200\n7 8 -1\n"

#[derive(Clone, Copy)]
enum E {
    A = 7,
    B,
    C = -1,
}

fn main() {
    let m = -1i32;
    println!("{} {} {} {}", m as u8, 255u8 as i8, m as i16 as u16, 300u16 as u8 as u32);
    println!("{} {} {}", 128u8 as i8 as i64, -1i8 as u64, -1i64 as u32);
    println!("{} {} {} {}", true as u8, 'A' as u32, 65u8 as char, 'È' as u8);
    println!("{} {} {}", E::A as u8, E::B as i64, E::C as i32);
}
