//@ title: ending a program early
//@ from: std::process
// `exit` ends with a code, `abort` without ceremony; neither runs destructors.
//@ expect exit: exits 3
//@ expect abort: aborts
//@ expect: prints "drop\n"

struct D;

impl Drop for D {
    fn drop(&mut self) {
        println!("drop");
    }
}

fn main() {
    let _d = D;
    #[cfg(exit)]
    std::process::exit(3);
    #[cfg(abort)]
    std::process::abort();
}
