//@ title: a loop runs backwards
//@ from: folklore (loops that count down to zero)
// A sum does not mind if it wraps. A plain sum of bytes does not mind either: it only grows. A signed one
// does: 100 + 100 - 100 panics, and -100 + 100 + 100 does not.
//@ check fn wrapping: base => opt [alloc]: sound
//@ check fn plain: base => opt [alloc]: sound
//@ check fn signed: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn wrapping(a: &[u32; 4]) -> u32 {
    let mut s = 0u32;
    for i in 0..4 {
        #[cfg(base)]
        let v = a[i];
        #[cfg(opt)]
        let v = a[3 - i];
        s = s.wrapping_add(v);
    }
    s
}

pub fn plain(a: &[u8; 4]) -> u8 {
    let mut s = 0u8;
    for i in 0..4 {
        #[cfg(base)]
        let v = a[i];
        #[cfg(opt)]
        let v = a[3 - i];
        s += v;
    }
    s
}

pub fn signed(a: &[i8; 3]) -> i8 {
    let mut s = 0i8;
    for i in 0..3 {
        #[cfg(base)]
        let v = a[i];
        #[cfg(opt)]
        let v = a[2 - i];
        s += v;
    }
    s
}
