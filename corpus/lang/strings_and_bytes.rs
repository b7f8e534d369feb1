//@ title: string literals, bytes and chars
//@ from: Rust Reference, "String literals"; UTF-8
// A str is UTF-8: its length counts bytes. Byte strings are arrays of u8.
//@ expect: prints "häy 4\n104 [97, 10]\ntrue false\n"

fn main() {
    let s = "h\u{e4}y";
    println!("{} {}", s, s.len());
    let b = b"a\n";
    println!("{} {:?}", s.as_bytes()[0], b);
    println!("{} {}", s == "häy", s == "hay");
}
