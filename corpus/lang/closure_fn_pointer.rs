//@ title: a closure without captures is a function pointer
//@ from: Rust Reference, "Closure types" and "Coercion types"
// Only closures that capture nothing can become `fn` pointers. Arms of a match that are different closures meet there.
//@ expect: prints "6\n3 4 -5\n101 2\n9\n0\n"
//@ expect captures: errors /captures `k`/

fn call(f: fn(i32) -> i32, x: i32) -> i32 {
    f(x)
}
static TABLE: [fn(i32) -> i32; 2] = [|x| x + 100, |x| x * 2];

fn main() {
    println!("{}", call(|x| x + 1, 5));
    let ops: [fn(i32, i32) -> i32; 3] = [|a, b| a + b, |a, b| a * b, |a, b| a - b * 3];
    println!("{} {} {}", ops[0](1, 2), ops[1](2, 2), ops[2](1, 2));
    println!("{} {}", TABLE[0](1), TABLE[1](1));
    let k = 3;
    #[cfg(captures)]
    call(|x| x + k, 1);
    let square: fn(i32) -> i32 = if k > 2 { |x| x * x } else { |x| x };
    println!("{}", square(k));
    let quiet = |_: i32| 0;
    let p = quiet as fn(i32) -> i32;
    println!("{}", p(1));
}
