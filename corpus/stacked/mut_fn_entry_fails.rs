//@ title: two mutable reference arguments to one variable fail at the signature
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 2; Miri, aliasing_mut1
// The second argument's retag at function entry would end the first one, which is protected by then: the callee's
// signature asks for what the caller cannot give.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-protector)

#[cfg(ok)]
fn both(x: &i32, y: &i32) -> i32 {
    *x + *y
}
#[cfg(bad)]
fn both(x: &mut i32, y: &mut i32) -> i32 { //~ bad ub [sb] (borrow-protector) /would remove \[Unique for .*x`\] which is strongly protected/
    *x + *y
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(ok)]
    let f = unsafe { std::mem::transmute::<fn(&i32, &i32) -> i32, fn(*mut i32, *mut i32) -> i32>(both) };
    #[cfg(bad)]
    let f = unsafe {
        std::mem::transmute::<fn(&mut i32, &mut i32) -> i32, fn(*mut i32, *mut i32) -> i32>(both)
    };
    println!("{}", f(p, p));
}
