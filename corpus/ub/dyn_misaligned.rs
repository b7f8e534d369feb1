//@ title: the vtable says how a trait object has to be aligned
//@ from: Rust Reference, "Behavior considered undefined", misaligned references
//@ expect: ub(invalid-reference) /misaligned reference of type `&dyn T`.*alignment 4 is needed/
//@ expect bytes: prints "0\n"

trait T {
    fn get(&self) -> u8;
}
impl T for u32 {
    fn get(&self) -> u8 {
        *self as u8
    }
}
#[repr(packed)]
struct Bytes(u32);
impl T for Bytes {
    fn get(&self) -> u8 {
        self.0 as u8
    }
}

#[cfg(not(bytes))]
type Value = u32;
#[cfg(bytes)]
type Value = Bytes;

fn main() {
    let x = [0u32; 2];
    let p = (&raw const x).cast::<u8>().wrapping_add(1) as *const Value as *const dyn T;
    println!("{}", unsafe { (*p).get() });
}
