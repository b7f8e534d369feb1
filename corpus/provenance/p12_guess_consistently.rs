//@ title: folding every comparison with the guess in the same way
//@ from: derived from catalogue P12; compare "twin allocation" (Lee et al., OOPSLA 2018)
// When all questions get the same answer the fold is a choice of layout, and right. LLVM tries to do
// this for allocations that do not escape; keeping the answers consistent is the hard part.
//@ expect base: prints "false false\n" | prints "true true\n"
//@ expect opt: prints "false false\n"
//@ check base => opt: sound

fn main() {
    let q = Box::into_raw(Box::new(5u8));
    let guess = std::ptr::without_provenance_mut::<u8>(0x4000);
    #[cfg(base)]
    println!("{} {}", q == guess, q.addr() == 0x4000);
    #[cfg(opt)]
    println!("{} {}", { let _ = (q, guess); false }, false);
}
