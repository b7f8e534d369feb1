// A private method in a module, and what its object holds afterwards.
// shows: *self.sum = 1
//@ check fn bank::Account::add: base => opt: unsound
mod bank {
    pub struct Account {
        sum: u64,
    }
    impl Account {
        fn add(&mut self, n: u64) {
            self.sum = if cfg!(base) { self.sum.wrapping_add(n) } else { self.sum | n };
        }
    }
}
fn main() {}
