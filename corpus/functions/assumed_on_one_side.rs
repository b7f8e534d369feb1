//@ title: what one side assumes of the inputs
//@ from: docs/refinement.md, "Behaviours"
// An assumption of the original is a precondition: other inputs are out of the question. One of the
// transformed program alone would let it do nothing where the original does something.
//@ check fn precondition: base => opt [alloc]: sound
//@ check fn precondition: opt => base [alloc]: unsound
//@ check fn on_both: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn precondition(x: u8) -> u8 {
    if !cfg!(opt) {
        litmus::assume(x < 128);
        x * 2
    } else {
        x.wrapping_mul(2)
    }
}

pub fn on_both(x: u8) -> u8 {
    litmus::assume(x < 128);
    if !cfg!(opt) {
        x * 2
    } else {
        x << 1
    }
}
