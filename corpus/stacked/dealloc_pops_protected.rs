//@ title: freeing memory may not remove a protected item
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.4; Miri, deallocate_against_protector1
// The older pointer's write would remove the argument's item. When the call is over, it may.
//@ expect ok [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-protector)

use std::alloc::{alloc, dealloc, Layout};

fn f(_r: &mut u32, p: *mut u32) {
    #[cfg(bad)]
    unsafe {
        dealloc(p as *mut u8, Layout::new::<u32>()) //~ bad ub [sb] (borrow-protector) /strongly protected/
    };
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u32>()) as *mut u32;
        *p = 1;
        f(&mut *p, p);
        #[cfg(ok)]
        dealloc(p as *mut u8, Layout::new::<u32>());
    }
    println!("freed");
}
