//@ title: three optimisations that are each believed in, and together miscompile
//@ from: Ralf Jung, "Pointers Are Complicated II" (2020); catalogue P07
// Step 1 replaces equal integers, step 2 folds the cast, step 3 forwards the store. One of them must be
// wrong: here the culprit is step 2. If integers carried provenance it would be step 1.
//@ expect base [flat alloc]: prints "" | prints "10\n"
//@ expect base [strict]: prints "" | ub(no-provenance)
//@ expect fwd [flat]: prints "" | prints "0\n"
//@ expect fwd [strict alloc]: prints "" | ub(out-of-bounds)
//@ check base => gvn: sound
//@ check gvn => fold [flat strict]: sound
//@ check gvn => fold [alloc]: unsound /ub/
//@ check fold => fwd [flat]: unsound /prints "0/
//@ check fold => fwd [strict alloc]: sound

fn main() {
    unsafe {
        let mut p = [0u8; 1];
        let mut q = [0u8; 1];
        let past = (&raw mut p).cast::<u8>().wrapping_add(1);
        let ip = past as usize;
        let iq = &raw mut q as usize;
        if iq == ip {
            #[cfg(base)]
            let r = iq as *mut u8;
            #[cfg(gvn)]
            let r = ip as *mut u8;
            #[cfg(any(fold, fwd))]
            let r = past;
            *r = 10;
            #[cfg(not(fwd))]
            println!("{}", q[0]);
            #[cfg(fwd)]
            println!("{}", 0);
        }
    }
}
