//@ title: a value read out of its place is dropped twice if a panic comes before the write
//@ from: std::ptr::read, Rustonomicon, "Exception Safety"
// `change` drops the box it is given and panics; the caller of `replace_with` still owns the place. A
// guard that aborts on the way out is the usual cure.
//@ expect bare: ub(double-free)
//@ expect guarded: aborts
//@ expect fine: prints "2\n"
use std::ptr;

struct AbortOnDrop;

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        std::process::abort();
    }
}

fn change(old: Box<i32>) -> Box<i32> {
    let new = *old + 1;
    #[cfg(any(bare, guarded))]
    panic!("no new value");
    #[cfg(fine)]
    Box::new(new)
}

fn replace_with(place: &mut Box<i32>, f: fn(Box<i32>) -> Box<i32>) {
    unsafe {
        let old = ptr::read(place);
        #[cfg(guarded)]
        let guard = AbortOnDrop;
        let new = f(old);
        #[cfg(guarded)]
        std::mem::forget(guard);
        ptr::write(place, new);
    }
}

fn main() {
    let mut value = Box::new(1);
    replace_with(&mut value, change);
    println!("{}", value);
}
