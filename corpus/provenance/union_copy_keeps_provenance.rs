//@ title: copying a union copies its bytes
//@ from: RFC 3559, "Reference-level explanation" (guaranteed for MaybeUninit, wished for every union)
// The copy does not look at any field, so pointers inside survive even if the union also has an integer
// field. RFC 3559 promises this for MaybeUninit only; the lab takes all unions alike.
//@ expect: prints "7 7\n"

use std::mem::MaybeUninit;

#[derive(Clone, Copy)]
union Both {
    p: *mut u8,
    i: usize,
}

fn main() {
    unsafe {
        let mut x = 0u8;
        let from = Both { p: &raw mut x };
        let to = from;
        *to.p = 7;
        let m = MaybeUninit::new(&raw mut x);
        let n: MaybeUninit<*mut u8> = m;
        println!("{} {}", x, *n.assume_init());
        let _ = to.i;
    }
}
