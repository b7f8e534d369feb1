//@ title: a pointer transmuted to a reference is retagged
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1; Miri, transmute-is-no-escape
// The result is written at a reference type.
//@ expect [sb]: prints "ok\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(bad)]
    {
        x = 2;
    }
    let _r: &i32 = unsafe { std::mem::transmute(p) }; //~ bad ub [sb] (borrow-retag) /does not exist in the borrow stack/
    x += 0;
    let _ = x;
    println!("ok");
}
