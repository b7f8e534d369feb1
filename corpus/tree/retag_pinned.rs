//@ title: Tree Borrows: a mutable reference to what is pinned is no promise
//@ from: Tree Borrows (PLDI 2025), reborrows
// `&mut T` where T is not Unpin is not retagged: self-referential types have aliases.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::marker::PhantomPinned;

struct S {
    n: u8,
    #[cfg(ok)]
    _pin: PhantomPinned,
}

fn main() {
    #[cfg(ok)]
    let mut s = S { n: 1, _pin: PhantomPinned };
    #[cfg(bad)]
    let mut s = S { n: 1 };
    let p = &raw mut s;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    a.n = 2;
    b.n = 3; //~ bad ub [tb] (borrow-access) /write access through `b` .* Disabled/
    let _ = PhantomPinned;
}
