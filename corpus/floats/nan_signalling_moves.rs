//@ title: moves, to_bits and from_bits keep a signalling NaN
//@ from: core::primitive::f32, "NaN bit patterns"
// Copying a float is no arithmetic: all bits stay, also where an x87 register would have quieted them.
// Negation, abs and copysign change the sign and nothing else.
//@ expect: prints "0x7f800001 0xff800001 0x7f800001 0xff800001\n"

fn pass(x: f32) -> f32 {
    let array = [x; 2];
    array[1]
}

fn main() {
    let nan = pass(f32::from_bits(0x7f80_0001));
    println!(
        "{:#x} {:#x} {:#x} {:#x}",
        nan.to_bits(),
        (-nan).to_bits(),
        (-nan).abs().to_bits(),
        nan.copysign(-1.0).to_bits()
    );
}
