//@ title: `b` is `a + (b - a)`, on addresses
//@ from: Cerberus PNVI tests algebraic_properties_3; catalogue P30r
// A compiler may spell an address as distance from another object. The result is the same integer, so the
// same exposed allocation can be picked.
//@ expect base [flat alloc]: prints "10\n"
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let a = &raw mut x as usize;
        let b = &raw mut y as usize;
        #[cfg(base)]
        let c = { let _ = a; b };
        #[cfg(opt)]
        let c = a.wrapping_add(b.wrapping_sub(a));
        *(c as *mut u8) = 10;
        println!("{}", y);
    }
}
