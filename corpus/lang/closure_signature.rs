//@ title: a closure's parameters and result are inferred from what is expected and what is done
//@ from: Rust Reference, "Closure expressions"
// The bound of the generic parameter says what the closure is called with. Without one, the first use decides, for good.
//@ expect: prints "9\n12\n3 true\n8\n7\n"
//@ expect count: errors /expected to take 1 argument, but it takes 2/
//@ expect result: errors /mismatched types/
//@ expect unknown: errors /type annotations needed/
//@ expect twice: errors /mismatched types/

fn apply<T, R, F: Fn(T) -> R>(x: T, f: F) -> R {
    f(x)
}
fn on_pair<F>(f: F) -> i32
where
    F: Fn((i32, i32)) -> i32,
{
    f((3, 4))
}

struct P {
    x: i32,
}

fn main() {
    println!("{}", apply(P { x: 8 }, |p| p.x + 1));
    println!("{}", on_pair(|(a, b)| a * b));
    let id = |x| x;
    let n: u8 = id(3);
    #[cfg(twice)]
    id(true);
    let is = |b: bool| -> bool { b };
    println!("{} {}", n, is(true));
    #[cfg(count)]
    apply(1, |a, b| a + b);
    #[cfg(result)]
    on_pair(|_| true);
    #[cfg(unknown)]
    let _lazy = |x| ();
    let f: fn(u8) -> u8 = |x| x + 7;
    println!("{}", f(1));
    println!("{}", apply(2u64, |x| -> u64 { x + 5 }));
}
