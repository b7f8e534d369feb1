//@ title: De Morgan's laws, for words and bools
//@ from: Hacker's Delight, section 2-1
// Complement of a conjunction is the disjunction of complements. With one complement forgotten 1 and 0 differ.
//@ check fn words: base => opt [alloc]: sound
//@ check fn words: base => bad [alloc]: unsound
//@ check fn bools: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn words(x: u128, y: u128) -> u128 {
    #[cfg(base)]
    let r = !(x & y);
    #[cfg(opt)]
    let r = !x | !y;
    #[cfg(bad)]
    let r = !x | y;
    r
}

pub fn bools(x: bool, y: bool) -> bool {
    #[cfg(base)]
    let r = !(x || y);
    #[cfg(not(base))]
    let r = !x & !y;
    r
}
