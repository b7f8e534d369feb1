//@ title: an integer that was never initialised
//@ from: Rust Reference, "Invalid values": integers must be initialised
// All bit patterns are valid for u8, but "no bit pattern at all" is not: `assume_init` is UB at once, even
// if the value is thrown away.
//@ expect ok: prints "ok\n"
//@ expect bad: ub(uninit)

use std::mem::MaybeUninit;

fn main() {
    let m = MaybeUninit::<u8>::uninit();
    #[cfg(ok)]
    let _copy = m;
    #[cfg(bad)]
    let _value = unsafe { m.assume_init() };
    println!("ok");
}
