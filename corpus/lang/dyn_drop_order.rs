//@ title: the destructor of a trait object's value is in the vtable
//@ from: Rust Reference, "Destructors"
// A Box, its replacement, an array, a value behind a raw pointer, and what is left when a panic
// unwinds.
//@ expect: prints "4\ndrop 4\n5\ndrop 5\n2\n8\ndrop 1\ndrop 2\ndrop 6\ndrop 7\n" then panics /full/

trait Value {
    fn get(&self) -> u64;
    fn fail(&self) {
        panic!("full");
    }
}
struct Loud(u64);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
impl Value for Loud {
    fn get(&self) -> u64 {
        self.0
    }
}
impl Value for u8 {
    fn get(&self) -> u64 {
        *self as u64
    }
}

fn show(v: Box<dyn Value>) {
    println!("{}", v.get());
}

fn main() {
    show(Box::new(Loud(4)));
    let mut slot: Box<dyn Value> = Box::new(Loud(5));
    println!("{}", slot.get());
    slot = Box::new(2u8);
    println!("{}", slot.get());
    {
        let list: [Box<dyn Value>; 3] = [Box::new(Loud(1)), Box::new(5u8), Box::new(Loud(2))];
        println!("{}", list[0].get() + list[1].get() + list[2].get());
    }
    let raw: *mut dyn Value = Box::into_raw(Box::new(Loud(6)));
    unsafe {
        std::ptr::drop_in_place(raw);
        std::alloc::dealloc(raw as *mut u8, std::alloc::Layout::new::<Loud>());
    }
    let last: Box<dyn Value> = Box::new(Loud(7));
    last.fail();
}
