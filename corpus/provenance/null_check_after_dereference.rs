//@ title: a null check after a dereference
//@ from: CVE-2009-1897 (Linux tun driver); GCC -fdelete-null-pointer-checks
// The dereference before says that the pointer is not null, or else everything is UB: the check may go.
// The same check before the dereference has to stay.
//@ expect late: prints "7\n"
//@ check late => late_opt: sound
//@ check null => null_opt: sound vacuous
//@ check early => early_opt: unsound /ub/

unsafe fn get(p: *const i32) {
    #[cfg(any(late, null))]
    {
        let v = *p;
        if p.is_null() {
            println!("null");
        } else {
            println!("{}", v);
        }
    }
    #[cfg(any(late_opt, null_opt, early_opt))]
    {
        let v = *p;
        println!("{}", v);
    }
    #[cfg(early)]
    if p.is_null() {
        println!("null");
    } else {
        println!("{}", *p);
    }
}

fn main() {
    unsafe {
        let x = 7;
        #[cfg(any(late, late_opt))]
        get(&raw const x);
        #[cfg(any(null, null_opt, early, early_opt))]
        get({ let _ = x; std::ptr::null() });
    }
}
