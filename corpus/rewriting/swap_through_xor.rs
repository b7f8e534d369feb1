//@ title: an exchange by exclusive or in memory
//@ from: Hacker's Delight, section 2-20; Bit Twiddling Hacks, "Swapping values with XOR"
// Two objects are exchanged. One object with itself becomes zero.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *mut u32, q: *mut u32) {
    unsafe {
        #[cfg(base)]
        {
            let t = *p;
            *p = *q;
            *q = t;
        }
        #[cfg(opt)]
        {
            *p ^= *q;
            *q ^= *p;
            *p ^= *q;
        }
    }
}
