//@ title: a Box of a trait object is freed with the layout that its vtable says
//@ from: std::boxed, "Memory layout"
//@ expect: ub(bad-free) /wrong layout: 4 bytes aligned to 4, but the allocation has 8 bytes/
//@ expect same: prints "5\n"

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

#[cfg(not(same))]
type Value = u32;
#[cfg(same)]
type Value = [u32; 2];

fn main() {
    let raw = Box::into_raw(Box::new([5u32, 6]));
    let b: Box<dyn T> = unsafe { Box::from_raw(raw as *mut Value) };
    println!("{}", b.get());
}
