// A function and its types in a module; a method.
// shows: *self.sum = 170141183460469231731687303715884105727
//@ check fn Acc::add: base => opt: unsound
//@ check fn m::step: base => opt: unsound
pub mod m {
    pub struct State {
        pub at: u64,
        pub up: bool,
    }
    pub fn step(s: &mut State) {
        if s.up {
            s.at = if cfg!(base) { s.at.wrapping_mul(4) } else { s.at << 3 };
        }
    }
}
pub struct Acc {
    pub sum: i128,
}
impl Acc {
    pub fn add(&mut self, n: i128) -> &i128 {
        self.sum = if cfg!(base) { self.sum.wrapping_add(n) } else { self.sum.saturating_add(n) };
        &self.sum
    }
}
fn main() {}
