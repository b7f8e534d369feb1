//@ title: a mutable reference to a trait object is not unique
//@ from: semantics of retags: a type that may not be Unpin
// Nobody knows whether what is behind `&mut dyn T` is Unpin, so the aliasing models treat the
// reference like a raw pointer; one to the value's own type is unique.
//@ expect: prints "2\n"
//@ expect thin [sb]: ub(borrow-retag) /does not exist in the borrow stack/
//@ expect thin [tb]: ub(borrow-access)
//@ expect thin [flat strict alloc]: prints "2\n"

trait T {
    fn get(&mut self) -> u8 {
        0
    }
}
impl T for u8 {}

#[cfg(not(thin))]
type Target = dyn T;
#[cfg(thin)]
type Target = u8;

fn both(x: &mut Target, y: &mut Target) -> u8 {
    unsafe {
        *(x as *mut Target as *mut u8) = 1;
        *(y as *mut Target as *mut u8) = 2;
        *(x as *mut Target as *mut u8)
    }
}

fn main() {
    let mut v = 0u8;
    let p = &raw mut v;
    let r = unsafe { both(&mut *(p as *mut Target), &mut *(p as *mut Target)) };
    println!("{}", r);
}
