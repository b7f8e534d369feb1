//@ title: a transmuted integer is good enough once the allocation is exposed
//@ from: std::ptr, "Exposed Provenance"; derived
// Where the integer came from does not matter. If some cast exposed the allocation before, the address
// obtained by transmute finds it again.
//@ expect base [flat alloc]: prints "7\n"
//@ expect base [strict]: ub(no-provenance)
//@ expect opt [flat]: prints "7\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [alloc]: unsound /ub/
//@ check base => opt [strict]: sound vacuous
//@ check base => opt [flat]: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let a: usize = std::mem::transmute(q);
        #[cfg(not(opt))]
        let _exposed = q.expose_provenance();
        *std::ptr::with_exposed_provenance_mut::<u8>(a) = 7;
        println!("{}", x);
    }
}
