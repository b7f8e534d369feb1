//@ title: five ways to round to an integer
//@ from: core::primitive::f64
// round goes away from zero at a half, round_ties_even to the even one; the sign of a zero is kept.
//@ expect: prints "-3.0 -2.0 -2.0 -3.0 -2.0 -0.0 -0.5\n"

fn main() {
    let x = -2.5f64;
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        x.floor(),
        x.ceil(),
        x.trunc(),
        x.round(),
        x.round_ties_even(),
        (-0.5f64).ceil(),
        x.fract()
    );
}
