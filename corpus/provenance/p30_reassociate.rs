//@ title: `(a + b) - a` is `b`, on addresses
//@ from: Cerberus PNVI tests algebraic_properties_2; catalogue P30
// Integer algebra holds for addresses as for any other number, in both directions, as long as integers
// carry nothing but their value.
//@ expect base [flat alloc]: prints "10\n"
//@ expect base [strict]: ub(no-provenance)
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: sound vacuous
//@ check opt => base [flat alloc]: sound
//@ check opt => base [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let a = &raw mut x as usize;
        let b = &raw mut y as usize;
        #[cfg(base)]
        let c = a.wrapping_add(b).wrapping_sub(a);
        #[cfg(opt)]
        let c = { let _ = a; b };
        *(c as *mut u8) = 10;
        println!("{}", y);
    }
}
