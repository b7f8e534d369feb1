//@ title: literals and their types
//@ from: Rust Reference, "Literal expressions"; integer fallback to i32
// A suffix fixes the type, inference may, and i32 is what remains.
//@ expect: prints "255 15 10 1000000 97 200\n4 1 2\n-2147483648 a\\b\t\"é\n"

fn main() {
    println!("{} {} {} {} {} {}", 0xff, 0o17, 0b1010, 1_000_000, b'a', 200u8);
    let plain = 5;
    let small: u16 = 5;
    println!("{} {} {}", size_of_val(&plain), size_of_val(&b'x'), size_of_val(&small));
    println!("{} {}\\b\t\"\u{e9}", -2147483648, 'a');
}
