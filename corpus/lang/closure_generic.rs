//@ title: generic functions are instantiated for each closure
//@ from: Rust Reference, "Closure types": each closure has a type of its own
// Two closures never have the same type, also if they look alike; the same closure expression in two instances of a
// generic function is two closures.
//@ expect: prints "Some(4)\nNone\n7\n(2, 1)\n1 8\n"
//@ expect alike: errors /mismatched types/

use std::mem::size_of_val;

fn map<T, U, F: FnOnce(T) -> U>(o: Option<T>, f: F) -> Option<U> {
    match o {
        Some(x) => Some(f(x)),
        None => None,
    }
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C, x: A) -> C {
    g(f(x))
}
fn swap_with<A: Copy, B: Copy>(a: A, b: B) -> (B, A) {
    let make = || (b, a);
    make()
}
fn size<T>(x: T) -> usize {
    let keep = move || {
        let _y = &x;
    };
    size_of_val(&keep)
}

fn main() {
    println!("{:?}", map(Some(3), |x| x + 1));
    println!("{:?}", map(None, |x: u8| x));
    println!("{}", compose(|x: u8| x as u32 + 1, |y| y as u64, 6));
    println!("{:?}", swap_with(1, 2));
    println!("{} {}", size(1u8), size(1u64));
    #[cfg(alike)]
    let _both = [|| 1, || 2][0] == {
        let f = || 1;
        let mut g = || 2;
        g = f;
        g()
    };
}
