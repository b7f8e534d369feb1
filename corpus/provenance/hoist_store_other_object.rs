//@ title: swapping stores to two different objects
//@ from: alias analysis folklore; derived
// Two objects do not overlap, so the order of the stores cannot be seen. If both pointers may lead into one
// object it can.
//@ expect two: prints "1 2\n"
//@ expect one: prints "2 2\n"
//@ check two => two_swapped: sound
//@ check one => one_swapped: unsound /prints "1 1/

unsafe fn stores(p: *mut u8, q: *mut u8) {
    #[cfg(any(one, two))]
    {
        *p = 1;
        *q = 2;
    }
    #[cfg(any(one_swapped, two_swapped))]
    {
        *q = 2;
        *p = 1;
    }
}

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        #[cfg(any(two, two_swapped))]
        let q = &raw mut y;
        #[cfg(any(one, one_swapped))]
        let q = { y = 0; let _ = y; p };
        stores(p, q);
        println!("{} {}", *p, *q);
    }
}
