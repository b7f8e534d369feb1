//@ title: converting a NaN between formats drops low bits of its payload
//@ from: core::primitive::f32, "NaN bit patterns"
// A payload that only has low bits does not fit into an f32: unchanged propagation would give infinity
// and is therefore not possible, so a NaN it is.
//@ expect: prints "true\n"

fn main() {
    let signalling = f64::from_bits(0x7ff0_0000_0000_0001);
    let narrow = signalling as f32;
    println!("{}", narrow.to_bits() & 0x7fff_ffff == 0x7fc0_0000 && narrow.is_nan());
}
