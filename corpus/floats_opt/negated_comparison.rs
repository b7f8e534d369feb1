//@ title: the negation of a float comparison
//@ from: IEEE 754-2019, section 5.11 (unordered)
// If one of them is NaN, neither a < b nor a >= b holds. The negation of equality is inequality.
//@ check fn less: base => opt [alloc]: unsound
//@ check fn less: base => unordered [alloc]: sound
//@ check fn equal: base => opt [alloc]: sound
//@ check fn swapped: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn less(a: f32, b: f32) -> bool {
    #[cfg(base)]
    let r = !(a < b);
    #[cfg(opt)]
    let r = a >= b;
    #[cfg(unordered)]
    let r = a >= b || a != a || b != b;
    r
}

pub fn equal(a: f64, b: f64) -> bool {
    #[cfg(base)]
    let r = !(a == b);
    #[cfg(not(base))]
    let r = a != b;
    r
}

pub fn swapped(a: f64, b: f64) -> bool {
    #[cfg(base)]
    let r = a < b;
    #[cfg(not(base))]
    let r = b > a;
    r
}
