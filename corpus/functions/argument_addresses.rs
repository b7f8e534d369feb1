//@ title: where its arguments lie is the caller's affair
//@ from: made up: differential testing of function checks
// The addresses of objects behind arguments are the same in both variants, as any input is: the caller can
// compare them, too. Where the function's own variables lie is its own choice, apart from all that is there.
//@ check fn in_order: base => opt: unsound
//@ check fn compared: base => opt [flat alloc sb tb]: unsound
//@ check fn is_even: base => opt: unsound
//@ check fn has_address: base => opt [flat alloc sb tb]: unsound
//@ check fn has_address: opt => base [flat alloc sb tb]: unsound
//@ check fn fresh: base => opt: unsound
//@ check fn aligned: base => opt: sound
//@ check fn apart: base => opt: sound
//@ check fn own_is_even: base => opt: sound
#![crate_type = "lib"]

pub fn in_order(p: &u8, q: &u8) -> bool {
    let (p, q) = (&raw const *p, &raw const *q);
    if cfg!(base) {
        p < q
    } else {
        q < p
    }
}

pub fn compared(p: &u8, q: &u8) -> bool {
    cfg!(opt) || (&raw const *p).addr() < (&raw const *q).addr()
}

pub fn is_even(p: &u8) -> bool {
    cfg!(opt) || (&raw const *p).addr() % 2 == 0
}

pub fn has_address(p: &u8, x: usize) -> bool {
    cfg!(base) && (&raw const *p).addr() == x
}

pub fn fresh(p: &u8) -> usize {
    let own = Box::leak(Box::new(1u8));
    let p = if cfg!(base) { &raw const *own } else { &raw const *p };
    p.addr()
}

pub fn aligned(p: &u16) -> bool {
    cfg!(opt) || (&raw const *p).addr() % 2 == 0
}

pub fn apart(p: &u8) -> bool {
    let own = 1u8;
    cfg!(base) && (&raw const own).addr() == (&raw const *p).addr()
}

pub fn own_is_even() -> bool {
    let own = 1u8;
    cfg!(opt) || (&raw const own).addr() % 2 == 0
}
