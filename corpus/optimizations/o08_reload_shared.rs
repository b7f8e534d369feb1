//@ title: a reload of a shared argument after a call that receives it
//@ from: catalogue 2.2, O08; O08c
// Equal to the first load, unless the type has interior mutability.
//@ expect frozen [sb]: ub
//@ expect frozen [tb]: ub
//@ expect cell: prints "0 7\n"
//@ check frozen => frozen_opt [sb tb tb-implicit-writes]: sound
//@ check frozen => frozen_opt [flat alloc]: unsound
//@ check cell => cell_opt: unsound

use std::cell::Cell;

#[cfg(any(frozen, frozen_opt))]
type T = i32;
#[cfg(any(cell, cell_opt))]
type T = Cell<i32>;

fn f(x: &T) {
    unsafe { (x as *const T as *mut i32).write(7) };
}

fn get(x: &T) -> i32 {
    unsafe { *(x as *const T as *const i32) }
}

fn o08(x: &T) -> (i32, i32) {
    let v = get(x);
    f(x);
    #[cfg(any(frozen, cell))]
    let w = get(x);
    #[cfg(any(frozen_opt, cell_opt))]
    let w = v;
    (v, w)
}

fn main() {
    #[cfg(any(frozen, frozen_opt))]
    let x = 0;
    #[cfg(any(cell, cell_opt))]
    let x = Cell::new(0);
    let (v, w) = o08(&x);
    println!("{} {}", v, w);
    let _ = Cell::new(0);
}
