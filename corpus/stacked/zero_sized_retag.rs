//@ title: an empty reference has a tag that is in no stack
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6; Miri, zst_slice
// A retag of no bytes inserts no item anywhere, so that the pointer can read nothing, although it lies in the
// array.
//@ expect ok [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let a = [1, 2];
    #[cfg(ok)]
    let s = &a[0..1];
    #[cfg(bad)]
    let s = &a[0..0];
    let p = s as *const [i32] as *const i32;
    println!("{}", unsafe { p.read() }); //~ bad ub [sb] (borrow-access) /does not exist in the borrow stack/
}
