//@ title: a match that sets another variant is not the identity
//@ from: rust-lang/rust issue 76803, pull request 76844 (SimplifyBranchSame)
// A becomes B and B stays. Without comparing the discriminant that is set with the one that was matched,
// the pass returned A for A.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn identity: base => bad [alloc]: sound
#![crate_type = "lib"]

#[derive(Clone, Copy)]
pub enum Type {
    A,
    B,
}

pub fn f(v: Type) -> u8 {
    #[cfg(base)]
    let v = match v {
        Type::A => Type::B,
        _ => v,
    };
    #[cfg(bad)]
    let v = v;
    v as u8
}

pub fn identity(v: Type) -> u8 {
    #[cfg(base)]
    let v = match v {
        Type::A => Type::A,
        _ => Type::B,
    };
    #[cfg(bad)]
    let v = v;
    v as u8
}
