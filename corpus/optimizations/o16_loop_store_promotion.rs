//@ title: a loop's store promoted to one store behind it
//@ from: catalogue 2.2, O16 prot
// If the loop runs no time at all, the store is new. Tree Borrows lets the call inside the condition read
// the root before.
//@ expect base [tb]: prints "0\n"
//@ expect base [sb]: ub(borrow-protector)
//@ check base => opt [sb tb-implicit-writes flat alloc]: sound
//@ check base => opt [tb]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn c() -> bool {
    println!("{}", unsafe { *ROOT });
    false
}

fn o16(x: &mut i32) {
    #[cfg(base)]
    while c() {
        *x += 1;
    }
    #[cfg(opt)]
    {
        let mut t = *x;
        while c() {
            t += 1;
        }
        *x = t;
    }
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        o16(&mut *ROOT);
    }
}
