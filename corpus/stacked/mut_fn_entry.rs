//@ title: a mutable reference argument is protected
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 2
// The same two writes, once in a block and once in a call. In the block the second only ends the first pointer.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-protector)

fn write(_r: &mut i32, p: *mut i32) {
    unsafe { *p = 2 }; //~ bad ub [sb] (borrow-protector) /Unique for `.*_r`/
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(ok)]
    {
        let _r = unsafe { &mut *p };
        unsafe { *p = 2 };
    }
    #[cfg(bad)]
    write(unsafe { &mut *p }, p);
    println!("{}", x);
    let _ = write;
}
