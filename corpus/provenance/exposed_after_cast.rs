//@ title: the expose must come before the cast, not before the access
//@ from: std::ptr::with_exposed_provenance ("previously been exposed"); catalogue P32
// The choice is made when the pointer is created. What is exposed between the cast and the access comes
// too late.
//@ expect before [flat alloc]: prints "7\n"
//@ expect after [strict alloc]: ub(no-provenance)
//@ check after => before [alloc]: sound vacuous
//@ check before => after [alloc]: unsound /ub/
//@ check before => after [flat]: sound
//@ check before => after [strict]: sound vacuous
//@ check after => before [flat]: sound
//@ check after => before [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(before)]
        let _exposed = q.expose_provenance();
        let r = std::ptr::with_exposed_provenance_mut::<u8>(q.addr());
        #[cfg(after)]
        let _exposed = q.expose_provenance();
        *r = 7;
        println!("{}", x);
    }
}
