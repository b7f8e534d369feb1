//@ title: copies of a pointer share its choice
//@ from: derived from Cerberus PNVI test from_int_disambiguation_3
// What the cast picked is a property of the value: copying it, through a function or through memory, copies
// the pick. One copy for `y` and the other for `x` is as bad as one pointer for both.
//@ expect copies [alloc]: prints "" | ub(out-of-bounds)
//@ expect casts [flat alloc]: prints "" | prints "12 11\n"
//@ check casts => copies [flat]: sound
//@ check casts => copies [alloc]: unsound /ub/
//@ check copies => casts [flat alloc]: sound
//@ check casts => copies [strict]: sound
//@ check copies => casts [strict]: sound

fn same(p: *mut i32) -> *mut i32 {
    p
}

fn main() {
    unsafe {
        let mut x = 1i32;
        let mut y = 2i32;
        let i = (&raw mut x).wrapping_add(1) as usize;
        let j = &raw mut y as usize;
        if i == j {
            let r = i as *mut i32;
            #[cfg(copies)]
            let pair = [same(r), r];
            #[cfg(casts)]
            let pair = [same(r), i as *mut i32];
            let pair = pair;
            *pair[0] = 11;
            *pair[1].wrapping_sub(1) = 12;
            println!("{} {}", x, y);
        }
    }
}
