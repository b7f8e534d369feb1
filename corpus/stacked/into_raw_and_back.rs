//@ title: a Box survives the way through a raw pointer
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 6
// into_raw makes a raw pointer over the Box's item; from_raw retags that as a new Box, which ends older raw
// pointers when it is moved, but not the one that it came from.
//@ expect [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let p = Box::into_raw(Box::new(1));
    unsafe { *p = 2 };
    let mut b = unsafe { Box::from_raw(p) };
    *b += 1;
    #[cfg(bad)]
    unsafe {
        *p += 0
    };
    println!("{}", b); //~ bad ub [sb] /does not exist in the borrow stack/
    std::mem::forget(b);
}
