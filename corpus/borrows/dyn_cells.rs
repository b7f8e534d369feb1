//@ title: a shared reference to a trait object is read-only but for the cells of the value behind it
//@ from: semantics of retags: interior mutability of trait objects
// The value's own type decides, which the vtable tells.
//@ expect: prints "5 6\n"
//@ expect frozen [flat strict alloc]: prints "5 6\n"
//@ expect frozen [sb tb]: ub(borrow-access)

use std::cell::Cell;

trait T {
    fn ptr(&self) -> *const u8;
}
struct Half {
    plain: u8,
    cell: Cell<u8>,
}
impl T for Half {
    fn ptr(&self) -> *const u8 {
        &raw const self.plain
    }
}

fn write(d: &dyn T) {
    let p = d as *const dyn T as *const Half as *mut Half;
    unsafe {
        (&raw mut (*p).cell as *mut u8).write(6);
        #[cfg(frozen)]
        (&raw mut (*p).plain).write(5);
    }
}

fn main() {
    let h = Half { plain: 5, cell: Cell::new(1) };
    write(&h);
    println!("{} {}", h.plain, h.cell.get());
}
