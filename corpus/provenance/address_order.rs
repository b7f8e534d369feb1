//@ title: two objects are in one order or the other
//@ from: derived; std pointer comparison
// Either may come first. The two comparisons are opposites of each other, since live objects do not
// overlap; fixing one without the other is a contradiction.
//@ expect base: prints "true false\n" | prints "false true\n"
//@ check base => both: sound
//@ check base => one: unsound /prints "true true/

fn main() {
    let x = 0u8;
    let y = 0u8;
    let p = &raw const x;
    let q = &raw const y;
    #[cfg(base)]
    println!("{} {}", p < q, q < p);
    #[cfg(both)]
    println!("{} {}", { let _ = (p, q); true }, false);
    #[cfg(one)]
    println!("{} {}", true, q < p);
}
