//@ title: a load moves out of a loop that may not run
//@ from: LLVM, LICM (loads are hoisted only where they are sure to happen or the pointer is dereferenceable)
// From a reference: it is valid even if the loop runs zero times. From a raw pointer that is null when
// n = 0: undefined.
//@ check fn reference: base => opt: sound
//@ check fn raw: base => opt [alloc sb tb]: unsound /null/
#![crate_type = "lib"]

pub fn reference(p: &u32, n: u8) -> u32 {
    litmus::assume(n <= 3);
    let mut sum = 0u32;
    #[cfg(opt)]
    let v = *p;
    for _ in 0..n {
        #[cfg(base)]
        let v = *p;
        sum = sum.wrapping_add(v);
    }
    sum
}

pub fn raw(x: u32, n: u8) -> u32 {
    litmus::assume(n <= 3);
    let p: *const u32 = if n == 0 { core::ptr::null() } else { &x };
    let mut sum = 0u32;
    #[cfg(opt)]
    let v = unsafe { *p };
    for _ in 0..n {
        #[cfg(base)]
        let v = unsafe { *p };
        sum = sum.wrapping_add(v);
    }
    sum
}
