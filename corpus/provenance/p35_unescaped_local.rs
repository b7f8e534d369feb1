//@ title: a local that did not escape does not change under a call
//@ from: Alive2 tests escape2, escape3; catalogue P35
// `g` returns a guess that happens to be the address of the local. It has no provenance for it, so the
// forwarding is right, except where a pointer is its address.
//@ expect base [flat]: prints "" | prints "2\n"
//@ expect base [strict alloc]: prints "" | ub(no-provenance)
//@ check base => opt [flat]: unsound /prints "1/
//@ check base => opt [strict alloc]: sound

unsafe fn g() -> *mut i32 {
    0x4000 as *mut i32
}

fn main() {
    unsafe {
        let mut l = 0i32;
        let p = &raw mut l;
        let r = g();
        if r.addr() == p.addr() {
            *p = 1;
            *r = 2;
            #[cfg(base)]
            println!("{}", *p);
            #[cfg(opt)]
            println!("{}", 1);
        }
    }
}
