//@ title: the shared reference outlives the unsafe block
//@ from: nikomatsakis/rust-memory-model, litmus test f_mut_bad; catalogue part 4
// Intended as undefined in the model of 2016. Today nothing is wrong before the write in Tree Borrows.
//@ expect read [flat strict alloc]: prints "1 1\n"
//@ expect read [tb]: prints "1 1\n"
//@ expect read [sb]: ub(borrow-retag)
//@ expect write [flat strict alloc]: prints "2 2\n"
//@ expect write [tb]: ub(borrow-access)
//@ expect write [sb]: ub(borrow-retag)

#![allow(invalid_reference_casting)]

struct S {
    n: i32,
}
impl S {
    fn f(&self) -> &S {
        self
    }
    fn f_mut<'s>(&'s mut self) -> (&'s S, &'s mut S) {
        let shared: &'s S = unsafe { &*(self.f() as *const S) };
        let unique = unsafe { &mut *(shared as *const S as *mut S) }; //~ ub [sb] (borrow-retag)
        (shared, unique)
    }
}

fn main() {
    let mut s = S { n: 1 };
    let (shared, m) = s.f_mut();
    #[cfg(read)]
    let _seen = m.n;
    #[cfg(write)]
    {
        m.n = 2; //~ write ub [tb] (borrow-access)
    }
    println!("{} {}", m.n, shared.n);
}
