//@ title: float addition commutes, but is not associative
//@ from: Goldberg, "What Every Computer Scientist Should Know About Floating-Point Arithmetic", 1991
// (1e30 + -1e30) + 1 is 1, and 1e30 + (-1e30 + 1) is 0.
//@ check fn commute: base => opt [alloc]: sound
//@ check fn associate: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn commute(x: f32, y: f32, z: f32) -> bool {
    #[cfg(base)]
    let r = x + y < z;
    #[cfg(opt)]
    let r = y + x < z;
    r
}

pub fn associate(x: f32, y: f32, z: f32) -> bool {
    #[cfg(base)]
    let r = (x + y) + z == 1.0;
    #[cfg(opt)]
    let r = x + (y + z) == 1.0;
    r
}
