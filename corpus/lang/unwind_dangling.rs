//@ title: a destructor that runs during a panic finds a pointer to a dead variable
//@ from: Rustonomicon, "Exception Safety"
// `inner` clears the pointer before its variable dies, unless it panics: then the outer destructor looks
// at storage that is gone.
//@ expect fails [strict alloc sb tb]: ub(dangling)
//@ expect: prints "nothing left\n"
use std::cell::Cell;
use std::ptr;

struct Peeks(Cell<*const i32>);

impl Drop for Peeks {
    fn drop(&mut self) {
        let p = self.0.get();
        if p.is_null() {
            println!("nothing left");
        } else {
            println!("{}", unsafe { *p }); //~ fails ub(dangling)
        }
    }
}

fn work() {
    #[cfg(fails)]
    panic!("in the middle");
}

fn inner(peeks: &Peeks) {
    let local = 5;
    peeks.0.set(&local);
    work();
    peeks.0.set(ptr::null());
}

fn main() {
    let peeks = Peeks(Cell::new(ptr::null()));
    inner(&peeks);
}
