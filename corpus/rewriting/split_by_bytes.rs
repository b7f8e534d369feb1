//@ title: an array of bytes that is only read as a word
//@ from: LLVM, SROA, integer widening
// Writing byte i of a local and reading the word is inserting the byte at bit 8 i; at bit i it is not.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(w: u32, i: usize, b: u8) -> u32 {
    litmus::assume(i < 4);
    #[cfg(base)]
    let r = {
        let mut bytes = w.to_le_bytes();
        bytes[i] = b;
        u32::from_le_bytes(bytes)
    };
    #[cfg(opt)]
    let r = w & !(0xFF << (8 * i)) | (b as u32) << (8 * i);
    #[cfg(bad)]
    let r = w & !(0xFF << i) | (b as u32) << i;
    r
}
