//@ title: in-bounds arithmetic is a use that fixes the choice
//@ from: derived; std pointer `sub`
// `sub(1)` from the boundary stays inside `x` only, so from then on the pointer belongs to `x`. Wrapping
// arithmetic commits to nothing.
//@ expect wrapping [alloc]: prints "" | prints "1 11\n"
//@ expect inbounds [alloc]: prints "" | ub(out-of-bounds)
//@ check wrapping => inbounds [alloc]: unsound /ub/
//@ check inbounds => wrapping [alloc]: sound
//@ check wrapping => inbounds [flat strict]: sound
//@ check inbounds => wrapping [flat strict]: sound

fn main() {
    unsafe {
        let mut x = 1i32;
        let mut y = 2i32;
        let i = (&raw mut x).wrapping_add(1) as usize;
        let j = &raw mut y as usize;
        if i == j {
            let r = i as *mut i32;
            #[cfg(wrapping)]
            let s = r.wrapping_sub(1).wrapping_add(1);
            #[cfg(inbounds)]
            let s = r.sub(1).add(1);
            *s = 11;
            println!("{} {}", x, y);
        }
    }
}
