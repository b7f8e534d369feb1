//@ title: an unprotected shared reference: written from outside, not used again
//@ from: catalogue 2.4, L17
// The neighbour of the protected case: without a call nobody keeps it alive.
//@ expect : prints "2\n"
//@ expect [tb-implicit-writes]: prints "2\n"

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    let _p = unsafe { &*raw };
    unsafe { *raw = 2 };
    println!("{}", unsafe { *raw });
}
