//@ title: reaching `unreachable_unchecked`
//@ from: std::hint::unreachable_unchecked
// A promise that control does not come here. The macro `unreachable!` panics instead.
//@ expect ok: prints "1\n"
//@ expect bad: ub(unreachable)
//@ expect macro_: panics /unreachable/

fn f(n: u8) -> u8 {
    match n {
        0 => 1,
        #[cfg(macro_)]
        _ => unreachable!(),
        #[cfg(any(ok, bad))]
        _ => unsafe { std::hint::unreachable_unchecked() },
    }
}

fn main() {
    #[cfg(ok)]
    let n = 0;
    #[cfg(not(ok))]
    let n = 1;
    println!("{}", f(n));
}
