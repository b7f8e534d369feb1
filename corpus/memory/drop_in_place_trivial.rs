//@ title: drop_in_place of what has nothing to drop
//@ from: std::ptr::drop_in_place
// References, slices of them and raw pointers are left alone; what they point to is not theirs.
//@ expect: prints "a 1\n"

fn main() {
    let mut s = ["a", "b"];
    let mut n = 1;
    let mut r = &mut n;
    unsafe {
        std::ptr::drop_in_place(&mut s[..]);
        std::ptr::drop_in_place(&mut r);
    }
    println!("{} {}", s[0], r);
}
