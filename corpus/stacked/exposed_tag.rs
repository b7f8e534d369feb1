//@ title: an integer brings back a tag that was exposed
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.9
// The cast finds, among the tags exposed before, one under which the program is defined. A pointer whose address
// was not exposed by a cast gives none.
//@ expect [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let r = &mut x;
    let a = r as *mut i32 as usize;
    #[cfg(bad)]
    {
        *r = 1;
    }
    let p = a as *mut i32;
    unsafe { *p = 2 }; //~ bad ub [sb] (borrow-access) /write access/
    println!("{}", x);
}
