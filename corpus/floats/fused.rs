//@ title: contracting a product and a sum rounds once instead of twice
//@ from: LLVM's contract flag; core::primitive::f32, mul_add
// mul_add is another function: where the product is not exact, the results differ.
//@ expect base: prints "0.0\n"
//@ expect opt: prints "5.9604645e-8\n"
//@ check base => opt: unsound /prints "5.96/

fn main() {
    let x = 1.0 + 1.0 / 4096.0f32;
    let y = -(1.0 + 1.0 / 2048.0f32);
    #[cfg(base)]
    println!("{:?}", x * x + y);
    #[cfg(opt)]
    println!("{:?}", x.mul_add(x, y));
}
