//@ title: counting an Rc by the pointer to its value
//@ from: std::rc::Rc::into_raw, increment_strong_count, new_cyclic
// The pointer of into_raw reaches the counters in front of the value. One from a reference to the
// value alone does not in Stacked Borrows, and may not write them in Tree Borrows.
//@ expect good: prints "2 1 5\n6\n"
//@ expect reference [flat strict alloc]: prints "1\n"
//@ expect reference [sb]: ub(borrow-retag)
//@ expect reference [tb]: ub(borrow-access)

use std::rc::{Rc, Weak};

struct Cyclic {
    value: i32,
    me: Weak<Cyclic>,
}

fn main() {
    #[cfg(good)]
    unsafe {
        let p = Rc::into_raw(Rc::new(5));
        Rc::increment_strong_count(p);
        let a = Rc::from_raw(p);
        print!("{} ", Rc::strong_count(&a));
        Rc::decrement_strong_count(p);
        println!("{} {}", Rc::strong_count(&a), a);
        let c = Rc::new_cyclic(|me| Cyclic { value: 6, me: me.clone() });
        println!("{}", c.me.upgrade().unwrap().value);
    }
    #[cfg(reference)]
    unsafe {
        let a = Rc::new(5);
        let p: *const i32 = &*a;
        std::mem::forget(a);
        let b = Rc::from_raw(p);
        println!("{}", Rc::strong_count(&b)); //~ ub [sb] (borrow-retag)
        drop(b);
    }
}
