//@ title: the Cell of a struct that also has a frozen field
//@ from: semantics/borrow-models section 4; catalogue L23
// The neighbour of frozen_field_beside_cell: the write hits the Cell.
//@ expect : prints "1 5\n"
//@ expect [tb-coarse-cells]: prints "1 5\n"

use std::cell::Cell;

struct Pair {
    plain: i32,
    cell: Cell<i32>,
}

fn main() {
    let pair = Pair { plain: 1, cell: Cell::new(2) };
    let shared = &pair;
    let p = shared as *const Pair as *mut i32;
    let cell = unsafe { p.byte_add(std::mem::offset_of!(Pair, cell)) };
    unsafe {
        *cell = 5;
    }
    println!("{} {}", shared.plain, shared.cell.get());
}
