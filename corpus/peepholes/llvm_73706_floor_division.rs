//@ title: a quotient corrected downwards is an arithmetic shift
//@ from: llvm/llvm-project issue 73622 and the review of pull request 73706 (flooring by constants other than two)
// For 2 the correction is: negative and odd. For 4 testing for both low bits instead of any is wrong: -3.
//@ check fn by2: base => opt [alloc]: sound
//@ check fn by4: base => opt [alloc]: sound
//@ check fn by4: bad => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn by2(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / 2 - (x as u8 & 0x81 == 0x81) as i8;
    #[cfg(not(base))]
    let r = x >> 1;
    r
}

pub fn by4(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / 4 - (x as u8 & 0x83 > 0x80) as i8;
    #[cfg(bad)]
    let r = x / 4 - (x as u8 & 0x83 == 0x83) as i8;
    #[cfg(opt)]
    let r = x >> 2;
    r
}
