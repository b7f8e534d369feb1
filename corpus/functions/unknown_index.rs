//@ title: stores and loads at indices that are arguments
//@ from: redundant load elimination over arrays, as in LLVM's GVN and EarlyCSE
// A load after a store to the same array sees the store if the indices agree, and what was there if not.
//@ check fn load_after_store: base => opt [alloc sb]: sound
//@ check fn forward_over_store: base => opt [alloc sb]: unsound /returns 7/
//@ check fn table: base => opt [alloc]: sound
//@ check fn table: base => off [alloc]: unsound
#![crate_type = "lib"]

pub fn load_after_store(a: &mut [u8; 16], i: usize, j: usize) -> u8 {
    a[i & 15] = 7;
    if !cfg!(opt) || i & 15 != j & 15 {
        a[j & 15]
    } else {
        7
    }
}

pub fn forward_over_store(a: &mut [u8; 16], i: usize, j: usize) -> u8 {
    a[i & 15] = 7;
    a[j & 15] = 8;
    if cfg!(base) {
        a[i & 15]
    } else {
        7
    }
}

static ONES: [u8; 256] = {
    let mut t = [0u8; 256];
    let mut i = 0;
    while i < 256 {
        t[i] = (i as u8).count_ones() as u8;
        i += 1;
    }
    t
};

pub fn table(x: u8) -> u8 {
    if cfg!(base) {
        x.count_ones() as u8
    } else if cfg!(off) {
        ONES[x as usize / 2] + (x & 3) / 2
    } else {
        ONES[x as usize]
    }
}
