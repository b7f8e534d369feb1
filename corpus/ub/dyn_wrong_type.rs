//@ title: behind a trait object is a value of its type, not of another
//@ from: Rust Reference, "Behavior considered undefined", invalid values
// A thin cast is not checked; the read of a bool is.
//@ expect: ub(invalid-value) /invalid value for type `bool`: 0x02/
//@ expect right: prints "2\n"

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}
impl T for bool {
    fn get(&self) -> u8 {
        *self as u8
    }
}

fn main() {
    let x = 2u8;
    #[cfg(not(right))]
    let d: &dyn T = unsafe { &*(&x as *const u8 as *const bool) };
    #[cfg(right)]
    let d: &dyn T = &x;
    println!("{}", d.get());
}
