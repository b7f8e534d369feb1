//@ title: one pointer cannot be used for both neighbours
//@ from: Cerberus PNVI test from_int_disambiguation_3
// The choice is made once, at the cast. A program that uses the pointer first for `y` and then for `x` is
// UB whichever was chosen; two casts would be fine.
//@ expect once [flat]: prints "" | prints "12 11\n"
//@ expect once [alloc]: prints "" | ub(out-of-bounds)
//@ expect twice [flat alloc]: prints "" | prints "12 11\n"
//@ check once => twice [flat strict alloc]: sound
//@ check twice => once [alloc]: unsound /ub/
//@ check twice => once [flat]: sound
//@ check twice => once [strict]: sound

fn main() {
    unsafe {
        let mut x = 1i32;
        let mut y = 2i32;
        let i = (&raw mut x).wrapping_add(1) as usize;
        let j = &raw mut y as usize;
        if i == j {
            let r = i as *mut i32;
            *r = 11;
            #[cfg(once)]
            let s = r;
            #[cfg(twice)]
            let s = i as *mut i32;
            *s.wrapping_sub(1) = 12;
            println!("{} {}", x, y);
        }
    }
}
