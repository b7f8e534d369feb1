//@ title: addition of floats is not associative
//@ from: IEEE 754-2019; LLVM's reassoc flag
// 1e16 + 1.0 is rounded back to 1e16. A compiler may not reassociate without permission.
//@ expect base: prints "0.0\n"
//@ expect opt: prints "1.0\n"
//@ check base => opt: unsound /prints "1.0/

fn main() {
    let (big, one) = (1e16, 1.0);
    #[cfg(base)]
    println!("{:?}", (one + big) - big);
    #[cfg(opt)]
    println!("{:?}", one + (big - big));
}
