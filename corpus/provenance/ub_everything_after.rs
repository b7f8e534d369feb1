//@ title: UB allows everything that comes after it
//@ from: Rust Reference, "Behavior considered undefined"
// If each execution of the source is UB from the start, any program refines it: the transformation is
// sound and worthless, which the verdict says.
//@ expect base: ub(unreachable)
//@ check base => opt: sound vacuous
//@ check opt => base: unsound /ub/

fn main() {
    #[cfg(base)]
    unsafe {
        std::hint::unreachable_unchecked()
    }
    #[cfg(opt)]
    println!("nasal demons");
}
