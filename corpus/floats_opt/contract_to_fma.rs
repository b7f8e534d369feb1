//@ title: a product and a sum are contracted into one operation
//@ from: IEEE 754-2019, section 5.4.1 (fusedMultiplyAdd rounds once)
// 0.1 * 10 - 1 is 0 when the product is rounded first, and 1.49e-8 when it is not. If the product is exact
// it makes no difference.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn exact: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(c: f32) -> bool {
    #[cfg(base)]
    let r = 0.1 * 10.0 + c == 0.0;
    #[cfg(opt)]
    let r = 0.1f32.mul_add(10.0, c) == 0.0;
    r
}

pub fn exact(c: f32) -> bool {
    #[cfg(base)]
    let r = 0.5 * 10.0 + c == 0.0;
    #[cfg(opt)]
    let r = 0.5f32.mul_add(10.0, c) == 0.0;
    r
}
