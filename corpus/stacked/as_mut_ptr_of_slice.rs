//@ title: as_mut_ptr borrows the whole slice
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 6; catalogue L04
// `a.as_ptr()` takes `&self`: a read of the whole slice, which leaves the older raw pointer. `as_mut_ptr` takes
// `&mut self`: a write, which ends it.
//@ expect ok [sb]: prints "5\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut a = [1, 2];
    let p = a.as_mut_ptr();
    unsafe { *p = 5 };
    #[cfg(ok)]
    let q = a.as_ptr();
    #[cfg(bad)]
    let q = a.as_mut_ptr();
    println!("{}", unsafe { p.read() }); //~ bad ub [sb] (borrow-access) /does not exist in the borrow stack/
    let _ = q;
}
