//@ title: the complement of a number is not the negation of a truth value
//@ from: rust-lang/rust issue 131195, "`-Zmir-opt-level` miscompiles code with panic" (JumpThreading)
// `!c != 0` holds for all c but -1. Read as "c is zero" it panics for c = 1. For a bool both are the same.
//@ check fn f: base => bad [alloc]: unsound /panics/
//@ check fn of_bool: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(c: i32) -> i32 {
    #[cfg(base)]
    let taken = !c != 0;
    #[cfg(bad)]
    let taken = c == 0;
    if taken {
        return 1;
    }
    panic!("Reached end of non-void function");
}

pub fn of_bool(c: bool) -> i32 {
    #[cfg(base)]
    let taken = !c != false;
    #[cfg(bad)]
    let taken = c == false;
    if taken {
        return 1;
    }
    panic!("Reached end of non-void function");
}
