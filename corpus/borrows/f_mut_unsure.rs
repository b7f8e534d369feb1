//@ title: a shared reference transmuted to a mutable one
//@ from: nikomatsakis/rust-memory-model, litmus test f_mut_unsure; catalogue part 4
// As f_mut_should_work, without a raw pointer in between.
//@ expect read [flat strict alloc]: prints "1\n"
//@ expect read [tb]: prints "1\n"
//@ expect read [sb]: ub(borrow-retag)
//@ expect write [flat strict alloc]: prints "2\n"
//@ expect write [tb]: ub(borrow-access)
//@ expect write [sb]: ub(borrow-retag)

struct S {
    n: i32,
}
impl S {
    fn f(&self) -> &S {
        self
    }
    #[allow(mutable_transmutes)]
    fn f_mut(&mut self) -> &mut S {
        unsafe { std::mem::transmute(self.f()) } //~ ub [sb] (borrow-retag)
    }
}

fn main() {
    let mut s = S { n: 1 };
    let m = s.f_mut();
    #[cfg(read)]
    let _seen = m.n;
    #[cfg(write)]
    {
        m.n = 2; //~ write ub [tb] (borrow-access)
    }
    println!("{}", m.n);
}
