//@ title: a switch that returns its cases, and something else by default
//@ from: llvm/llvm-project issue 55721, "Incorrect constant folding for certain switch cases"
// 1 and 7 return themselves and the rest 19. Returning the operand is wrong for 0.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = match x {
        1 => 1,
        7 => 7,
        19 => 19,
        _ => 19,
    };
    #[cfg(bad)]
    let r = x;
    #[cfg(fixed)]
    let r = if x == 1 || x == 7 { x } else { 19 };
    r
}
