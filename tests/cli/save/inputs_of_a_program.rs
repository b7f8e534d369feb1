// A whole program with inputs, one of them in a loop.
// shows: prints "3 1\n"
//@ check base => opt: unsound
fn main() {
    let n: u8 = litmus::any();
    litmus::assume(n > 2);
    let mut sum = 0u8;
    for _ in 0..3 {
        let x: u8 = litmus::any();
        if x != n {
            sum = sum.wrapping_add(1);
        }
    }
    let (a, flag): (i16, bool) = litmus::any();
    if flag {
        println!("{} {}", sum, if cfg!(base) { a } else { a.wrapping_neg().wrapping_neg().wrapping_abs() });
    }
}
