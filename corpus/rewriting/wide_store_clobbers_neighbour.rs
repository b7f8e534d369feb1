//@ title: a field is written with a wider store that puts its neighbour back
//@ from: GCC bugzilla PR middle-end/101062 (a bit-field store as a wide read-modify-write, with a store to the neighbour moved in between)
// Written back with the value it had: nobody in this thread sees it. Written back as zero: seen.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

#[repr(C)]
pub struct Pair {
    a: u16,
    b: u16,
}

pub fn f(p: &mut Pair, x: u16) {
    #[cfg(base)]
    {
        p.a = x;
    }
    #[cfg(any(opt, bad))]
    unsafe {
        let neighbour = if cfg!(bad) { 0 } else { p.b };
        (p as *mut Pair as *mut u32).write_unaligned(x as u32 | (neighbour as u32) << 16);
    }
}
