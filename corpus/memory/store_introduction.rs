//@ title: inventing a store of the old value
//@ from: LLVM and C11 (spurious stores); derived for one thread
// `if c { *p = 1 }` as `*p = if c { 1 } else { *p }` writes where the source did not. On memory that can be
// written one thread sees no difference; on a static that cannot, it is UB.
//@ expect base: prints "7\n7\n"
//@ expect opt: prints "7\n" then ub(read-only)
//@ check base => opt: unsound /ub/
//@ check writable => writable_opt: sound

static FIXED: i32 = 7;

unsafe fn f(p: *mut i32, c: bool) {
    #[cfg(any(base, writable))]
    if c {
        *p = 1;
    }
    #[cfg(any(opt, writable_opt))]
    {
        *p = if c { 1 } else { *p };
    }
    println!("{}", *p);
}

fn main() {
    unsafe {
        let mut x = 7;
        f(&raw mut x, false);
        #[cfg(any(base, opt))]
        f((&raw const FIXED).cast_mut(), false);
        #[cfg(any(writable, writable_opt))]
        f(&raw mut x, true);
    }
}
