//@ title: a ManuallyDrop may be moved around after its content was dropped
//@ from: Rust documentation, std::mem::ManuallyDrop and MaybeDangling (RFC 3336)
// What is inside need not point to live memory; it still must not be null. Taken out it must be valid.
//@ expect: prints "ok\n"
//@ expect bad [strict alloc sb tb]: ub(invalid-reference)

use std::mem::ManuallyDrop;

fn pass(x: ManuallyDrop<Box<i32>>) -> ManuallyDrop<Box<i32>> {
    x
}

fn main() {
    let mut b = ManuallyDrop::new(Box::new(1));
    unsafe { ManuallyDrop::drop(&mut b) };
    let c = pass(b);
    let d = c;
    #[cfg(bad)]
    std::mem::forget(ManuallyDrop::into_inner(d)); //~ bad ub [strict alloc sb tb] (invalid-reference) /dangling/
    #[cfg(not(bad))]
    let _ = d;
    println!("ok");
}
