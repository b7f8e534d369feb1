//@ title: two bit tests merged into one comparison
//@ from: llvm/llvm-project issue 113539, "Wrong folding of `and` and `or` of `icmp`s"
// The report is about an undef z that is read twice. A value of Rust is the same each time: the fold is
// right. Testing for any of the bits instead of all of them is not: x = 2, z = 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8, y: u8, z: u8) -> bool {
    let shift = 1u8 << (z & 1);
    #[cfg(base)]
    let r = x & 1 != 0 && y == 42 && x & shift != 0;
    #[cfg(opt)]
    let r = x & (shift | 1) == shift | 1 && y == 42;
    #[cfg(bad)]
    let r = x & (shift | 1) != 0 && y == 42;
    r
}
