//@ title: GVN replaces a pointer by an equal one
//@ from: LLVM #34577 ("gvnbug"); LLVM PR 82458 (canReplacePointersIfEqual); catalogue P06
// `w` is one past `x`, `q` points to `y`. They may be equal, yet only `q` may write to `y`: value
// numbering that takes `==` on pointers for sameness is wrong with any kind of provenance.
//@ expect base: prints "1 2\n" | prints "1 42\n"
//@ expect opt [flat]: prints "1 2\n" | prints "1 42\n"
//@ expect opt [strict alloc]: prints "1 2\n" | ub(out-of-bounds)
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 1i32;
        let mut y = 2i32;
        let w = (&raw mut x).wrapping_add(1);
        let q = &raw mut y;
        if w == q {
            #[cfg(base)]
            {
                *q = 42;
            }
            #[cfg(opt)]
            {
                *w = 42;
            }
        }
        println!("{} {}", x, y);
    }
}
