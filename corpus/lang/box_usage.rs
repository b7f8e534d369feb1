//@ title: boxes: allocate, dereference, move out, drop
//@ from: std::boxed
// `*b` is a place like any other: it can be read, assigned and moved out of. The memory goes with the box.
//@ expect: prints "6\ndrop 1\nmoved 2\ndrop 2\nlist 6\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum List {
    Cons(i32, Box<List>),
    Nil,
}

fn sum(l: &List) -> i32 {
    match l {
        List::Cons(n, rest) => n + sum(rest),
        List::Nil => 0,
    }
}

fn main() {
    let mut b = Box::new(5);
    *b += 1;
    println!("{}", b);
    drop(Box::new(D(1)));
    let inner = *Box::new(D(2));
    println!("moved {}", inner.0);
    drop(inner);
    let l = List::Cons(1, Box::new(List::Cons(2, Box::new(List::Cons(3, Box::new(List::Nil))))));
    println!("list {}", sum(&l));
}
