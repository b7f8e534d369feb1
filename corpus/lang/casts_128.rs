//@ title: 128-bit integers
//@ from: Rust Reference, "Numeric types"
// All operations exist at 128 bits as at any other width.
//@ expect: prints "170141183460469231731687303715884105727\n-170141183460469231731687303715884105728\n18446744073709551616 1\n340282366920938463463374607431768211455 -1\n"

fn main() {
    println!("{}", i128::MAX);
    println!("{}", i128::MIN);
    let big = 1u128 << 64;
    println!("{} {}", big, (big.wrapping_mul(big + 1) >> 64) as u64);
    println!("{} {}", -1i8 as u128, u128::MAX as i128);
}
