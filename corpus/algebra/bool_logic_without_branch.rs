//@ title: lazy operators become eager ones only if the right side is harmless
//@ from: T03 of the catalogue; "Taming Undefined Behavior in LLVM" (PLDI 2017), section 3.4
// `a || b` does not evaluate b when a holds. A comparison does no harm, a division does: y == 0.
//@ check fn harmless: base => opt [alloc]: sound
//@ check fn division: base => opt [alloc]: unsound /panics/
//@ check fn overflow: base => opt [alloc]: unsound /arithmetic/
#![crate_type = "lib"]

pub fn harmless(x: u32, y: u32) -> bool {
    #[cfg(base)]
    let r = x == 0 || y > x;
    #[cfg(opt)]
    let r = (x == 0) | (y > x);
    r
}

pub fn division(x: u32, y: u32) -> bool {
    #[cfg(base)]
    let r = y == 0 || x / y == 3;
    #[cfg(opt)]
    let r = (y == 0) | (x / y == 3);
    r
}

pub fn overflow(x: i32) -> bool {
    #[cfg(base)]
    let r = x == i32::MAX || unsafe { x.unchecked_add(1) } > 0;
    #[cfg(opt)]
    let r = (x == i32::MAX) | (unsafe { x.unchecked_add(1) } > 0);
    r
}
