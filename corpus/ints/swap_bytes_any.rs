//@ title: the order of bytes of any number
//@ from: core::num, documentation of the methods
// What is stored low byte first and read high byte first has its bytes swapped. Twice is not at all;
// rewriting alone settles these, whatever memory the bytes went through.
//@ check fn twice: base => opt: sound
//@ check fn twice: base => bad: unsound
//@ check fn memory: base => opt: sound
//@ check fn memory: base => bad: unsound
//@ check fn by_hand: base => opt: sound
//@ check fn by_hand: base => bad: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn twice(x: u128) -> u128 {
    x.swap_bytes().swap_bytes()
}
#[cfg(opt)]
pub fn twice(x: u128) -> u128 {
    x
}
#[cfg(bad)]
pub fn twice(x: u128) -> u128 {
    x.swap_bytes()
}
#[cfg(base)]
pub fn memory(x: u32) -> u32 {
    u32::from_be_bytes(x.to_le_bytes())
}
#[cfg(opt)]
pub fn memory(x: u32) -> u32 {
    x.swap_bytes()
}
#[cfg(bad)]
pub fn memory(x: u32) -> u32 {
    x.reverse_bits()
}
#[cfg(base)]
pub fn by_hand(b: [u8; 4]) -> u32 {
    u32::from_le_bytes(b)
}
#[cfg(opt)]
pub fn by_hand(b: [u8; 4]) -> u32 {
    b[0] as u32 | (b[1] as u32) << 8 | (b[2] as u32) << 16 | (b[3] as u32) << 24
}
#[cfg(bad)]
pub fn by_hand(b: [u8; 4]) -> u32 {
    b[0] as u32 | (b[1] as u32) << 8 | (b[2] as u32) << 24 | (b[3] as u32) << 16
}
