//@ title: two branches count as equal because one is a prefix of the other
//@ from: rust-lang/rust pull request 77549, "Fix miscompile in SimplifyBranchSame"
// The statements were compared pairwise until the shorter list ended. The second branch also sets b:
// merged into the first, f(1) loses it.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> (u8, u8) {
    let (mut a, mut b) = (0, 0);
    #[cfg(base)]
    match x {
        0 => a = 1,
        _ => {
            a = 1;
            b = 2;
        }
    }
    #[cfg(bad)]
    {
        a = 1;
    }
    #[cfg(fixed)]
    {
        a = 1;
        if x != 0 {
            b = 2;
        }
    }
    (a, b)
}
