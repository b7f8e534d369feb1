//@ title: a Box argument may free its own memory
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.4; catalogue L21
// A Box is protected weakly: nobody may take its permission, but its memory may go through itself. A mutable
// reference is protected strongly.
//@ expect ok [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-protector)

#[cfg(ok)]
fn f(b: Box<i32>) {
    drop(b);
}
#[cfg(bad)]
fn f(b: &mut i32) {
    drop(unsafe { Box::from_raw(b as *mut i32) }); //~ bad ub [sb] (borrow-protector) /deallocating while item \[Unique for `(f::)?b`\] is strongly protected/
}

fn main() {
    let b = Box::new(1);
    #[cfg(ok)]
    f(b);
    #[cfg(bad)]
    f(Box::leak(b));
    println!("freed");
}
