//@ title: padding is read back
//@ from: Rust Reference, "Behavior considered undefined" (uninitialised padding)
// The byte between the fields of a struct that was written as a whole is uninitialised: reading it as a
// u8 is undefined, so it may be anything. In memory that was zeroed and written field by field it is zero.
//@ check fn whole: base => opt [alloc]: sound vacuous
//@ check fn by_field: base => opt [alloc]: sound
//@ check fn by_field: base => bad [alloc]: unsound
#![crate_type = "lib"]

#[repr(C)]
struct S {
    a: u8,
    b: u16,
}

pub fn whole(a: u8, b: u16) -> u8 {
    let mut m = [0u16; 2];
    let p = m.as_mut_ptr() as *mut S;
    unsafe { *p = S { a, b } };
    #[cfg(base)]
    let r = unsafe { *(p as *const u8).add(1) };
    #[cfg(not(base))]
    let r = 77;
    r
}

pub fn by_field(a: u8, b: u16) -> u8 {
    let mut m = [0u16; 2];
    let p = m.as_mut_ptr() as *mut S;
    unsafe {
        (*p).a = a;
        (*p).b = b;
    }
    #[cfg(base)]
    let r = unsafe { *(p as *const u8).add(1) };
    #[cfg(opt)]
    let r = 0;
    #[cfg(bad)]
    let r = 77;
    r
}
