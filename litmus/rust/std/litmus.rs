// The crate `litmus`: what a program may say about inputs that are not known. To users it is a crate
// of its own; crate/litmus.rs is the same for rustc.
pub mod litmus {
    // Any value of the type: a check covers them all.
    pub fn any<T>() -> T {
        intrinsics::symbolic::<T>()
    }

    // Inputs for which it is false are left out.
    pub fn assume(cond: bool) {
        intrinsics::restrict(cond)
    }

    pub fn assert(cond: bool) {
        if !cond {
            panic!("litmus::assert failed")
        }
    }

    pub fn uninit<T>() -> core::mem::MaybeUninit<T> {
        core::mem::MaybeUninit::uninit()
    }
}
