//@ title: a Box argument is protected weakly
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 9; Miri, box_noalias_violation
// Another pointer may not use the memory while the call runs, as with a mutable reference.
//@ expect [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-protector)

fn f(b: Box<i32>, p: *mut i32) -> i32 {
    #[cfg(bad)]
    unsafe {
        *p = 7 //~ bad ub [sb] (borrow-protector) /would remove \[Unique for `(f::)?b`\] which is weakly protected/
    };
    *b
}

fn main() {
    let p = Box::into_raw(Box::new(1));
    println!("{}", f(unsafe { Box::from_raw(p) }, p));
}
