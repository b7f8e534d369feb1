//@ title: a struct with padding is copied as bytes
//@ from: Rust Reference, "Type layout"; rust-lang/unsafe-code-guidelines on padding in typed copies
// A typed copy does not copy padding: the destination's is uninitialised afterwards, which the bytes of the
// source refine. The other way round a byte that was copied becomes uninitialised.
//@ check fn f: typed => bytes [alloc]: sound
//@ check fn f: bytes => typed [alloc]: unsound
//@ check fn f: typed => fields [alloc]: sound
//@ check fn f: fields => typed [alloc]: unsound
#![crate_type = "lib"]

#[repr(C)]
#[derive(Clone, Copy)]
struct S {
    a: u8,
    b: u16,
}

pub fn f(d: *mut [u16; 2], s: *const [u16; 2]) {
    let (d, s) = (d as *mut S, s as *const S);
    unsafe {
        #[cfg(typed)]
        {
            *d = *s;
        }
        #[cfg(bytes)]
        core::ptr::copy_nonoverlapping(s as *const u8, d as *mut u8, 4);
        #[cfg(fields)]
        {
            (*d).a = (*s).a;
            (*d).b = (*s).b;
        }
    }
}
