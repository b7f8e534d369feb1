//@ title: a transmuted reference keeps its tag
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1
// No raw pointer is made: it is the reference's Unique tag in another type, whose write ends the raw pointers
// that came of the reference. A raw pointer made by a cast is one of them.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = &raw mut *r;
    #[cfg(ok)]
    let q = r as *mut i32;
    #[cfg(bad)]
    let q: *mut i32 = unsafe { std::mem::transmute(r) };
    unsafe {
        *q = 2;
        println!("{}", p.read()); //~ bad ub [sb] (borrow-access) /read access/
    }
}
