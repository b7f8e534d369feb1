//@ title: a byte swap of 64 bits with a sign-extended mask
//@ from: llvm/llvm-project issue 199386 (GlobalISel, LegalizerHelper::lowerBswap)
// The mask of byte 3 was computed as a signed int and extended to 0xFFFFFFFFFF000000: with bit 32 set in
// the number, it is also found where it does not belong.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u64) -> u64 {
    #[cfg(base)]
    let r = x.swap_bytes();
    #[cfg(not(base))]
    let r = {
        let mut r = x << 56 | x >> 56;
        for i in 1..4 {
            #[cfg(bad)]
            let mask = (0xFFu32 << (i * 8)) as i32 as u64;
            #[cfg(fixed)]
            let mask = 0xFFu64 << (i * 8);
            let shift = 56 - 16 * i;
            r |= (x & mask) << shift | (x >> shift) & mask;
        }
        r
    };
    r
}
