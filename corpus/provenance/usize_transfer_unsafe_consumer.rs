//@ title: the same with an unsafe consumer in another public module
//@ from: nikomatsakis/rust-memory-model, litmus test usize-transfer; catalogue part 4
// Making the consumer an `unsafe fn` moves the obligation to the caller: this was the variant that the
// 2016 model accepted across modules. The machine sees the same program.
//@ expect [flat alloc]: prints "22\n"
//@ expect [strict]: ub(invalid-reference)

pub mod producer {
    pub fn escape_as_usize(x: &i32) -> usize {
        x as *const i32 as usize
    }
}

pub mod consumer {
    pub unsafe fn consume_from_usize<'a>(x: usize) -> &'a i32 {
        &*(x as *const i32)
    }
}

fn main() {
    let x = 22;
    let p = producer::escape_as_usize(&x);
    println!("{}", unsafe { consumer::consume_from_usize(p) });
}
