//@ title: comparing a dangling pointer with a new one
//@ from: nikomatsakis/rust-memory-model, litmus test compare_dangling_pointers; catalogue part 4
// Safe code may compare any two raw pointers. Whether the allocator reuses the address is its business, so
// both answers are possible, and the optimiser may choose one.
//@ expect base: prints "false\n" | prints "true\n"
//@ check base => opt: sound

fn main() {
    let p1 = {
        let b = Box::new(1);
        &raw const *b
    };
    let c = Box::new(2);
    let p2 = &raw const *c;
    #[cfg(base)]
    println!("{}", p1 == p2);
    #[cfg(opt)]
    println!("{}", { let _ = (p1, p2); false });
}
