//@ title: Tree Borrows: implicit writes: Box arguments, weakly protected
//@ from: Tree Borrows (PLDI 2025), protectors
// The same for a Box.
//@ expect [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

unsafe fn f(b: Box<i32>, p: *const i32) {
    #[cfg(bad)]
    let _v = *p; //~ bad ub [tb-implicit-writes] (borrow-protector) /read access .* Unique permission of `b`, which is weakly protected/
    let _ = p;
    std::mem::forget(b);
}

fn main() {
    let p = Box::into_raw(Box::new(1));
    unsafe { f(Box::from_raw(p), p) };
}
