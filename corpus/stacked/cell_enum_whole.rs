//@ title: an enum with a Cell is a cell as a whole
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1
// Which variant is there is not looked at, so that all bytes of an enum with interior mutability count, also
// while it holds none.
//@ expect ok [sb]: prints "None\n"
//@ expect bad [sb]: ub(borrow-access)

use std::cell::Cell;

#[cfg(ok)]
type T = Option<Cell<u8>>;
#[cfg(bad)]
type T = Option<u8>;

fn main() {
    let x: T = None;
    let p = &x as *const T as *mut u8;
    unsafe { p.write(0) }; //~ bad ub [sb] (borrow-access) /SharedReadOnly/
    println!("{}", if x.is_none() { "None" } else { "Some" });
    let _ = Cell::new(0);
}
