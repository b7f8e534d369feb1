//@ title: making a guarded load unconditional after an earlier load
//@ from: catalogue P43
// `*p` was readable before, and `f` does not free it: the second load can be hoisted out of its branch.
//@ expect base: prints "4\n9\n"
//@ check base => opt: sound
//@ check opt => base: sound

unsafe fn f(p: *mut i32) {
    *p += 1;
}

unsafe fn g(p: *mut i32, c: bool) -> i32 {
    let a = *p;
    f(p);
    #[cfg(base)]
    let b = if c { *p } else { 0 };
    #[cfg(opt)]
    let b = {
        let early = *p;
        if c { early } else { 0 }
    };
    a + b
}

fn main() {
    unsafe {
        let mut x = 4;
        println!("{}", g(&raw mut x, false));
        x = 4;
        println!("{}", g(&raw mut x, true));
    }
}
