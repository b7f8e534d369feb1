//@ title: a comparison is deleted although its bool is still used
//@ from: rust-lang/rust issue 158206, "Suspected miscompilation with `bool as u32`" (SimplifyComparisonIntegral)
// The branch looks at the discriminant itself now, but the sum still reads the bool: memory that was
// never written.
//@ check fn f: base => bad [alloc]: unsound /uninit/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(d: u8, sum: u32) -> u32 {
    #[cfg(base)]
    let r = {
        let equal = d == 0;
        let sum = sum.wrapping_add(equal as u32);
        if equal {
            sum
        } else {
            0
        }
    };
    #[cfg(bad)]
    let r = {
        let equal: bool = unsafe { litmus::uninit::<bool>().assume_init() };
        let sum = sum.wrapping_add(equal as u32);
        match d {
            0 => sum,
            _ => 0,
        }
    };
    #[cfg(fixed)]
    let r = match d {
        0 => sum.wrapping_add(1),
        _ => 0,
    };
    r
}
