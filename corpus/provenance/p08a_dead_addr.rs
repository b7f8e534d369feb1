//@ title: removing an unused `addr()`
//@ from: std::ptr, "Strict Provenance"; LLVM 22 ptrtoaddr; catalogue P08a
// `addr` looks at the address and does nothing else, so an unused one can go in every model. This is
// why the strict operations are kinder to optimisers than the casts.
//@ expect base: prints "1 true\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(not(opt))]
        let _dead = q.addr();
        let r = q.with_addr(q.addr());
        *r = 1;
        println!("{} {}", x, r == q);
    }
}
