//@ title: one mutable reference coerced to two raw arguments
//@ from: nikomatsakis/rust-memory-model, litmus test ffi_ref_mut_to_star_mut; catalogue part 4
// The casts are `&raw mut *x` without a mutable reborrow in between (rustc's lowering since raw borrows);
// with a reborrow the second would end the first in all models.
//@ expect : prints "4\n"
//@ expect [tb-implicit-writes]: prints "4\n"

fn callee(a: *mut i32, b: *mut i32) {
    unsafe {
        *a = 1;
        *b = 2;
        *a += *b;
    }
}

fn main() {
    let mut v = 0;
    let x = &mut v;
    callee(x, x);
    println!("{}", v);
}
