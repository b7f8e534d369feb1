//@ title: Tree Borrows: a Box argument that was read by others can be read, not dropped
//@ from: Tree Borrows (PLDI 2025), protectors
// The foreign read made it conflicted: no write through it while the call runs, and freeing is one.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(b: Box<i32>, p: *const i32) {
    let _ = p.read();
    #[cfg(ok)]
    let _v = (*b, std::mem::forget(b));
    #[cfg(bad)]
    drop(b); //~ bad ub [tb] (borrow-dealloc) /deallocation through .* Reserved \(conflicted\)/
}

fn main() {
    let p = Box::into_raw(Box::new(1));
    unsafe { f(Box::from_raw(p), p) };
}
