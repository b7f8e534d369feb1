//@ title: a reference travels as a usize through a private helper module
//@ from: nikomatsakis/rust-memory-model, litmus test usize-transfer; catalogue part 4
// Here the boundary between modules lies between the two halves. The model of 2016 was unsure about it;
// for provenance modules do not matter.
//@ expect [flat alloc]: prints "22\n"
//@ expect [strict]: ub(invalid-reference)

mod helper {
    pub(super) fn escape_as_usize(x: &i32) -> usize {
        x as *const i32 as usize
    }

    pub(super) fn consume_from_usize(x: usize) -> &'static i32 {
        unsafe { &*(x as *const i32) }
    }
}

use helper::{consume_from_usize, escape_as_usize};

fn main() {
    let x = 22;
    let p = escape_as_usize(&x);
    println!("{}", consume_from_usize(p));
}
