//@ title: freeing memory is a write to all of it
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.4
// Memory may be freed through a pointer that may write to each of its bytes.
//@ expect [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-dealloc)

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    let layout = Layout::new::<u64>();
    unsafe {
        let p = alloc(layout) as *mut u64;
        *p = 1;
        let r = &mut *p;
        let q = r as *mut u64;
        #[cfg(bad)]
        {
            *p = 2;
        }
        dealloc(q as *mut u8, layout); //~ bad ub [sb] (borrow-dealloc) /attempting deallocation using .*that tag does not exist in the borrow stack/
    }
    println!("freed");
}
