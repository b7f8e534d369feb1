//@ title: a read leaves shared references above alone
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.2
// Any number of readers may take turns. One write ends them all.
//@ expect ok [sb]: prints "1 1\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let a = unsafe { &*p };
    let b = unsafe { &*p };
    let first = *a;
    #[cfg(ok)]
    let _seen = unsafe { *p };
    #[cfg(bad)]
    unsafe {
        *p = 1
    };
    println!("{} {}", first, *b); //~ bad ub [sb] /does not exist in the borrow stack/
}
