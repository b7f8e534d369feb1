//@ title: copying and filling as many bytes as an argument says
//@ from: LLVM LoopIdiomRecognize: loops that copy or fill become memcpy and memset
// A known bound on the count makes it a proof. Without one the loop stops with a panic at the end of the
// array, having written all of it; the slice panics before it writes anything.
//@ check fn copy: base => opt [alloc sb tb]: sound
//@ check fn fill: base => opt [alloc]: unsound /panics: range end/
//@ check fn fill_within: base => opt [alloc]: sound
//@ check fn collect: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn copy(d: &mut [u8; 8], s: &[u8; 8], n: usize) {
    litmus::assume(n <= 8);
    if !cfg!(opt) {
        for i in 0..n {
            d[i] = s[i];
        }
    } else {
        unsafe { core::ptr::copy_nonoverlapping(s.as_ptr(), d.as_mut_ptr(), n) }
    }
}

pub fn fill(d: &mut [u8; 8], n: usize) {
    if !cfg!(opt) {
        let mut i = 0;
        while i < n {
            d[i] = 0;
            i += 1;
        }
    } else {
        d[..n].fill(0)
    }
}

pub fn fill_within(d: &mut [u8; 8], n: usize) {
    litmus::assume(n <= 8);
    fill(d, n)
}

/// An allocation whose size is an input.
pub fn collect(n: u8) -> u32 {
    litmus::assume(n < 5);
    let n = n as u32;
    if !cfg!(opt) {
        let v: Vec<u32> = (0..n).collect();
        v.iter().sum()
    } else if n == 0 {
        0
    } else {
        n * (n - 1) / 2
    }
}
