//@ title: a value copied out of a guard before the guard is dropped
//@ from: nikomatsakis/rust-memory-model, litmus test refcell_ref, copy_drop; catalogue part 4
// The load may not move below the drop: once the guard is gone, a writer may come.
//@ expect base: prints "1\n"
//@ expect opt [flat strict alloc]: prints "2\n"
//@ expect opt [sb]: ub
//@ expect opt [tb]: ub
//@ check base => opt: unsound

use std::cell::{Cell, UnsafeCell};

struct MyRefCell {
    borrows: Cell<isize>,
    value: UnsafeCell<i32>,
}
struct MyRef<'a> {
    value: &'a i32,
    borrows: &'a Cell<isize>,
}
impl Drop for MyRef<'_> {
    fn drop(&mut self) {
        self.borrows.set(self.borrows.get() - 1);
    }
}
impl MyRefCell {
    fn borrow(&self) -> MyRef<'_> {
        assert!(self.borrows.get() >= 0);
        self.borrows.set(self.borrows.get() + 1);
        MyRef { value: unsafe { &*self.value.get() }, borrows: &self.borrows }
    }
    fn write_if_free(&self, v: i32) {
        if self.borrows.get() == 0 {
            unsafe { *self.value.get() = v };
        }
    }
}

fn copy_drop(cell: &MyRefCell) -> i32 {
    let guard = cell.borrow();
    #[cfg(base)]
    {
        let copy = *guard.value;
        drop(guard);
        cell.write_if_free(2);
        copy
    }
    #[cfg(opt)]
    {
        let r = guard.value;
        drop(guard);
        cell.write_if_free(2);
        *r //~ opt ub [sb tb]
    }
}

fn main() {
    let cell = MyRefCell { borrows: Cell::new(0), value: UnsafeCell::new(1) };
    println!("{}", copy_drop(&cell));
}
