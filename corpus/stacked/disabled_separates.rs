//@ title: a disabled reference still stands between raw pointers
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.2, 2.3; Miri, disable_mut_does_not_merge_srw
// Reading through p disables m, which lies between p and q, but m keeps its place: q may be read, and a write
// through p ends q.
//@ expect [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let m = unsafe { &mut *p };
    let q = &raw mut *m;
    let _seen = unsafe { *p };
    #[cfg(bad)]
    unsafe {
        *p = 1;
    }
    println!("{}", unsafe { q.read() }); //~ bad ub [sb] (borrow-access) /read access/
}
