//@ title: an address that comes, goes, and comes again
//@ from: derived (the ABA problem)
// The third allocation may lie where the first was, whether or not the second did. Equality of addresses is not
// equality of objects.
//@ expect: prints "false false\n" | prints "true false\n" | prints "false true\n" | prints "true true\n"

fn main() {
    unsafe {
        let a = Box::into_raw(Box::new(1u8));
        drop(Box::from_raw(a));
        let b = Box::into_raw(Box::new(2u8));
        drop(Box::from_raw(b));
        let c = Box::into_raw(Box::new(3u8));
        drop(Box::from_raw(c));
        println!("{} {}", a == b, a == c);
    }
}
