//@ title: indexing without a bounds check
//@ from: std slice `get_unchecked`
// The checked index panics, the unchecked one is UB as soon as the index is out of range.
//@ expect ok: prints "3\n"
//@ expect bad: ub(assume)
//@ expect checked: panics /index out of bounds: the len is 3 but the index is 3/
//@ check bad => checked: sound vacuous
//@ check checked => bad: unsound /ub/

fn at(s: &[i32], i: usize) -> i32 {
    #[cfg(checked)]
    return s[i];
    #[cfg(any(ok, bad))]
    return unsafe { *s.get_unchecked(i) };
}

fn main() {
    let a = [1, 2, 3];
    #[cfg(ok)]
    let i = 2;
    #[cfg(not(ok))]
    let i = 3;
    println!("{}", at(&a, i));
}
