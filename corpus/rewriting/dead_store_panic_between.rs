//@ title: a store that is overwritten, unless something panics before
//@ from: LLVM, DeadStoreElimination (isDeadOnUnwind)
// Who catches the panic of 255 + 1 sees the first store. A wrapping addition cannot unwind.
//@ check fn f: base => opt: unsound /panics/
//@ check fn wrapping: base => opt: sound
#![crate_type = "lib"]

pub fn f(p: &mut u8, x: u8) {
    #[cfg(base)]
    {
        *p = 1;
    }
    let y = x + 1;
    *p = y;
    #[cfg(opt)]
    {
        let _ = y;
    }
}

pub fn wrapping(p: &mut u8, x: u8) {
    #[cfg(base)]
    {
        *p = 1;
    }
    let y = x.wrapping_add(1);
    *p = y;
    #[cfg(opt)]
    {
        let _ = y;
    }
}
