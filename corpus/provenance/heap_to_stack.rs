//@ title: a box that does not escape moves to the stack
//@ from: derived; LLVM and Cranelift heap-to-stack
// Nobody can tell a heap object from a local that lives as long: addresses of both are free.
//@ expect base: prints "5 false\n" | prints "5 true\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    unsafe {
        #[cfg(base)]
        let p = Box::into_raw(Box::new(4u32));
        #[cfg(opt)]
        let mut local = 4u32;
        #[cfg(opt)]
        let p = &raw mut local;
        *p += 1;
        println!("{} {}", *p, p.addr() == 0x4000);
        #[cfg(base)]
        drop(Box::from_raw(p));
    }
}
