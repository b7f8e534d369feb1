//@ title: the frozen field of a struct that also has a Cell
//@ from: semantics/borrow-models section 4; catalogue L23
// Interior mutability is a matter of bytes. The Tree Borrows of 2023 took it as a matter of the type;
// that is what coarse cells are.
//@ expect [flat strict alloc]: prints "5\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-coarse-cells]: prints "5\n"

use std::cell::Cell;

struct Pair {
    plain: i32,
    _cell: Cell<i32>,
}

fn main() {
    let pair = Pair { plain: 1, _cell: Cell::new(2) };
    let shared = &pair;
    let p = shared as *const Pair as *mut i32;
    let plain = unsafe { p.byte_add(std::mem::offset_of!(Pair, plain)) };
    unsafe {
        *plain = 5; //~ ub [sb tb] (borrow-access) /write access/
    }
    println!("{}", shared.plain);
}
