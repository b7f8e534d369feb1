//@ title: Tree Borrows: implicit writes: entering a function writes through its argument
//@ from: Tree Borrows (PLDI 2025), reborrows
// With implicit writes a protected `&mut` is Unique from the start, as if the function wrote to it at once. Another mutable
// reference that still waits is disabled by that.
//@ expect ok [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

fn f(_r: &mut i32) {}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    #[cfg(bad)]
    f(a);
    #[cfg(ok)]
    let _ = a;
    *b = 2; //~ bad ub [tb-implicit-writes] (borrow-access) /write access through `b` .* Disabled/
    let _ = f as fn(&mut i32);
}
