//@ title: a table that does not begin at zero
//@ from: LLVM, SimplifyCFG, switch to lookup table (the index is the value less the smallest case)
// The offset is subtracted with wrapping, so that what is below is far above. A plain subtraction panics
// for 0.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: i8) -> u8 {
    #[cfg(base)]
    let r = match x {
        -2 => 5,
        -1 => 9,
        0 => 2,
        1 => 6,
        _ => 0,
    };
    #[cfg(not(base))]
    let r = {
        let table = [5u8, 9, 2, 6];
        #[cfg(opt)]
        let i = x.wrapping_add(2) as u8;
        #[cfg(bad)]
        let i = (x + 2) as u8;
        if i < 4 {
            table[i as usize]
        } else {
            0
        }
    };
    r
}
