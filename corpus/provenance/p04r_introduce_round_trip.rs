//@ title: sending a pointer through an integer that used to go directly
//@ from: catalogue P04r
// The reverse of the fold. Exposing gives the angelic choice the allocation it needs, so nothing is lost
// where casts expose; where integers never turn back into usable pointers, the new program is UB.
//@ expect base: prints "10\n"
//@ expect opt [flat alloc]: prints "10\n"
//@ expect opt [strict]: ub(no-provenance)
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: unsound /ub/

fn main() {
    unsafe {
        let mut y = 0u8;
        let q = &raw mut y;
        #[cfg(base)]
        let r = q;
        #[cfg(opt)]
        let r = q as usize as *mut u8;
        *r = 10;
        println!("{}", y);
    }
}
