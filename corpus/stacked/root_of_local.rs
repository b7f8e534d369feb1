//@ title: a local variable is its own only owner
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.1
// The bottom item of a local is Unique: an access by name ends every raw pointer to it. That of a static is
// SharedReadWrite: nothing that came of one raw pointer ends another.
//@ expect ok [sb]: prints "4\n"
//@ expect bad [sb]: ub(borrow-access)

#[cfg(ok)]
static mut X: i32 = 1;

fn main() {
    #[cfg(bad)]
    let mut x = 1;
    #[cfg(ok)]
    let p = &raw mut X;
    #[cfg(bad)]
    let p = &raw mut x;
    unsafe {
        *p = 2;
        #[cfg(ok)]
        {
            X = 3;
        }
        #[cfg(bad)]
        {
            x = 3;
        }
        *p += 1; //~ bad ub [sb] (borrow-access) /attempting a read access .* does not exist in the borrow stack/
        println!("{}", *p);
    }
}
