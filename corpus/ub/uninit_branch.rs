//@ title: branching on an uninitialised bool
//@ from: Rust Reference, "Invalid values"; "Taming Undefined Behavior in LLVM" (PLDI 2017)
// Reading the bool is UB, so no branch is taken. (In LLVM the read gives poison and the branch is what is UB.)
//@ expect: prints "yes\n"
//@ expect bad: ub(uninit)

use std::mem::MaybeUninit;

fn main() {
    let mut m = MaybeUninit::<bool>::uninit();
    #[cfg(not(bad))]
    m.write(true);
    let b = unsafe { *m.as_mut_ptr() };
    if b {
        println!("yes");
    } else {
        println!("no");
    }
}
