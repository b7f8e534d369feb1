//@ title: moving an integer-to-pointer cast above the expose
//@ from: catalogue P32
// The cast picks among what was exposed before it. Hoisted, it comes too early and finds nothing: the two
// casts do not commute even though no data flows between them.
//@ expect base [flat alloc]: prints "10\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict]: sound vacuous
//@ check base => opt [alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let a = q.addr();
        #[cfg(base)]
        let _exposed = q as usize;
        let r = a as *mut u8;
        #[cfg(opt)]
        let _exposed = q as usize;
        *r = 10;
        println!("{}", x);
    }
}
