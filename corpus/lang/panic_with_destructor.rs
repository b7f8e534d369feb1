//@ title: a panic runs the destructors of what is alive
//@ from: Rust Reference, "Destructors"
// Unwinding drops `guard`, which prints: that is seen before the panic ends the run.
//@ expect guarded: prints "dropped\ndropped\n" then panics /nothing/
//@ expect plain: prints "dropped\n" then panics /nothing/
//@ check guarded => plain: unsound

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn main() {
    {
        let _short = Guard;
    }
    #[cfg(guarded)]
    let _guard = Guard;
    #[cfg(plain)]
    let _guard = 0u8;
    let nothing: Option<u8> = None;
    nothing.expect("nothing");
}
