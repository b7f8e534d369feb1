//@ title: a match becomes a table
//@ from: LLVM, SimplifyCFG, switch to lookup table
// With the default behind a bounds check. Without it x = 4 reads behind the table, or panics.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => panicking [alloc]: unsound /panics/
//@ check fn f: base => unchecked [alloc]: unsound /out-of-bounds|assume/
#![crate_type = "lib"]

pub fn f(x: u8) -> u16 {
    #[cfg(base)]
    let r = match x {
        0 => 100,
        1 => 7,
        2 => 1000,
        3 => 42,
        _ => 0,
    };
    #[cfg(not(base))]
    let r = {
        let table = [100u16, 7, 1000, 42];
        #[cfg(opt)]
        let r = if x < 4 { table[x as usize] } else { 0 };
        #[cfg(panicking)]
        let r = table[x as usize];
        #[cfg(unchecked)]
        let r = unsafe { *table.get_unchecked(x as usize) };
        r
    };
    r
}
