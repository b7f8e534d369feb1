//@ title: Tree Borrows: a raw pointer to a place is that place
//@ from: Tree Borrows (PLDI 2025), reborrows
// `&raw mut x` makes no new tag: writes to x and through the pointer may alternate. By way of a reference they may not.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    #[cfg(ok)]
    let p = &raw mut x;
    #[cfg(bad)]
    let p = &mut x as *mut i32;
    unsafe {
        *p = 2;
        x = 3;
        *p = 4; //~ bad ub [tb] (borrow-access) /write access through `p` .* Disabled/
    }
    let _ = x;
}
