//@ title: comparing a fresh allocation with a guessed address, folded to false
//@ from: LLVM #54002, #34450; rust #130388; catalogue P12
// The guess may be right. Folding one comparison while another one still asks the machine gives two
// answers to the same question.
//@ expect base: prints "false false\n" | prints "true true\n"
//@ check base => opt: unsound /prints "false true/

fn main() {
    let q = Box::into_raw(Box::new(5u8));
    let guess = std::ptr::without_provenance_mut::<u8>(0x4000);
    #[cfg(base)]
    let first = q == guess;
    #[cfg(opt)]
    let first = false;
    println!("{} {}", first, q.addr() == 0x4000);
}
