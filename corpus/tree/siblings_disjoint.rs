//@ title: Tree Borrows: two arguments for parts of one allocation
//@ from: Tree Borrows (PLDI 2025), protectors
// Each is protected, each is written: nobody accesses the other's bytes, so this is the safe code that it looks like. Once both
// cover a byte it is not.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

#[cfg(ok)]
fn f(_a: &mut u8, b: &mut u8) {
    *b = 1;
}
#[cfg(bad)]
fn f(_a: &mut (u8, u8), b: &mut u8) {
    *b = 1; //~ bad ub [tb] (borrow-protector) /Reserved \(conflicted\) permission of `_a`/
}

fn main() {
    let mut pair = (1, 2);
    #[cfg(ok)]
    f(&mut pair.0, &mut pair.1);
    #[cfg(bad)]
    {
        let p = &raw mut pair;
        unsafe { f(&mut *p, &mut (*p).1) };
    }
}
