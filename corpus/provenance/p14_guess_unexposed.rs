//@ title: a lucky guess at an address that was never exposed
//@ from: catalogue P14
// The program knows that `x` is at 0x4000 and conjures a pointer to it from the number. Nothing was
// exposed, so the pointer permits nothing, and the store before may be forwarded.
//@ expect base [flat]: prints "" | prints "2\n"
//@ expect base [strict alloc]: prints "" | ub(no-provenance)
//@ check base => opt [flat]: unsound /prints "1/
//@ check base => opt [strict alloc]: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        if q.addr() == 0x4000 {
            *q = 1;
            *std::ptr::with_exposed_provenance_mut::<u8>(0x4000) = 2;
            #[cfg(base)]
            println!("{}", *q);
            #[cfg(opt)]
            println!("{}", 1);
        }
    }
}
