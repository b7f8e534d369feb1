//@ title: a virtual call whose vtable is known may be a direct call
//@ from: devirtualization
// The value behind the reference does not change its type. A Box that is replaced does: then the old
// function is the wrong one.
//@ check base => direct: sound
//@ check replaced => replaced_direct: unsound /prints "1\\n"/

trait T {
    fn get(&self) -> u8;
}
struct One;
struct Two;
impl T for One {
    fn get(&self) -> u8 {
        1
    }
}
impl T for Two {
    fn get(&self) -> u8 {
        2
    }
}

fn other(b: &mut Box<dyn T>) {
    if cfg!(any(replaced, replaced_direct)) {
        *b = Box::new(Two);
    }
}

fn main() {
    let mut b: Box<dyn T> = Box::new(One);
    other(&mut b);
    #[cfg(any(base, replaced))]
    let x = b.get();
    #[cfg(any(direct, replaced_direct))]
    let x = One::get(unsafe { &*(&*b as *const dyn T as *const One) });
    println!("{}", x);
}
