//@ title: Tree Borrows: a weak protector lets the function free its Box
//@ from: Tree Borrows (PLDI 2025), protectors
// `drop(b)` in the function that was given the Box is what Boxes are for. A reference to the same memory forbids it.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

#[cfg(ok)]
unsafe fn f(b: Box<i32>) {
    drop(b);
}
#[cfg(bad)]
unsafe fn f(b: &mut i32) {
    let p = &raw mut *b;
    drop(Box::from_raw(p)); //~ bad ub [tb] (borrow-protector) /deallocation .* strongly protected/
}

fn main() {
    let p = Box::into_raw(Box::new(1));
    unsafe {
        #[cfg(ok)]
        f(Box::from_raw(p));
        #[cfg(bad)]
        f(&mut *p);
    }
}
