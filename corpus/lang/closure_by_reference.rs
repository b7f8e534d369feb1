//@ title: references to closures are called like closures
//@ from: std::ops::Fn, implementations for references and Box
// `&F` is Fn if F is, `&mut F` is FnMut; a Box owns what it calls.
//@ expect: prints "5 5 5\n1 2 3\n13\n6\n"
//@ expect shared: errors /expected a `FnMut`|cannot borrow/

fn by_fn<F: Fn(i32) -> i32>(f: F) -> i32 {
    f(2)
}
fn by_mut<F: FnMut() -> i32>(mut f: F) -> i32 {
    f()
}
fn by_once(f: impl FnOnce() -> i32) -> i32 {
    f()
}
fn through(f: &dyn_free) -> i32 {
    f(2)
}
#[allow(non_camel_case_types)]
type dyn_free = fn(i32) -> i32;

fn add3(x: i32) -> i32 {
    x + 3
}

fn main() {
    let k = 3;
    let add = |x| x + k;
    println!("{} {} {}", by_fn(&add), by_fn(&&add), through(&(add3 as fn(i32) -> i32)));
    let mut n = 0;
    let mut count = || {
        n += 1;
        n
    };
    let a = by_mut(&mut count);
    #[cfg(shared)]
    by_mut(&count);
    let b = by_once(&mut count);
    println!("{} {} {}", a, b, by_mut(count));
    let boxed = Box::new(|x| x + 10 + k - 3);
    println!("{}", boxed(3));
    let owner = Box::new(6);
    println!("{}", by_once(Box::new(move || *owner)));
}
