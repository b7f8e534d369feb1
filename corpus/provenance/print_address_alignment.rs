//@ title: an address printed for a more aligned object
//@ from: derived; refinement chooses the source's layout
// Addresses of a u64 are some of the addresses that a u8 may have. Replacing in one direction shrinks the
// set of outcomes, in the other it grows.
//@ check byte => word: sound
//@ check word => byte: unsound

fn main() {
    #[cfg(byte)]
    let x = 1u8;
    #[cfg(word)]
    let x = 1u64;
    println!("{}", (&raw const x).addr());
}
