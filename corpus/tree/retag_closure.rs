//@ title: Tree Borrows: a closure's captured references are protected while it runs
//@ from: Tree Borrows (PLDI 2025), protectors
// The closure is called by value: its environment is an argument, and the reference in it is retagged with a protector.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn call(f: impl FnOnce()) {
    f()
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    #[cfg(ok)]
    {
        call(|| *r = 2);
        unsafe { p.write(3) };
    }
    #[cfg(bad)]
    call(|| {
        *r = 2;
        unsafe { p.write(3) }; //~ bad ub [tb] (borrow-protector) /which is strongly protected/
    });
}
