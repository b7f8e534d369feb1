//@ title: the value of a OnceCell is shared once it is there
//@ from: std::cell::OnceCell
// get looks through the cell at what is inside: a reference to it lives beside failing writes, and
// is not for writing.
//@ expect good: prints "1 true Some(3) None\n"
//@ expect write [flat strict alloc]: prints "2\n"
//@ expect write [sb tb]: ub(borrow-access)

use std::cell::OnceCell;

fn main() {
    #[cfg(good)]
    {
        let mut c = OnceCell::new();
        let r = c.get_or_init(|| 1);
        let failed = c.set(2).is_err();
        print!("{} {} ", *r, failed);
        *c.get_mut().unwrap() = 3;
        println!("{:?} {:?}", c.take(), c.into_inner());
    }
    #[cfg(write)]
    {
        let c = OnceCell::new();
        let p = c.get_or_init(|| 1) as *const i32 as *mut i32;
        unsafe { *p = 2 } //~ ub [sb tb] (borrow-access) /write access/
        println!("{}", c.get().unwrap());
    }
}
