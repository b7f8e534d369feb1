//@ title: a reference has items on its own bytes only
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6; section 4
// The neighbour's bytes know nothing of its tag.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut a = [1, 2];
    #[cfg(ok)]
    let p = &raw mut a as *mut i32;
    #[cfg(bad)]
    let p = &raw mut a[0];
    unsafe { *p.add(1) += 0 }; //~ bad ub [sb] (borrow-access) /at offset 4 of `a`/
    println!("{}", a[1]);
}
