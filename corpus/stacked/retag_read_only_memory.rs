//@ title: no mutable reference points into read-only memory
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6; Miri, static_memory_modification
// The retag is undefined by itself. A static with interior mutability is not in read-only memory.
//@ expect ok [sb]: prints "1\n"
//@ expect bad [sb]: ub(read-only)

use std::sync::atomic::AtomicI32;

#[cfg(ok)]
static X: AtomicI32 = AtomicI32::new(1);
#[cfg(bad)]
static X: i32 = 1;

fn main() {
    let p = &raw const X as *mut i32;
    let r = unsafe { &mut *p }; //~ bad ub [sb] (read-only) /encountered mutable reference pointing to read-only memory/
    println!("{}", *r);
    let _ = AtomicI32::new(0);
}
