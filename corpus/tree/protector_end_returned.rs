//@ title: Tree Borrows: a returned reborrow is usable
//@ from: Tree Borrows (PLDI 2025), protectors
// The classic shape of an accessor: the argument's protector ends, the reference made from it lives on, until somebody
// else writes.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn first(pair: &mut (u8, u8)) -> &mut u8 {
    pair.0 = 5;
    &mut pair.0
}

fn main() {
    let mut x = (1, 2);
    let p = &raw mut x;
    let r = first(unsafe { &mut *p });
    *r = 6;
    #[cfg(bad)]
    unsafe {
        (*p).0 = 7;
    }
    *r = 8; //~ bad ub [tb] (borrow-access) /write access through `r` .* Disabled/
}
