//@ title: the same guess after an expose
//@ from: catalogue P15
// `q as usize` exposes, so the constant 0x4000 is as good as the integer that came from `q`: integers
// are their value. The store may not be forwarded any more.
//@ expect base [flat alloc]: prints "" | prints "2\n"
//@ expect base [strict]: prints "" | ub(no-provenance)
//@ check base => opt [flat alloc]: unsound /prints "1/
//@ check base => opt [strict]: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        if q as usize == 0x4000 {
            *q = 1;
            *std::ptr::with_exposed_provenance_mut::<u8>(0x4000) = 2;
            #[cfg(base)]
            println!("{}", *q);
            #[cfg(opt)]
            println!("{}", 1);
        }
    }
}
