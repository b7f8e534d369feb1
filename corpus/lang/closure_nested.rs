//@ title: closures in closures capture through each other
//@ from: Rust Reference, "Closure types"
// What the inner closure captures from outside, the outer one captures for it, and in the same way.
//@ expect: prints "7\n6 6\n15\n24\n[1, 5]\n"

fn make_adder(k: i32, x: i32) -> i32 {
    let outer = |a: i32| {
        let inner = |b: i32| a + b + k;
        inner(x)
    };
    outer(1)
}

fn main() {
    println!("{}", make_adder(4, 2));
    let mut n = 0;
    let mut outer = || {
        let mut inner = |k| n += k;
        inner(1);
        inner(2);
        let get = || n;
        get()
    };
    let first = outer();
    let second = outer();
    println!("{} {}", first + 3, second);
    let b = Box::new(5);
    let give = move || {
        let take = move || *b;
        take() * 3
    };
    println!("{}", give());
    let curry = |a: i32| move |b: i32| move |c: i32| a * b * c;
    println!("{}", curry(2)(3)(4));
    let mut arr = [1, 2];
    let mut each = || {
        let mut set = |i: usize| arr[i] = 5;
        set(1);
    };
    each();
    println!("{:?}", arr);
}
