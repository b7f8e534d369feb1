//@ title: a mutable reference cast to *mut, then to *const, then written
//@ from: semantics/borrow-models section 4
// The neighbour of mut_coerced_to_const_written: the step to *const is between raw pointers.
//@ expect : prints "2\n"

fn main() {
    let mut x = 1;
    let p = &mut x as *mut i32 as *const i32;
    unsafe {
        *(p as *mut i32) = 2;
    }
    println!("{}", x);
}
