//@ title: a write through an alias during a two-phase borrow
//@ from: semantics/borrow-models section 4; Miri, two-phase-bad3 and its like
// `v.add(..)` borrows v in two phases. The argument writes through an older raw pointer. Stacked Borrows
// treats the borrow as a raw pointer until the call; Tree Borrows finds it Disabled at function entry.
//@ expect [flat strict alloc]: prints "15\n"
//@ expect [sb]: prints "15\n"
//@ expect [tb]: ub

struct V(i32);
impl V {
    fn add(&mut self, n: i32) { //~ ub [tb] /Disabled/
        self.0 += n;
    }
}

fn main() {
    let mut v = V(1);
    let raw = &raw mut v;
    v.add(unsafe {
        (*raw).0 = 10;
        5
    });
    println!("{}", v.0);
}
