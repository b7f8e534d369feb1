//@ title: what was printed before the UB has been printed
//@ from: the lab's refinement; C committee N3128 ("no time travel"); Rust's opsem leaves it open
// Observable events before the UB stay. Moving the UB above the print would be a new behaviour. Readers of
// the Reference who let UB reach back in time would call the second check sound.
//@ expect base: prints "before\n" then ub(unreachable)
//@ expect early: ub(unreachable)
//@ check base => after: sound
//@ check base => early: unsound /ub/

fn main() {
    #[cfg(any(base, after))]
    println!("before");
    #[cfg(any(base, early))]
    unsafe {
        std::hint::unreachable_unchecked()
    }
    #[cfg(after)]
    println!("after");
}
