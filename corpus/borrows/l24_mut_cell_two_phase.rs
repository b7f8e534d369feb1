//@ title: a mutable reference to a Cell survives a foreign write until its first own
//@ from: catalogue 2.4, L24
// Interior mutability makes an unprotected mutable reference survive foreign writes (ReservedIM). Spelled
// here as a two-phase borrow of a Cell, during which another reference writes.
//@ expect : prints "8\n"
//@ expect [tb-implicit-writes]: prints "8\n"

use std::cell::Cell;

struct C(Cell<i32>);
impl C {
    fn add(&mut self, n: i32) {
        *self.0.get_mut() += n;
    }
}

fn main() {
    let mut c = C(Cell::new(1));
    let raw = &raw const c;
    c.add(unsafe {
        (*raw).0.set(3);
        5
    });
    println!("{}", c.0.get());
}
