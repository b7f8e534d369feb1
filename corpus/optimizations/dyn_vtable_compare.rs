//@ title: comparing vtables may be folded either way, but not believed
//@ from: std::ptr::eq, "Caution"
// Two trait objects made at two places of the program: the compiler may fold the comparison to what it
// likes. The program must cope with both; a copy stays what it was.
//@ check base => equal: sound
//@ check base => different: sound
//@ check copied => equal: sound
//@ check copied => different: unsound /prints "false\\n"/

trait T {
    fn get(&self) -> u8 {
        0
    }
}
impl T for u8 {}

fn main() {
    let x = 1u8;
    let a: *const dyn T = &x;
    #[cfg(not(copied))]
    let b: *const dyn T = &x;
    #[cfg(copied)]
    let b = a;
    #[cfg(any(base, copied))]
    println!("{}", a == b);
    #[cfg(equal)]
    println!("true");
    #[cfg(different)]
    println!("false");
}
