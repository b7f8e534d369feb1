//@ title: returning the address of a local
//@ from: Rust Reference: dangling pointers
// The frame is gone when the caller looks. A static in its place would be fine.
//@ expect ok: prints "5\n"
//@ expect bad [strict alloc]: ub(dangling)

static FIVE: u8 = 5;

fn f() -> *const u8 {
    #[cfg(ok)]
    return &raw const FIVE;
    #[cfg(bad)]
    {
        let five = 5u8;
        return &raw const five;
    }
}

fn main() {
    let p = f();
    let v = unsafe { *p };
    println!("{}", v);
}
