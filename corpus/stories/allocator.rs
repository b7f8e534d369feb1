//@ title: a foreign allocator: its stories allocate and free
//@ from: catalogue S05, S07
//@ teach: Memory that foreign code hands out is a fresh allocation; freeing it twice, or using it afterwards, is undefined as with Rust's own.
//@ expect: prints "7\n"
//@ expect twice: ub
//@ expect after: ub (dangling)
//@ expect protected [sb tb]: ub (borrow-protector)
//@ expect protected [flat strict alloc]: returns
use std::alloc::{alloc, dealloc, Layout};

extern "C" {
    //@ story: alloc(Layout::new::<u32>()) as *mut u32
    fn get() -> *mut u32;
    //@ story: dealloc(p as *mut u8, Layout::new::<u32>())
    fn put(p: *mut u32);
}

#[allow(dead_code)]
fn gives_back(r: &mut u32, p: *mut u32) {
    *r = 1;
    unsafe { put(p) };
}

fn main() {
    unsafe {
        let p = get();
        p.write(7);
        #[cfg(protected)]
        gives_back(&mut *p, p);
        #[cfg(not(protected))]
        {
            let v = p.read();
            put(p);
            #[cfg(twice)]
            put(p);
            #[cfg(after)]
            p.read();
            println!("{v}");
        }
    }
}
