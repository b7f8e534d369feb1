//@ title: a reference loaded from memory is retagged
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1; Miri, load_invalid_shr
// A typed copy out of a variable, a tuple or an Option retags, so that it fails where the reference has lost its
// permission, although nobody uses the reference.
//@ expect [sb]: prints "ok\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let pair = (unsafe { &*p }, 0);
    #[cfg(bad)]
    unsafe {
        *p = 2
    };
    let _r = pair.0; //~ bad ub [sb] (borrow-retag) /trying to retag .* for SharedReadOnly permission/
    println!("ok");
}
