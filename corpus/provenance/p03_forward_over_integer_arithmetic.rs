//@ title: the same detour through integers
//@ from: Ralf Jung, "Pointers Are Complicated II" (2020); catalogue P03
// `p + (q - p)` computed on exposed integers is just the address of `q`, and `q` was exposed: the
// pointer made from it may write to `q`. rustc and clang get this right and print 23.
//@ expect base [flat alloc]: prints "23\n"
//@ expect base [strict]: ub(no-provenance)
//@ check base => opt [flat alloc]: unsound /prints "42/
//@ check base => opt [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let distance = (q as usize).wrapping_sub(p as usize);
        let r = (p as usize).wrapping_add(distance) as *mut u8;
        *q = 42;
        *r = 23; //~[strict] ub /no-provenance/
        #[cfg(base)]
        println!("{}", *q);
        #[cfg(opt)]
        println!("{}", 42);
    }
}
