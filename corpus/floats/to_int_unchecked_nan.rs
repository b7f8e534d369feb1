//@ title: to_int_unchecked of a NaN is undefined, `as` is not
//@ from: core::primitive::f32, to_int_unchecked
// Replacing the unchecked conversion by the saturating one removes UB and is right; the reverse adds it.
//@ expect unchecked: ub(arithmetic)
//@ expect cast: prints "0\n"
//@ check unchecked => cast: sound vacuous
//@ check cast => unchecked: unsound

fn main() {
    let nan = f64::NAN;
    #[cfg(unchecked)]
    println!("{}", unsafe { nan.to_int_unchecked::<i64>() });
    #[cfg(cast)]
    println!("{}", nan as i64);
}
