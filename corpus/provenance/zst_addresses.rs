//@ title: zero-sized objects may lie anywhere, also on top of each other
//@ from: Rust Reference; rust-lang/rust #54585 discussion; experts disagree on what `==` may say
// An empty object occupies nothing, so it may share its address with anything. A program must not rely on
// either answer.
//@ expect base: prints "false\n" | prints "true\n"
//@ check base => opt: sound

struct Nothing;

fn main() {
    let a = Nothing;
    let b = Nothing;
    #[cfg(base)]
    println!("{}", &raw const a == &raw const b);
    #[cfg(opt)]
    println!("{}", { let _ = (&a, &b); true });
}
