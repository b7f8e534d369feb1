//@ title: constructors are functions; functions and closures meet in function pointers
//@ from: Rust Reference, "Function item types", "Least upper bound coercions"
// `Some` and `Wrap` can be passed like any function. Branches that are different functions or closures become one
// pointer type.
//@ expect: prints "Some(Some(3)) Wrap(4)\n[Wrap(1), Wrap(1)]\nPair(1, true)\n6 9 5\n4 -4\nErr(7)\n"
//@ expect arity: errors /takes 1 argument/

#[derive(Debug, Clone, Copy)]
struct Wrap(i32);
#[derive(Debug)]
enum Shape<T> {
    Pair(T, bool),
}
use Shape::Pair;

fn twice<T>(f: impl Fn(i32) -> T, x: i32) -> [T; 2] {
    [f(x), f(x)]
}
fn double(x: i32) -> i32 {
    x * 2
}

fn main() {
    println!("{:?} {:?}", Some(3).map(Some), Some(4).map(Wrap).unwrap());
    println!("{:?}", twice(Wrap, 1));
    #[cfg(arity)]
    twice(Pair, 1);
    let make: fn(u8, bool) -> Shape<u8> = Pair;
    println!("{:?}", make(1, true));
    for k in 0..3 {
        let f = match k {
            0 => double,
            1 => |x| x * x,
            _ => |x| x + 2,
        };
        print!("{}{}", if k > 0 { " " } else { "" }, f(3));
    }
    println!();
    let sign = |neg: bool| if neg { |x: i32| -x } else { |x: i32| x };
    println!("{} {}", sign(false)(4), sign(true)(4));
    let r: Result<i32, i32> = None.map_or(Err(7), Ok);
    println!("{:?}", r);
}
