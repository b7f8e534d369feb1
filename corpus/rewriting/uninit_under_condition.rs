//@ title: a variable that is written under the same condition that guards its use
//@ from: "Taming Undefined Behavior in LLVM" (PLDI 2017), section 3 (loop unswitching and maybe-uninitialised variables)
// Written and read only if c. Without the guard it is read uninitialised for c = false.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /uninit/
#![crate_type = "lib"]

use core::mem::MaybeUninit;

pub fn f(c: bool, x: u32) -> u32 {
    let mut m = MaybeUninit::<u32>::uninit();
    if c {
        m.write(x);
    }
    #[cfg(base)]
    let r = if c { unsafe { m.assume_init() } } else { 0 };
    #[cfg(opt)]
    let r = {
        let _ = m;
        if c {
            x
        } else {
            0
        }
    };
    #[cfg(bad)]
    let r = {
        let v = unsafe { m.assume_init() };
        if c {
            v
        } else {
            0
        }
    };
    r
}
