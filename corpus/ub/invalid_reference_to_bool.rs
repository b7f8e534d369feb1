//@ title: a reference to an invalid value
//@ from: UCG #412 (validity of references to invalid data is undecided)
// Whether `&bool` to a byte 3 is UB is open; Miri and this lab only complain when the bool is read. The
// test holds the read to account.
//@ expect ok: prints "made\n"
//@ expect bad: prints "made\n" then ub(invalid-value)

fn main() {
    let byte = 3u8;
    let r: &bool = unsafe { &*(&raw const byte).cast::<bool>() };
    println!("made");
    #[cfg(bad)]
    let _b = *r;
    #[cfg(ok)]
    let _b = r;
}
