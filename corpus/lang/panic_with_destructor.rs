//@ title: a panic that would run a destructor is not the whole story
//@ from: Rust Reference, "Destructors"; unwinding is not modelled yet
// Unwinding would drop `guard` and print. The machine stops at the panic, so the verdict names the limit
// instead of claiming to know; without a value that has a destructor the panic is all there is.
//@ expect guarded: prints "dropped\n" then panics /nothing/ | limit unwind
//@ expect plain: prints "dropped\n" then panics /nothing/
//@ check guarded => plain: sound up to unwind

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
