//@ title: casting back once instead of twice
//@ from: derived; common subexpression elimination on integer-to-pointer casts
// Two casts may pick differently, one cannot: merging them loses behaviours only where the program needs two
// different picks. Duplicating a cast is always right.
//@ expect twice [flat alloc]: prints "[1, 2]\n"
//@ check twice => once [flat alloc]: sound
//@ check once => twice [flat alloc]: sound
//@ check twice => once [strict]: sound vacuous
//@ check once => twice [strict]: sound vacuous

fn main() {
    unsafe {
        let mut a = [0u8; 2];
        let i = &raw mut a as usize;
        let r = i as *mut u8;
        *r = 1;
        #[cfg(twice)]
        let s = i as *mut u8;
        #[cfg(once)]
        let s = r;
        *s.wrapping_add(1) = 2;
        println!("{:?}", a);
    }
}
