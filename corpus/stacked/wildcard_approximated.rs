//@ title: what a pointer from an integer leaves behind
//@ from: semantics/borrow-models 2.9
// An interpreter that runs one execution cannot try which exposed tag was meant. In sb-wildcard an access through
// a pointer from an integer makes the stack unknown, and any tag that is old enough is believed afterwards, also
// p, which the write to x had ended. sb tries each exposed tag to the end and finds the truth.
//@ expect [sb]: ub(borrow-access)
//@ expect [sb-wildcard]: prints "1\n"

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    x = 5;
    let q = &raw mut x;
    let w = q as usize as *mut i32;
    unsafe {
        *w = 1;
        println!("{}", p.read()); //~ ub [sb] (borrow-access) /read access using `p`/
    }
}
