// What is printed before undefined behaviour must still be printed.
// shows: ub(unreachable)
#![crate_type = "lib"]
//@ check fn divide: base => opt: unsound
pub fn divide(a: u8, b: u8) -> u8 {
    #[cfg(base)]
    println!("dividing");
    if b == 0 {
        unsafe { std::hint::unreachable_unchecked() }
    }
    #[cfg(opt)]
    println!("dividing");
    a / b
}
