//@ title: a local whose address escaped may change under a call
//@ from: Alive2 test escape; catalogue P35
// `g` hands back the pointer that `f` left in a global. A store through it reaches the local: forwarding
// over it is wrong in every model.
//@ expect base: prints "2\n"
//@ check base => opt: unsound /prints "1/

static mut SAVED: *mut i32 = std::ptr::null_mut();

unsafe fn g() -> *mut i32 {
    SAVED
}

fn main() {
    unsafe {
        let mut l = 0i32;
        let p = &raw mut l;
        SAVED = p;
        *p = 1;
        *g() = 2;
        #[cfg(base)]
        println!("{}", *p);
        #[cfg(opt)]
        println!("{}", 1);
    }
}
