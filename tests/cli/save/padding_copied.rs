// The padding of a struct is not its value, but a byte-wise copy reads it.
// shows: ub(uninit)
#![crate_type = "lib"]
//@ check fn sum: base => opt: unsound
#[repr(C)]
pub struct Padded {
    pub a: u8,
    pub b: u32,
}
pub fn sum(p: &Padded) -> u32 {
    #[cfg(base)]
    let pad = 0u8;
    #[cfg(opt)]
    let pad = unsafe { *(&raw const *p).cast::<u8>().add(1) };
    p.b.wrapping_add(p.a as u32).wrapping_add(if pad > 200 { 1 } else { 0 })
}
