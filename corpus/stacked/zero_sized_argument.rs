//@ title: an empty argument protects nothing
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6
// Its retag makes neither item nor protector.
//@ expect ok [sb]: prints "7\n"
//@ expect bad [sb]: ub(borrow-protector)

#[cfg(ok)]
type T = [i32; 0];
#[cfg(bad)]
type T = [i32; 1];

fn f(_r: &mut T, p: *mut i32) {
    unsafe { *p = 7 }; //~ bad ub [sb] (borrow-protector) /strongly protected/
}

fn main() {
    let mut a = [1, 2];
    let p = &raw mut a as *mut i32;
    f(unsafe { &mut *(p as *mut T) }, p);
    println!("{}", a[0]);
}
