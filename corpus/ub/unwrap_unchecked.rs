//@ title: `unwrap_unchecked` on None
//@ from: std Option::unwrap_unchecked
// A promise again: `unwrap` panics where `unwrap_unchecked` is UB.
//@ expect ok: prints "3\n"
//@ expect bad: ub(unreachable)
//@ expect checked: panics /called `Option::unwrap\(\)` on a `None` value/

fn get(o: Option<i32>) -> i32 {
    #[cfg(checked)]
    return o.unwrap();
    #[cfg(any(ok, bad))]
    return unsafe { o.unwrap_unchecked() };
}

fn main() {
    #[cfg(ok)]
    let o = Some(3);
    #[cfg(not(ok))]
    let o = None;
    println!("{}", get(o));
}
