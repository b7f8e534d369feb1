//@ title: Tree Borrows: loading a reference from memory is a reborrow
//@ from: Tree Borrows (PLDI 2025), reborrows
// Reading the field of type `&i32` reads what it points to. Its bytes may be copied at any time.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let s = (unsafe { &*p },);
    unsafe { p.write(2) };
    #[cfg(ok)]
    let _copy = unsafe { (&raw const s.0).cast::<*const i32>().read() };
    #[cfg(bad)]
    let _copy = s.0; //~ bad ub [tb] (borrow-retag) /reborrow .*`&i32` for Frozen.* Disabled/
}
