//@ title: a panic moves over a print
//@ from: folklore; panics and output are observed in order
// The line must come out before the panic for x = 0, and not if the panic comes first. A check that does
// not fail may move.
//@ check fn f: base => opt [alloc]: unsound /panics/
//@ check fn fine: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    println!("dividing");
    let q = 100 / x;
    #[cfg(opt)]
    println!("dividing");
    q
}

pub fn fine(x: u8) -> u8 {
    #[cfg(base)]
    println!("dividing");
    let q = 100 / (x | 1);
    #[cfg(opt)]
    println!("dividing");
    q
}
