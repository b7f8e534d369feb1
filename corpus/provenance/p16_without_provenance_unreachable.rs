//@ title: a dereference of `without_provenance` is unreachable
//@ from: std::ptr::without_provenance; catalogue P16
// A pointer without provenance may not be used for any access (of more than zero bytes), exposed or not,
// so the compiler may take the branch for dead.
//@ expect base [flat]: prints "" | prints "2\n"
//@ expect base [strict alloc]: prints "" | ub(no-provenance)
//@ expect opt: prints "" | ub(unreachable)
//@ check base => opt [flat]: unsound /ub/
//@ check base => opt [strict alloc]: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        if q as usize == 0x4000 {
            #[cfg(base)]
            {
                *std::ptr::without_provenance_mut::<u8>(0x4000) = 2;
                println!("{}", x);
            }
            #[cfg(opt)]
            std::hint::unreachable_unchecked();
        }
    }
}
