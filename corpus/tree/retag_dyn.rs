//@ title: Tree Borrows: a trait object is retagged as the value that is there
//@ from: Tree Borrows (PLDI 2025), reborrows
// The bytes of the value are frozen or cells as its type says, although the trait does not.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}
impl T for Cell<u8> {
    fn get(&self) -> u8 {
        Cell::get(self)
    }
}

fn main() {
    #[cfg(ok)]
    let mut x = Cell::new(1u8);
    #[cfg(bad)]
    let mut x = 1u8;
    let p = &raw mut x;
    let d: &dyn T = unsafe { &*p };
    unsafe { p.cast::<u8>().write(2) };
    let _v = d.get(); //~ bad ub [tb] (borrow-retag) /reborrow .* Disabled/
    let _ = Cell::new(0);
}
