//@ title: unchecked splitting, negation and unwrapping
//@ from: std: slice::split_at_unchecked, i8::unchecked_neg, Result::unwrap_err_unchecked
// The checked functions panic or say `None`; these trust the caller, at the very edge too.
//@ expect ok: prints "2 0 -127 9\n"
//@ expect split: ub(assume)
//@ expect negate: ub(arithmetic)
//@ expect unwrap: ub(unreachable)

fn main() {
    let a = [1u8, 2];
    #[cfg(any(ok, split, unwrap))]
    let n = 127i8;
    #[cfg(negate)]
    let n = -128i8;
    #[cfg(not(unwrap))]
    let r: Result<u8, u8> = Err(9);
    #[cfg(unwrap)]
    let r: Result<u8, u8> = Ok(9);
    unsafe {
        #[cfg(not(split))]
        let (x, y) = a.split_at_unchecked(2);
        #[cfg(split)]
        let (x, y) = a.split_at_unchecked(3);
        println!("{} {} {} {}", x.len(), y.len(), n.unchecked_neg(), r.unwrap_err_unchecked());
    }
}
