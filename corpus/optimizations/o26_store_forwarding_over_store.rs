//@ title: a store forwarded over a store through another pointer
//@ from: catalogue 2.2, O26 prot
// Both being arguments, they do not overlap.
//@ expect base [sb]: ub
//@ expect base [tb]: ub
//@ expect base [flat alloc]: prints "2\n"
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound

fn o26(x: &mut i32, y: *mut i32) -> i32 {
    *x = 1;
    unsafe { *y = 2 }; //~ base ub [sb tb] (borrow-protector)
    #[cfg(base)]
    let v = *x;
    #[cfg(opt)]
    let v = 1;
    v
}

fn main() {
    let mut v = 0;
    let p = &raw mut v;
    println!("{}", o26(unsafe { &mut *p }, p));
}
