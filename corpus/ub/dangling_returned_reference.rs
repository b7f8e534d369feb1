//@ title: a function that returns a reference to its own variable
//@ from: Rust Reference, "Invalid values": a reference may not be dangling
// The variable is gone when the reference arrives at the caller: receiving it is the mistake, not its use.
// A raw pointer may dangle; there the use is the mistake.
//@ expect raw: prints "not used\n"
//@ expect reference [strict alloc]: ub(invalid-reference)

#[cfg(raw)]
fn local<'a>() -> *const u8 {
    let x = 3u8;
    &raw const x
}

#[cfg(reference)]
fn local<'a>() -> &'a u8 {
    let x = 3u8;
    let p = &raw const x;
    unsafe { &*p }
}

fn main() {
    let _p = local(); //~[strict alloc] ub /dangling/
    println!("not used");
}
