//@ title: a retag with access puts its item on top
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6
// The shared reference made of p lies above q, which was made of p, too. A write through q, which lies below,
// ends it.
//@ expect [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = r as *mut i32;
    let q = r as *mut i32;
    let s = unsafe { &*p };
    #[cfg(bad)]
    unsafe {
        *q = 1
    };
    println!("{}", unsafe { *(&raw const *s) }); //~ bad ub [sb] /does not exist in the borrow stack/
}
