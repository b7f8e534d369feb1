//@ title: a trait object that went through integers
//@ from: Rust Reference, "Behavior considered undefined", invalid metadata; std::ptr, "Provenance"
// A transmute to integers and back loses the provenance of the vtable pointer as of every other. On
// machines where a pointer is an address there is nothing to lose.
//@ expect [strict alloc sb tb]: ub(invalid-value) /but it must be a vtable pointer/
//@ expect [flat]: prints "7\n"
//@ expect pointers: prints "7\n"

use std::mem::transmute;

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}

#[cfg(not(pointers))]
type Word = usize;
#[cfg(pointers)]
type Word = *const ();

fn main() {
    let x = 7u8;
    let d: &dyn T = &x;
    let words: (Word, Word) = unsafe { transmute(d) };
    let back: &dyn T = unsafe { transmute(words) };
    println!("{}", back.get());
}
