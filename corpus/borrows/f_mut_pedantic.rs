//@ title: the shared getter called on what a raw pointer points to
//@ from: nikomatsakis/rust-memory-model, litmus test f_mut_pedantic; catalogue part 4
// As f_mut_should_work: the way through a captured raw pointer changes nothing.
//@ expect read [flat strict alloc]: prints "1\n"
//@ expect read [tb]: prints "1\n"
//@ expect read [sb]: ub(borrow-retag)
//@ expect write [flat strict alloc]: prints "2\n"
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
    fn f_mut(&mut self) -> &mut S {
        let this: *mut S = self;
        unsafe {
            let r: *const S = (*this).f();
            &mut *(r as *mut S) //~ ub [sb] (borrow-retag)
        }
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
