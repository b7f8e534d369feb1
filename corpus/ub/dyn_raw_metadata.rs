//@ title: a raw pointer to a trait object needs a vtable, too
//@ from: Rust Reference, "Behavior considered undefined", invalid metadata
// Its address may be anything: null here. Its metadata may not, even if nobody uses the pointer.
//@ expect: prints "true\n"
//@ expect null_vtable: ub(invalid-value) /its metadata is a null pointer, but it must be a vtable/
//@ expect data: ub(invalid-value) /its metadata is a pointer to `x` at offset 0/
//@ expect inside: ub(invalid-value) /its metadata is a pointer to a vtable at offset 8/
//@ expect unused: prints "true\n"

use std::mem::{transmute, MaybeUninit};

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}

type Words = (*const (), *const ());

fn main() {
    let x = 1u8;
    let p: *const dyn T = &x;
    let mut words: Words = unsafe { transmute(p) };
    words.0 = std::ptr::null();
    if cfg!(null_vtable) || cfg!(unused) {
        words.1 = std::ptr::null();
    }
    if cfg!(data) {
        words.1 = &x as *const u8 as *const ();
    }
    if cfg!(inside) {
        words.1 = words.1.wrapping_byte_add(8);
    }
    if cfg!(unused) {
        // not a value of the type
        let q: MaybeUninit<*const dyn T> = unsafe { transmute(words) };
        println!("true");
        return;
    }
    let q: *const dyn T = unsafe { transmute(words) };
    println!("{}", q.is_null());
}
