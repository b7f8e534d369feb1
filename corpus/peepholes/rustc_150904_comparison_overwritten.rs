//@ title: a comparison is forwarded to the branch over an assignment
//@ from: rust-lang/rust issue 150904 (SimplifyComparisonIntegral, non-SSA local)
// The flag is assigned again between the comparison and the branch. Branching on the operand of the old
// comparison is wrong for x = 1, y = false.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8, y: bool) -> u8 {
    #[cfg(base)]
    let r = {
        let mut c = x == 1;
        if x < 2 {
            c = y;
        }
        match c {
            true => 10,
            false => 20,
        }
    };
    #[cfg(bad)]
    let r = match x {
        1 => 10,
        _ => 20,
    };
    #[cfg(fixed)]
    let r = if x < 2 && y { 10 } else { 20 };
    r
}
