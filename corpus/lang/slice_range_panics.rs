//@ title: a range that does not fit its slice: which of its ends is to blame
//@ from: std::slice::SliceIndex
// First the start is held against the length, then the end, then one against the other; an inclusive
// end is one that must itself be an index.
//@ expect ok: prints "[] [] [3] [] 2\n"
//@ expect end: panics /^range end index 4 out of range for slice of length 3$/
//@ expect start: panics /^range start index 4 out of range for slice of length 3$/
//@ expect start_first: panics /^range start index 5 out of range for slice of length 3$/
//@ expect order: panics /^slice index starts at 3 but ends at 2$/
//@ expect inclusive: panics /^range end index 3 out of range for slice of length 3$/
//@ expect inclusive_order: panics /^slice index starts at 3 but ends at 2$/
//@ expect inclusive_max: panics /^range end index 18446744073709551615 out of range for slice of length 3$/

use std::hint::black_box;

fn main() {
    let a = [1, 2, 3];
    let s = &a[..];
    #[cfg(ok)]
    println!("{:?} {:?} {:?} {:?} {}", &s[3..], &s[3..3], &s[2..=2], &s[2..=1], s[..=1].len());
    #[cfg(end)]
    println!("{:?}", &s[1..black_box(4)]);
    #[cfg(start)]
    println!("{:?}", &s[black_box(4)..]);
    #[cfg(start_first)]
    println!("{:?}", &s[black_box(5)..4]);
    #[cfg(order)]
    println!("{:?}", &s[black_box(3)..2]);
    #[cfg(inclusive)]
    println!("{:?}", &s[..=black_box(3)]);
    #[cfg(inclusive_order)]
    println!("{:?}", &s[black_box(3)..=1]);
    #[cfg(inclusive_max)]
    println!("{:?}", &s[2..=black_box(usize::MAX)]);
}
