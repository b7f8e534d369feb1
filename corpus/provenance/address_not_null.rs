//@ title: no object lies at address zero
//@ from: Rust Reference, "Behavior considered undefined" (null references); derived
// A check for null on the address of an object is always false, also in the form of integers.
//@ expect base: prints "false false\n"
//@ check base => opt: sound

fn main() {
    let x = 1u8;
    let p = &raw const x;
    #[cfg(base)]
    println!("{} {}", p.is_null(), p.addr() == 0);
    #[cfg(opt)]
    println!("{} {}", false, { let _ = p; false });
}
