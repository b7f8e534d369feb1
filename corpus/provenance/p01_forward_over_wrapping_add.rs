//@ title: forwarding a store over a write through another object's pointer
//@ from: Ralf Jung, "Pointers Are Complicated" (2018); catalogue P01
// `p` moved onto `q` by wrapping arithmetic still belongs to `p`: the write in the middle is UB, so
// the compiler may print the value stored before. Where a pointer is its address, it must print 23.
//@ expect base [flat]: prints "23\n"
//@ expect base [strict alloc]: ub(out-of-bounds)
//@ expect opt [flat]: prints "42\n"
//@ check base => opt [flat]: unsound /prints "42/
//@ check base => opt [strict alloc]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let distance = q.addr().wrapping_sub(p.addr());
        *q = 42;
        *p.wrapping_add(distance) = 23; //~[strict alloc] ub /out-of-bounds/
        #[cfg(base)]
        println!("{}", *q);
        #[cfg(opt)]
        println!("{}", 42);
    }
}
