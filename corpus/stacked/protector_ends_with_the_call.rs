//@ title: protection ends when the call returns
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5
// The flag stays in the stack, but protects only as long as the call runs.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-protector)

fn keep(r: &mut i32) -> *mut i32 {
    r
}

#[cfg(bad)]
fn write(_r: &mut i32, p: *mut i32) {
    unsafe { *p = 3 }; //~ bad ub [sb] (borrow-protector) /strongly protected/
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    keep(unsafe { &mut *p });
    #[cfg(ok)]
    unsafe {
        *p = 3
    };
    #[cfg(bad)]
    write(unsafe { &mut *p }, p);
    println!("{}", unsafe { *p });
}
