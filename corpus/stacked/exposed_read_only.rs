//@ title: an exposed shared reference may only be read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.9; Miri, exposed_only_ro
// The only exposed tag has a read-only item.
//@ expect ok [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    #[cfg(ok)]
    let a = &raw mut x as usize;
    #[cfg(bad)]
    let a = &raw const x as usize;
    let p = a as *mut i32;
    unsafe { *p += 0 }; //~ bad ub [sb] (borrow-access) /write access/
    x += 0;
    println!("{}", x);
}
