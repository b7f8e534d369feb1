//@ title: a reference to a trait object whose value is gone
//@ from: Rust Reference, "Behavior considered undefined", dangling pointers
// As many bytes as the vtable says have to be there; a value without bytes cannot be gone.
//@ expect: ub(invalid-reference) /1 byte .*dangling: the memory/
//@ expect empty: prints "0\n"
//@ expect raw: prints "not used\n"

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}
impl T for () {
    fn get(&self) -> u8 {
        0
    }
}

fn main() {
    #[cfg(not(empty))]
    let b: Box<dyn T> = Box::new(7u8);
    #[cfg(empty)]
    let b: Box<dyn T> = Box::new(());
    let p = &*b as *const dyn T;
    drop(b);
    #[cfg(not(raw))]
    println!("{}", unsafe { (*p).get() });
    #[cfg(raw)]
    println!("not used");
}
