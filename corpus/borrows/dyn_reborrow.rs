//@ title: making a trait object reborrows the value
//@ from: MIR of unsizing coercions
// The reference that was coerced is used again: what was made from it ends.
//@ expect: prints "3\n"
//@ expect late [sb tb]: ub
//@ expect late [flat strict alloc]: prints "3\n"

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}

fn main() {
    let mut v = 1u8;
    let r = &mut v;
    let d: *const dyn T = &*r;
    #[cfg(late)]
    {
        *r = 3;
        let s = unsafe { &*d };
        println!("{}", s.get());
    }
    #[cfg(not(late))]
    {
        let s = unsafe { &*d };
        s.get();
        *r = 3;
        println!("{}", r.get());
    }
}
