//@ title: Tree Borrows: references inside of structs are retagged
//@ from: Tree Borrows (PLDI 2025), reborrows
// Passing a struct with a mutable reference protects what the reference points to. ManuallyDrop is not looked into.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::mem::ManuallyDrop;

#[cfg(ok)]
struct S<'a>(#[allow(dead_code)] ManuallyDrop<&'a mut u8>);
#[cfg(bad)]
struct S<'a>(#[allow(dead_code)] &'a mut u8);

unsafe fn f(_s: S, p: *mut u8) {
    *p = 2; //~ bad ub [tb] (borrow-protector) /Reserved permission of .*, which is strongly protected/
}

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    unsafe {
        #[cfg(ok)]
        f(S(ManuallyDrop::new(&mut *p)), p);
        #[cfg(bad)]
        f(S(&mut *p), p);
    }
    let _ = ManuallyDrop::new(0);
}
