//@ title: a guard with a reference inside as an argument, dropped before a writer comes
//@ from: nikomatsakis/rust-memory-model, litmus test refcell_ref; catalogue part 4
// The guard's reference is protected for the whole call, even after the guard is dropped. That is why the
// library's Ref holds a raw pointer.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-protector)
//@ expect [tb]: ub(borrow-protector)

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
            unsafe { *self.value.get() = v }; //~ ub [sb tb] (borrow-protector) /strongly protected/
        }
    }
}

fn break_it(guard: MyRef<'_>, cell: &MyRefCell) {
    drop(guard);
    cell.write_if_free(2);
}

fn main() {
    let cell = MyRefCell { borrows: Cell::new(0), value: UnsafeCell::new(1) };
    break_it(cell.borrow(), &cell);
    println!("{}", unsafe { *cell.value.get() });
}
