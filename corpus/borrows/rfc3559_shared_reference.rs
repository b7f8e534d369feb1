//@ title: the shared-reference example of RFC 3559
//@ from: RFC 3559; catalogue L09
// Two pointers with the same address and the same allocation, one from a shared reference. It is the
// pointer that decides, so pointers must carry more than an address.
//@ expect base [flat strict alloc]: prints "1\n"
//@ expect base [sb]: ub(borrow-access)
//@ expect base [tb]: ub(borrow-access)
//@ expect alternative: prints "1\n"

fn main() {
    unsafe {
        let mut x = 0i32;
        let ptr = &mut x as *mut i32;
        let shrref = &*ptr;
        let shrptr = shrref as *const i32 as *mut i32;
        assert!(shrptr == ptr);
        #[cfg(base)]
        {
            shrptr.write(1); //~ base ub [sb tb] (borrow-access) /write access/
        }
        #[cfg(alternative)]
        {
            let _ = shrptr;
            ptr.write(1);
        }
        println!("{}", *ptr);
    }
}
