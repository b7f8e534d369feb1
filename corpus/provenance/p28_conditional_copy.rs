//@ title: `if u != v { v = u }` is `v = u`
//@ from: GCC 82282; catalogue P28
// For integers the test is superfluous: afterwards `v` has the value of `u` in any case. Models in which
// integers remember where they come from have to forbid this.
//@ expect base [flat alloc]: prints "" | prints "10\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let u = (&raw mut x).wrapping_add(1) as usize;
        let iq = &raw mut y as usize;
        let mut v = iq;
        #[cfg(base)]
        if u != v {
            v = u;
        }
        #[cfg(opt)]
        {
            v = u;
        }
        if v == iq {
            *(v as *mut u8) = 10;
            println!("{}", y);
        }
    }
}
