//@ title: a chain of equality tests as a bit mask
//@ from: LLVM, SimplifyCFG, switch to bit mask
// The characters of " \t\r\n" in one 64-bit word. The test that x is below 64 may not be dropped: 'I' is
// '\t' + 64.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => panicking [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: u8) -> bool {
    #[cfg(base)]
    let r = x == b' ' || x == b'\t' || x == b'\r' || x == b'\n';
    #[cfg(opt)]
    let r = x < 64 && (0x1_0000_2600u64 >> x) & 1 == 1;
    #[cfg(bad)]
    let r = (0x1_0000_2600u64 >> (x & 63)) & 1 == 1;
    #[cfg(panicking)]
    let r = (0x1_0000_2600u64 >> x) & 1 == 1;
    r
}
