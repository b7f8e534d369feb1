//@ title: a float that is uninitialised is undefined, any other bits are a value
//@ from: Rust Reference, "Invalid values"
// Every bit pattern of initialised memory is a float, also a signalling NaN.
//@ expect ok: prints "0x7f800001\n"
//@ expect bad: ub(uninit)

use std::mem::MaybeUninit;

fn main() {
    #[cfg(ok)]
    let x: f32 = unsafe { std::mem::transmute(0x7f80_0001u32) };
    #[cfg(bad)]
    let x: f32 = unsafe { MaybeUninit::uninit().assume_init() }; //~ ub
    println!("{:#x}", x.to_bits());
}
