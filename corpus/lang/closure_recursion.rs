//@ title: closures do not call themselves, but functions call closures recursively
//@ from: Rust Reference, "Closure types"
// A closure has no name for itself. A `&mut F` passed down reaches the same environment at each depth.
//@ expect: prints "120\n10 24\n"
//@ expect itself: errors /cannot find .* `go`/

fn fact(n: u64) -> u64 {
    let times = |k: u64| if k == 0 { 1 } else { k * fact(k - 1) };
    times(n)
}
fn down<F: FnMut(u32)>(n: u32, f: &mut F) {
    if n > 0 {
        f(n);
        down(n - 1, f);
    }
}

fn main() {
    println!("{}", fact(5));
    #[cfg(itself)]
    let go = |n: u32| if n == 0 { 0 } else { go(n - 1) };
    let (mut sum, mut product) = (0, 1);
    down(4, &mut |n| {
        sum += n;
        product *= n;
    });
    println!("{} {}", sum, product);
}
