//@ title: Tree Borrows: implicit writes: an argument that points to a constant
//@ from: Tree Borrows (PLDI 2025), reborrows
// `&mut` to a constant that is never written through is harmless in Tree Borrows. An implicit write to it is not.
//@ expect ok [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

static ONE: i32 = 1;

#[rustfmt::skip]
fn f(_r: &mut i32) {} //~ bad ub [tb-implicit-writes] (read-only) /read-only/

fn main() {
    let r = unsafe { &mut *(&raw const ONE).cast_mut() };
    #[cfg(ok)]
    let _ = r;
    #[cfg(bad)]
    f(r);
    let _ = f as fn(&mut i32);
}
