//@ title: what a scope does at its end happens on the line of its last character
//@ from: rustc: the source information of scheduled drops
// Also when the scope is left before its end; temporaries belong to the end of their statement.
//@ expect: prints "1\n"
use std::mem::ManuallyDrop;
use std::ptr;

fn second(of: &ManuallyDrop<Box<i32>>) -> Box<i32> {
    unsafe { ptr::read(&**of) }
}

#[cfg(early)]
fn early(leave: bool) {
    let value = ManuallyDrop::new(Box::new(1));
    let _first = second(&value);
    if leave {
        let _second = second(&value);
        return;
    }
    println!("not reached");
} //~ early ub(double-free)

fn number(_: &Box<i32>, _: ()) -> i32 {
    1
}

fn main() {
    #[cfg(early)]
    early(true);
    let value = ManuallyDrop::new(Box::new(1));
    #[cfg(block)]
    {
        let _first = second(&value);
        let _second = second(&value);
    } //~ block ub(double-free)
    #[cfg(statement)]
    let _one = number(
        &second(&value),
        drop(second(&value)),
    ); //~ statement ub(double-free)
    println!("{}", number(&value, ()));
}
