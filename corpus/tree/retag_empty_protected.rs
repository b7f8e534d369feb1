//@ title: Tree Borrows: a protected reference to nothing guards nothing
//@ from: Tree Borrows (PLDI 2025), protectors
// Only accessed bytes are guarded, and an empty reference has accessed none.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

#[cfg(ok)]
type Arg = [u8; 0];
#[cfg(bad)]
type Arg = [u8; 1];

unsafe fn f(_z: &mut Arg, p: *mut u8) {
    *p = 2; //~ bad ub [tb] (borrow-protector) /`_z`, which is strongly protected/
}

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    unsafe { f(&mut *p.cast(), p) };
}
