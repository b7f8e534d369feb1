//@ title: a load added in front of volatile loads of a shared reference
//@ from: nikomatsakis/rust-memory-model, litmus test extra_load; catalogue part 4
// A reference argument is dereferenceable at entry, and its retag has already read it.
//@ expect base [flat strict alloc sb tb]: prints "6\n"
//@ check base => opt: sound

fn two(p: &u64) -> u64 {
    #[cfg(opt)]
    let _early = *p;
    unsafe { std::ptr::read(p) + std::ptr::read(p) }
}

fn main() {
    let x = 3;
    println!("{}", two(&x));
}
