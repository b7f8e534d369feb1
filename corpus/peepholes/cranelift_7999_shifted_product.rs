//@ title: a product with 256, truncated to a byte
//@ from: bytecodealliance/wasmtime issue 7999, "Cranelift: Misoptimization of imul + ireduce"
// All bits of the byte are shifted out: the result is 0. Truncating the factor 256 to a byte made it the
// identity: 1.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = (x as u64 * 256) as u8;
    #[cfg(bad)]
    let r = x;
    #[cfg(fixed)]
    let r = 0 & x;
    r
}
