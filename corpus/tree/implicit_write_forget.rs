//@ title: Tree Borrows: implicit writes: not in functions marked so
//@ from: Tree Borrows (PLDI 2025), reborrows
// `mem::forget` is declared not to write through what it is given.
//@ expect ok [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

fn f(_r: &mut i32) {}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    #[cfg(ok)]
    std::mem::forget(a);
    #[cfg(bad)]
    f(a);
    *b = 2; //~ bad ub [tb-implicit-writes] (borrow-access) /Disabled/
    let _ = f as fn(&mut i32);
}
