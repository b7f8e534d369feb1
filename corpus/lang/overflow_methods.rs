//@ title: wrapping, checked, overflowing and saturating arithmetic
//@ from: std integer methods
// The four ways to say what should happen at the end of the range.
//@ expect: prints "-128 None (-128, true) 127\n44 None (44, true) 255\nSome(99) (1, false) 0\n-128 None\n"

fn main() {
    let a = 127i8;
    println!("{} {:?} {:?} {}", a.wrapping_add(1), a.checked_add(1), a.overflowing_add(1), a.saturating_add(1));
    let b = 100u8;
    println!("{} {:?} {:?} {}", b.wrapping_mul(3), b.checked_mul(3), b.overflowing_mul(3), b.saturating_mul(3));
    println!("{:?} {:?} {}", b.checked_sub(1), b.overflowing_sub(99), b.saturating_sub(200));
    println!("{} {:?}", (-128i8).wrapping_neg(), (-128i8).checked_neg());
}
