//@ title: a store that is overwritten at once
//@ from: LLVM, DeadStoreElimination
// Nobody sees the first. If it is wider than the second, the rest of it stays.
//@ check fn f: base => opt: sound
//@ check fn wider: base => opt [alloc]: unsound
//@ check fn wider: base => trimmed [alloc]: sound
#![crate_type = "lib"]

pub fn f(p: &mut u32, x: u32, y: u32) {
    #[cfg(base)]
    {
        *p = x;
    }
    *p = y;
}

pub fn wider(p: &mut u32, x: u32, y: u16) {
    #[cfg(base)]
    {
        *p = x;
    }
    let q = p as *mut u32 as *mut u16;
    unsafe {
        #[cfg(trimmed)]
        {
            *q.add(1) = (x >> 16) as u16;
        }
        *q = y;
    }
    #[cfg(opt)]
    {
        let _ = x;
    }
}
