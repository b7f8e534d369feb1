//@ title: a constant is propagated over a write through a reference
//@ from: rust-lang/rust issue 73609, "ConstProp miscompilation around references"
// The field is 1, then x through the reference, then read: it is x and not 1.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32) -> u32 {
    let mut u = (1u32, 0u32);
    #[cfg(base)]
    let r = {
        let b = &mut u.0;
        *b = x;
        u.0
    };
    #[cfg(bad)]
    let r = {
        u.1 = x;
        1
    };
    #[cfg(fixed)]
    let r = {
        u.0 = x;
        x
    };
    r
}
