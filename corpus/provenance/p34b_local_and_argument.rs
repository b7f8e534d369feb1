//@ title: a pointer that existed before a local cannot point to it
//@ from: catalogue P34b
// `arg` is one past a global and may have the address of the local `l`, but not its provenance. Only if
// pointers are mere addresses is the forwarding wrong.
//@ expect base [flat]: prints "" | prints "2\n"
//@ expect base [strict alloc]: prints "" | ub(out-of-bounds)
//@ check base => opt [flat]: unsound /prints "1/
//@ check base => opt [strict alloc]: sound

static mut G: u8 = 0;

unsafe fn f(arg: *mut u8) {
    let mut l = 0u8;
    let p = &raw mut l;
    if arg.addr() == p.addr() {
        *p = 1;
        *arg = 2;
        #[cfg(base)]
        println!("{}", l);
        #[cfg(opt)]
        println!("{}", 1);
    }
}

fn main() {
    unsafe { f((&raw mut G).wrapping_add(1)) }
}
