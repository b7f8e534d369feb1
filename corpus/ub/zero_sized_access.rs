//@ title: accesses of no bytes
//@ from: Rust Reference, "Dangling pointers": size 0 is never dangling, even null
// Nothing is read, so any address will do, as long as it is aligned. A reference asks for a little more: it
// may not be null.
//@ expect null: prints "read\n"
//@ expect freed: prints "read\n"
//@ expect unaligned: ub(misaligned)
//@ expect reference: ub(invalid-reference)

use std::ptr;

fn main() {
    unsafe {
        #[cfg(null)]
        {
            let p = ptr::null_mut::<()>();
            *p = *p;
        }
        #[cfg(freed)]
        {
            let b = Box::into_raw(Box::new(1u8));
            drop(Box::from_raw(b));
            let p = b.cast::<()>();
            *p = *p;
        }
        #[cfg(unaligned)]
        {
            let p = ptr::without_provenance::<[u32; 0]>(6);
            let _empty = *p; //~[flat strict alloc] ub /alignment 4 is needed/
        }
        #[cfg(reference)]
        {
            let p = ptr::null::<()>();
            let _r = &*p; //~[flat strict alloc] ub /null reference/
        }
        let _ = ptr::null::<()>();
    }
    println!("read");
}
