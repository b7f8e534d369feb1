//@ title: Tree Borrows: each byte for itself: the first that refuses is reported
//@ from: Tree Borrows (PLDI 2025), transition table
// Only the third byte of the array was written by somebody else.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut a = [0u8; 4];
    let p = &raw mut a;
    let r = unsafe { &mut *p };
    unsafe { p.cast::<u8>().add(2).write(1) };
    #[cfg(ok)]
    let _v = (r[0], r[1], r[3]);
    #[cfg(bad)]
    let _v = *r; //~ bad ub [tb] (borrow-access) /read access through `r` at offset 2 of `a`/
}
