//@ title: moving an integer-to-pointer cast below an expose
//@ from: catalogue P32r
// The later the cast, the more there is to pick from: sinking it past another expose loses nothing.
//@ expect base [flat alloc]: prints "10 0\n"
//@ check base => opt [flat alloc]: sound
//@ check base => opt [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let a = &raw mut x as usize;
        #[cfg(base)]
        let r = a as *mut u8;
        let _other = &raw mut y as usize;
        #[cfg(opt)]
        let r = a as *mut u8;
        *r = 10;
        println!("{} {}", x, y);
    }
}
