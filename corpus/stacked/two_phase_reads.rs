//@ title: during a two-phase borrow the variable may be read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 4; 2.8
// `v.add(v.0)`: the receiver is borrowed first, as if it were a raw pointer, and becomes Unique when the call
// begins. Two steps written by hand are one phase.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

struct V(i32);
impl V {
    fn add(&mut self, n: i32) {
        self.0 += n;
    }
}

fn main() {
    let mut v = V(1);
    #[cfg(ok)]
    v.add(v.0);
    #[cfg(bad)]
    {
        let p = &raw const v;
        let r = &mut v;
        let n = unsafe { (*p).0 }; //~ bad ub [sb] (borrow-access) /read access using `p`/
        r.add(n);
    }
    println!("{}", v.0);
}
