//@ title: Tree Borrows: implicit writes: shared references are read as before
//@ from: Tree Borrows (PLDI 2025), reborrows
// Only `&mut` and Box arguments are written.
//@ expect ok [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

#[cfg(ok)]
fn f(_r: &i32) {}
#[cfg(bad)]
fn f(_r: &mut i32) {}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    f(a);
    *b = 2; //~ bad ub [tb-implicit-writes] (borrow-access) /Disabled/
}
