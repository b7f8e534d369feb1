//@ title: Tree Borrows: implicit writes: a read by somebody else during the call
//@ from: Tree Borrows (PLDI 2025), protectors
// The argument is Unique although the function has not written to it: a foreign read conflicts.
//@ expect [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

unsafe fn f(_r: &mut i32, p: *const i32) {
    #[cfg(bad)]
    let _v = *p; //~ bad ub [tb-implicit-writes] (borrow-protector) /read access .* Unique permission of `_r`/
    let _ = p;
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe { f(&mut *p, p) };
}
