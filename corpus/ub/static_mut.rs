//@ title: a `static mut` is a place like any other
//@ from: Rust Reference, "Mutable statics"
// Access takes `unsafe` because nobody checks for conflicts; a single thread that keeps its pointers in
// order has none.
//@ expect: prints "3 3\n"
//@ expect bad [strict alloc]: prints "3 3\n" then ub(out-of-bounds)

static mut COUNTER: [u32; 2] = [1, 2];

fn main() {
    unsafe {
        let p = (&raw mut COUNTER).cast::<u32>();
        *p += *p.add(1);
        println!("{} {}", *p, COUNTER[0]);
        #[cfg(bad)]
        {
            *p.wrapping_add(2) = 4;
        }
    }
}
