//@ title: Tree Borrows: freeing what has a frozen field beside a cell
//@ from: Tree Borrows (PLDI 2025), protectors
// Cell bytes do not forbid freeing, but every other accessed byte of a protected argument does.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};
use std::cell::Cell;

#[cfg(ok)]
type Arg = (Cell<u8>, Cell<u8>);
#[cfg(bad)]
type Arg = (Cell<u8>, u8);

unsafe fn f(_a: &Arg, p: *mut u8) {
    dealloc(p, Layout::new::<[u8; 2]>()); //~ bad ub [tb] (borrow-protector) /Frozen permission of `_a`/
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<[u8; 2]>());
        p.cast::<[u8; 2]>().write([1, 2]);
        f(&*p.cast::<Arg>(), p);
    }
    let _ = Cell::new(0);
}
