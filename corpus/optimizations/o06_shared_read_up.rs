//@ title: a read of a shared argument moves up over a call that receives it
//@ from: catalogue 2.2, O06
// The call may not write what the shared reference points to.
//@ expect base [flat alloc]: prints "7\n"
//@ expect base [sb]: ub
//@ expect base [tb]: ub
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound

fn f(x: &i32) {
    unsafe { (x as *const i32 as *mut i32).write(7) }; //~ base ub [sb tb]
}

fn o06(x: &i32) -> i32 {
    #[cfg(opt)]
    let v = *x;
    f(x);
    #[cfg(base)]
    let v = *x;
    v
}

fn main() {
    let x = 0;
    println!("{}", o06(&x));
}
