//@ title: a second load after a call that is given the pointer
//@ from: LLVM, GVN and function attributes
// A function that only reads leaves it alone; one that writes does not.
//@ check fn reads: base => opt [alloc]: sound
//@ check fn writes: base => opt [alloc]: unsound
#![crate_type = "lib"]

fn look(p: *mut u32) -> u32 {
    unsafe { *p }
}

fn touch(p: *mut u32) -> u32 {
    unsafe {
        *p = 3;
        *p
    }
}

pub fn reads(p: *mut u32) -> (u32, u32, u32) {
    unsafe {
        let a = *p;
        let c = look(p);
        #[cfg(base)]
        let b = *p;
        #[cfg(opt)]
        let b = a;
        (a, b, c)
    }
}

pub fn writes(p: *mut u32) -> (u32, u32, u32) {
    unsafe {
        let a = *p;
        let c = touch(p);
        #[cfg(base)]
        let b = *p;
        #[cfg(opt)]
        let b = a;
        (a, b, c)
    }
}
