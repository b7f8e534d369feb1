//@ title: closures and functions behind dyn Fn and dyn FnMut
//@ from: Rust Reference, "Call expressions"
//@ expect: prints "13\n6\n3\n101 110\n203\n11\n2\n7\n"

fn apply(f: &dyn Fn(i32) -> i32) -> i32 {
    f(1) + f(2)
}

fn each(f: &mut dyn FnMut(i32)) {
    f(1);
    f(2);
}

fn double(x: i32) -> i32 {
    x * 2
}

fn make(k: i32) -> Box<dyn Fn(i32) -> i32> {
    Box::new(move |x| x + k)
}

fn generic<F: Fn(i32) -> i32 + ?Sized>(f: &F) -> i32 {
    f(10)
}

struct Button<'a> {
    clicked: Option<Box<dyn FnMut() + 'a>>,
}

fn main() {
    let k = 5;
    println!("{}", apply(&|x| x + k));
    println!("{}", apply(&double));
    let mut sum = 0;
    each(&mut |x| sum += x);
    println!("{}", sum);
    let m = make(100);
    println!("{} {}", m(1), generic(&*m));
    println!("{}", apply(&*m));
    let fs: [Box<dyn Fn(i32) -> i32>; 2] = [Box::new(double), Box::new(|x| x - 1)];
    println!("{}", fs[0](4) + fs[1](4));
    let mut count = 0;
    let mut b = Button { clicked: Some(Box::new(|| count += 1)) };
    if let Some(f) = &mut b.clicked {
        f();
        f();
    }
    drop(b);
    println!("{}", count);
    let r: &dyn Fn() -> i32 = &|| 7;
    println!("{}", r());
}
