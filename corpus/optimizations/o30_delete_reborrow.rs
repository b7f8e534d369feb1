//@ title: an unused reborrow deleted, and inserted
//@ from: catalogue 2.2, O30, O31
// Deleting only removes demands. Inserting one may ask for what a pointer may no longer do.
//@ expect with [sb]: ub(borrow-retag)
//@ expect with [tb]: ub(borrow-retag)
//@ expect without: prints "end\n"
//@ check with => without: sound
//@ check without => with [sb tb]: unsound
//@ check without => with [flat alloc]: sound

fn main() {
    let mut v = 0;
    let root = &raw mut v;
    let _dead = unsafe { &mut *root } as *mut i32;
    unsafe { *root = 1 };
    #[cfg(with)]
    let _r = unsafe { &mut *_dead }; //~ with ub [sb tb] (borrow-retag)
    #[cfg(without)]
    let _ = _dead;
    println!("end");
}
