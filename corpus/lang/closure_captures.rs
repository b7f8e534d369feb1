//@ title: closures capture places, by reference or by value
//@ from: Rust Reference, "Closure types", capture modes and precision (edition 2021)
// A closure borrows what it reads, borrows mutably what it changes, and takes what it moves; each for the place it
// uses, so that `p.a` and `p.b` may be used on both sides.
//@ expect: prints "5\n7 7\n1 2\nmoved 9\n12\ndrop 9\n3\n"

struct Loud(i32);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    a: i32,
    b: i32,
}

fn main() {
    let x = 2;
    let read = |y| x + y;
    println!("{}", read(3));

    let mut n = 2;
    let mut add = |k: i32| {
        n += k;
        n
    };
    let last = add(5);
    println!("{} {}", last, n);

    let mut p = Pair { a: 0, b: 2 };
    let mut set = || p.a = 1;
    let other = &p.b;
    set();
    println!("{} {}", p.a, other);

    let loud = Loud(9);
    let take = || {
        let taken = loud;
        println!("moved {}", taken.0);
        println!("{}", taken.0 + 3);
    };
    take();

    let mut c = 1;
    let mut count = move || {
        c += 1;
        c
    };
    count();
    println!("{}", count());
}
