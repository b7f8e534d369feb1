//@ title: a reference travels as a usize inside one module
//@ from: nikomatsakis/rust-memory-model, litmus test usize-transfer, v1; catalogue part 4
// Two safe functions, one hides a reference in an integer, the other conjures it up again. With exposed
// provenance this is defined; the "Tootsie Pop" model allowed it inside one unsafety boundary.
//@ expect [flat alloc]: prints "22\n"
//@ expect [strict]: ub(invalid-reference)

fn escape_as_usize(x: &i32) -> usize {
    x as *const i32 as usize
}

fn consume_from_usize(x: usize) -> &'static i32 {
    unsafe { &*(x as *const i32) }
}

fn main() {
    let x = 22;
    let p = escape_as_usize(&x);
    let y = consume_from_usize(p);
    println!("{}", y);
}
