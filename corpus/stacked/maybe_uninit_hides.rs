//@ title: inside a union references are not retagged
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1
// MaybeUninit is a union: moving it copies bytes. Moving a reference, or a struct with one, is a typed copy.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

use std::mem::MaybeUninit;

#[cfg(ok)]
type T<'a> = MaybeUninit<&'a mut i32>;
#[cfg(bad)]
type T<'a> = (&'a mut i32,);

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    let q = r as *mut i32;
    #[cfg(ok)]
    let a: T = MaybeUninit::new(unsafe { &mut *q });
    #[cfg(bad)]
    let a: T = (unsafe { &mut *q },);
    let s = unsafe { *(&raw const a as *const *mut i32) };
    let b = a;
    let t = unsafe { *(&raw const b as *const *mut i32) };
    unsafe {
        *s = 2;
        println!("{}", t.read()); //~ bad ub [sb] (borrow-access) /read access using .*`b/
    }
    let _ = MaybeUninit::new(0);
}
