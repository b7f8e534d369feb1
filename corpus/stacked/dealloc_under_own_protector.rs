//@ title: an argument may not free the memory it points to
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.4
// The reference's own item remains when a pointer made of it frees the memory: a strong protector forbids that
// the memory goes. A raw pointer has no protector.
//@ expect ok [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-protector)

use std::alloc::{alloc, dealloc, Layout};

#[cfg(ok)]
fn f(r: *mut u32) {
    unsafe { dealloc(r as *mut u8, Layout::new::<u32>()) };
}
#[cfg(bad)]
fn f(r: &mut u32) {
    let p = r as *mut u32;
    unsafe { dealloc(p as *mut u8, Layout::new::<u32>()) }; //~ bad ub [sb] (borrow-protector) /deallocating while item \[Unique for `(f::)?r`\] is strongly protected/
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u32>()) as *mut u32;
        *p = 1;
        #[cfg(ok)]
        f(p);
        #[cfg(bad)]
        f(&mut *p);
    }
    println!("freed");
}
