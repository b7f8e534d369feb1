//@ title: two comparisons of the same dangling pointer agree
//@ from: Rust Reference, pointer comparison; derived (LLVM and C compilers have been caught disagreeing)
// A pointer keeps its address when its target dies. Asking twice must give the same answer twice.
//@ expect base: prints "false false\n" | prints "true true\n"
//@ check base => opt: unsound /prints "false true/

fn main() {
    let p1 = {
        let b = Box::new(1);
        &raw const *b
    };
    let c = Box::new(2);
    let p2 = &raw const *c;
    #[cfg(base)]
    let first = p1 == p2;
    #[cfg(opt)]
    let first = false;
    println!("{} {}", first, p1 == p2);
}
