//@ title: `add` promises what `wrapping_add` does not
//@ from: std pointer `add`; Rust Reference, in-bounds pointer arithmetic
// Making arithmetic wrapping forgets a promise and is sound. Making it in-bounds invents one: one step past
// the end of the array is still allowed, two are not.
//@ expect add: prints "1\n2\n"
//@ expect far_add [strict alloc]: prints "1\n" then ub(pointer-arithmetic)
//@ expect far_wrap: prints "1\n2\n"
//@ check add => wrap: sound
//@ check wrap => add: sound
//@ check far_add => far_wrap: sound
//@ check far_wrap => far_add [strict alloc]: unsound /ub/
//@ check far_wrap => far_add [flat]: unsound /ub/

fn main() {
    unsafe {
        let a = [1u8, 2];
        let p = (&raw const a).cast::<u8>();
        println!("{}", *p);
        #[cfg(add)]
        let r = p.add(2).sub(1);
        #[cfg(wrap)]
        let r = p.wrapping_add(2).wrapping_sub(1);
        #[cfg(far_add)]
        let r = p.add(3).sub(2);
        #[cfg(far_wrap)]
        let r = p.wrapping_add(3).wrapping_sub(2);
        println!("{}", *r);
    }
}
