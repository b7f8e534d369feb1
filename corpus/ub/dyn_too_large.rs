//@ title: a trait object needs room for the type that its vtable says
//@ from: Rust Reference, "Behavior considered undefined", dangling pointers
//@ expect: ub(invalid-reference) /reference to 8 bytes through a pointer to `x` at offset 0 is out of bounds/
//@ expect fits: prints "7\n"

trait T {
    fn get(&self) -> u32;
}
impl T for u32 {
    fn get(&self) -> u32 {
        *self
    }
}
impl T for [u32; 2] {
    fn get(&self) -> u32 {
        self[0]
    }
}

#[cfg(not(fits))]
type Value = [u32; 2];
#[cfg(fits)]
type Value = u32;

fn main() {
    let x = 7u32;
    let p = &x as *const u32 as *const Value as *const dyn T;
    println!("{}", unsafe { (*p).get() });
}
