//@ title: during a two-phase borrow the variable may even be written
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.8
// An automatic borrow of a receiver is SharedReadWrite until the call begins, and makes no access. A borrow that is
// written out is Unique from the beginning, and ends the older pointer.
//@ expect ok [sb]: prints "15\n"
//@ expect bad [sb]: ub(borrow-access)

struct V(i32);
impl V {
    fn add(&mut self, n: i32) {
        self.0 += n;
    }
}

unsafe fn set(p: *mut V) -> i32 {
    (*p).0 = 10; //~ bad ub [sb] (borrow-access) /write access using .*`set::p`/
    5
}

fn main() {
    let mut v = V(1);
    let p = &raw mut v;
    unsafe {
        #[cfg(ok)]
        v.add(set(p));
        #[cfg(bad)]
        V::add(&mut v, set(p));
    }
    println!("{}", v.0);
}
