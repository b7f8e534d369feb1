//@ title: macro_rules!: a macro borrows and moves where it is called, without a call
//@ from: Miri, tests of the borrow models, in macros
//@ teach: No protector, no reborrow of arguments: what the macro's body does happens in the caller's frame.
//@ expect: prints "3\n"
//@ expect stale [flat strict alloc]: prints "4\n"

macro_rules! set {
    ($place:expr, $v:expr) => {
        $place = $v
    };
}
macro_rules! through {
    ($r:expr) => {
        *$r += 1 //~ stale ub [sb tb] (borrow-access)
    };
}

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    let r = unsafe { &mut *raw };
    set!(*r, 2);
    #[cfg(stale)]
    unsafe {
        set!(*raw, 3);
    }
    through!(r);
    println!("{x}");
}
