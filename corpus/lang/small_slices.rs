//@ title: slices of options, of pointers, of nothing
//@ from: std::option::Option::as_slice, std::ptr::NonNull, Default of slices
// An option is a slice of at most one element; a raw slice knows its length.
//@ expect: prints "[9] [] 2 5 [1] true\n"

use std::ptr::NonNull;

fn main() {
    let mut some = Some(1);
    some.as_mut_slice()[0] = 9;
    let none: Option<i32> = None;
    let mut a = [2, 3, 4];
    let n = NonNull::slice_from_raw_parts(NonNull::from(&mut a).cast::<i32>(), 2);
    let sum: i32 = unsafe { n.as_ref() }.iter().sum();
    let mut b = [1];
    let mut s = &mut b[..];
    let taken = std::mem::take(&mut s);
    println!("{:?} {:?} {} {} {:?} {}", some.as_slice(), none.as_slice(), n.len(), sum, taken, s.is_empty());
}
