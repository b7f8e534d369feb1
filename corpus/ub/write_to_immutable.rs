//@ title: writing to a variable that is not `mut`
//@ from: Rust Reference, "mutating immutable bytes"; Miri
// Experts differ: the Reference counts the bytes of a binding without `mut` as immutable, Miri knows no such
// rule and leaves it to the aliasing models. Models without aliasing let the write through; a `static` is
// read-only in all of them. In Stacked Borrows a `*const` made of a variable may only read.
//@ expect mutable [flat strict alloc]: prints "4\n"
//@ expect binding [flat strict alloc]: prints "4\n"
//@ expect mutable [sb]: ub(borrow-access) /only grants SharedReadOnly/
//@ expect binding [sb]: ub(borrow-access) /only grants SharedReadOnly/
//@ expect fixed: ub(read-only)

#[cfg(fixed)]
static X: u8 = 3;

fn main() {
    #[cfg(mutable)]
    let mut x = 3u8;
    #[cfg(binding)]
    let x = 3u8;
    #[cfg(any(mutable, binding))]
    let p = (&raw const x).cast_mut();
    #[cfg(fixed)]
    let p = (&raw const X).cast_mut();
    unsafe {
        *p = 4;
        println!("{}", *p);
    }
    #[cfg(mutable)]
    {
        x = 0;
    }
}
