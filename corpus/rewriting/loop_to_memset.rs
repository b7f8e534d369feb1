//@ title: a loop that fills an array becomes a memset
//@ from: LLVM, LoopIdiomRecognize
// Bytes: yes. A u16 pattern only if both of its bytes are the same: 0x1234 would become 0x3434.
//@ check fn bytes: base => opt: sound
//@ check fn pattern: base => opt [alloc]: sound
//@ check fn other: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn bytes(a: &mut [u8; 4], v: u8) {
    #[cfg(base)]
    for i in 0..4 {
        a[i] = v;
    }
    #[cfg(opt)]
    unsafe {
        core::ptr::write_bytes(a.as_mut_ptr(), v, 4)
    };
}

pub fn pattern(a: &mut [u16; 3]) {
    #[cfg(base)]
    for i in 0..3 {
        a[i] = 0xABAB;
    }
    #[cfg(opt)]
    unsafe {
        core::ptr::write_bytes(a.as_mut_ptr(), 0xAB, 3)
    };
}

pub fn other(a: &mut [u16; 3], v: u16) {
    #[cfg(base)]
    for i in 0..3 {
        a[i] = v;
    }
    #[cfg(opt)]
    unsafe {
        core::ptr::write_bytes(a.as_mut_ptr(), v as u8, 3)
    };
}
