//@ title: casting back once instead of twice, at a boundary
//@ from: derived; compare int_disambiguation_3
// The first cast is used for the one-past end of `x` walking back, the second for `y`. Merging them leaves one
// pick for two objects.
//@ expect twice [flat alloc]: prints "" | prints "7 8\n"
//@ check twice => once [flat]: sound
//@ check twice => once [alloc]: unsound /ub/
//@ check twice => once [strict]: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let i = (&raw mut x).wrapping_add(1) as usize;
        if i == &raw mut y as usize {
            let r = i as *mut u8;
            *r.wrapping_sub(1) = 7;
            #[cfg(twice)]
            let s = i as *mut u8;
            #[cfg(once)]
            let s = r;
            *s = 8;
            println!("{} {}", x, y);
        }
    }
}
