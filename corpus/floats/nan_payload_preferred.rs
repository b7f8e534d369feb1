//@ title: without a NaN among the operands the payload is the preferred one
//@ from: core::primitive::f32, "NaN bit patterns"
// Only the sign is open when no operand is a NaN: quiet bit set, the rest zero. A signalling NaN cannot
// come out of numbers.
//@ expect: prints "0x7fc00000\n"

fn main() {
    let inf = f32::INFINITY;
    let nan = inf - inf;
    println!("{:#x}", nan.to_bits() & 0x7fff_ffff);
}
