//@ title: Cell::get_mut is unique, Cell::set is not
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 6
// `set` takes `&self` and makes no access but its own; `get_mut` takes `&mut self`.
//@ expect ok [sb]: prints "4\n"
//@ expect bad [sb]: ub(borrow-access)

use std::cell::Cell;

fn main() {
    let mut c = Cell::new(1);
    let p = c.as_ptr();
    #[cfg(ok)]
    c.set(3);
    #[cfg(bad)]
    {
        let m = &mut c;
        *m.get_mut() = 3;
    }
    unsafe { *p += 1 }; //~ bad ub [sb] (borrow-access) /read access using `p`/
    println!("{}", c.get());
    c.set(0);
    let _ = c.get_mut();
}
