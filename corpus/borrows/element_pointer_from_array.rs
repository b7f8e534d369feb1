//@ title: a pointer to the whole array reaches every element
//@ from: semantics/borrow-models section 4
// The neighbour of element_pointer_outside: the pointer was made from the whole array.
//@ expect : prints "2\n"

fn main() {
    let a = [1, 2];
    let first = &a as *const [i32; 2] as *const i32;
    println!("{}", unsafe { *first.add(1) });
}
