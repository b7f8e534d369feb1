//@ title: a search without its break
//@ from: folklore (branch-free search)
// Counting downwards the first match wins as well; counting upwards without a break the last one does:
// 7 in [7, 7, 0, 0].
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: &[u8; 4], x: u8) -> usize {
    let mut r = 4;
    #[cfg(base)]
    for i in 0..4 {
        if a[i] == x {
            r = i;
            break;
        }
    }
    #[cfg(opt)]
    for i in 0..4 {
        if a[3 - i] == x {
            r = 3 - i;
        }
    }
    #[cfg(bad)]
    for i in 0..4 {
        if a[i] == x {
            r = i;
        }
    }
    r
}
