//@ title: a write through a unique pointer ends everything above
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.3
// Above a Unique item nothing survives its write, raw pointers and shared references included.
//@ expect ok [sb]: prints "5\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = r as *mut i32;
    #[cfg(ok)]
    unsafe {
        *p = 4
    };
    *r = 5;
    #[cfg(bad)]
    unsafe {
        *p = 4 //~ bad ub [sb] (borrow-access) /write access using `p`/
    };
    println!("{}", *r);
}
