//@ title: each byte has a stack of its own
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.1
// A write to one half ends what lies above it there, and nothing elsewhere. The offset of the first byte that
// fails is reported.
//@ expect ok [sb]: prints "1 9\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = [1u16, 2];
    let p = &raw mut x;
    let whole = unsafe { &mut *p };
    unsafe { (*p)[1] = 9 };
    #[cfg(ok)]
    let half = whole[0];
    #[cfg(bad)]
    let half = {
        let both = *whole; //~ bad ub [sb] (borrow-access) /at offset 2 of `x`/
        both[0]
    };
    println!("{} {}", half, x[1]);
}
