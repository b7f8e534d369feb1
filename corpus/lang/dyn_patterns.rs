//@ title: design patterns that use trait objects
//@ from: Rust Reference, "Trait objects"
// A state that replaces itself, a visitor, a pipeline of boxed closures, observers, generic traits.
//@ expect: prints "8 9 3 8\n3\n1\n8 8 9\n12\n7\n9\n1\n2\n0\n1\n6\n"

use std::cell::Cell;
use std::marker::PhantomData;
trait Tr {
    fn v(&self) -> i32;
    fn h(&self) -> i32 {
        helper(self)
    }
}
fn helper<T: Tr + ?Sized>(t: &T) -> i32 {
    t.v() * 2
}
impl Tr for i32 {
    fn v(&self) -> i32 {
        *self
    }
}
trait Tr2 {
    fn w(&self) -> i32;
}
impl Tr2 for dyn Tr {
    fn w(&self) -> i32 {
        self.v() + 5
    }
}
impl<'a> dyn Tr + 'a {
    fn inh(&self) -> i32 {
        self.v() - 1
    }
}
type B = Box<dyn Tr + Send + Sync + 'static>;
struct Ph {
    p: PhantomData<dyn Tr>,
    x: i32,
}
trait Get<T> {
    fn get(&self) -> T;
    fn set(&mut self, t: T);
}
struct Slot<T> {
    t: T,
}
impl<T: Copy> Get<T> for Slot<T> {
    fn get(&self) -> T {
        self.t
    }
    fn set(&mut self, t: T) {
        self.t = t
    }
}
fn fetch<T>(g: &dyn Get<T>) -> T {
    g.get()
}
fn put<T: Copy>(g: &mut dyn Get<T>, t: T) -> T {
    let o = g.get();
    g.set(t);
    o
}
struct Pipe<T, U> {
    f: Box<dyn Fn(T) -> U>,
}
impl<T: 'static, U: 'static> Pipe<T, U> {
    fn new(f: impl Fn(T) -> U + 'static) -> Self {
        Pipe { f: Box::new(f) }
    }
    fn then<V: 'static>(self, g: Pipe<U, V>) -> Pipe<T, V> {
        Pipe {
            f: Box::new(move |x| (g.f)((self.f)(x))),
        }
    }
    fn run(&self, t: T) -> U {
        (self.f)(t)
    }
}
trait Source {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
}
struct Rep<T>(T, u8);
impl<T: Clone> Source for Rep<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.1 == 0 {
            None
        } else {
            self.1 -= 1;
            Some(self.0.clone())
        }
    }
}
fn count<T>(s: &mut dyn Source<Item = T>) -> i32 {
    let mut n = 0;
    while let Some(_) = s.next() {
        n += 1;
    }
    n
}
fn boxed<T: Clone + 'static>(t: T, n: u8) -> Box<dyn Source<Item = T>> {
    Box::new(Rep(t, n))
}
struct Observer<'a> {
    subs: Vec<&'a dyn Fn(i32)>,
}
impl<'a> Observer<'a> {
    fn fire(&self, x: i32) {
        for s in &self.subs {
            s(x);
        }
    }
}
trait State {
    fn next(self: Box<Self>) -> Box<dyn State>;
    fn id(&self) -> i32;
}
struct A;
struct C(i32);
impl State for A {
    fn next(self: Box<Self>) -> Box<dyn State> {
        Box::new(C(1))
    }
    fn id(&self) -> i32 {
        0
    }
}
impl State for C {
    fn next(self: Box<Self>) -> Box<dyn State> {
        if self.0 < 2 {
            Box::new(C(self.0 + 1))
        } else {
            Box::new(A)
        }
    }
    fn id(&self) -> i32 {
        self.0
    }
}
trait Visitor {
    fn visit(&mut self, n: &Tree);
}
enum Tree {
    Leaf(i32),
    Two(Box<Tree>, Box<Tree>),
}
impl Tree {
    fn accept(&self, v: &mut dyn Visitor) {
        v.visit(self);
        if let Tree::Two(a, b) = self {
            a.accept(v);
            b.accept(v);
        }
    }
}
struct Sum(i32);
impl Visitor for Sum {
    fn visit(&mut self, n: &Tree) {
        if let Tree::Leaf(x) = n {
            self.0 += x;
        }
    }
}
fn main() {
    let d: &dyn Tr = &4;
    println!("{} {} {} {}", d.h(), d.w(), d.inh(), helper(d));
    let b: B = Box::new(3);
    println!("{}", b.v());
    let ph = Ph {
        p: PhantomData,
        x: 1,
    };
    println!("{}", ph.x);
    let mut s = Slot { t: 8u16 };
    println!("{} {} {}", fetch(&s), put(&mut s, 9), s.t);
    let p = Pipe::new(|x: i32| x + 1).then(Pipe::new(|x: i32| x as u8 * 2));
    println!("{}", p.run(5));
    println!("{}", count(&mut Rep('a', 3)) + count(&mut *boxed(1u8, 4)));
    let total = Cell::new(0);
    let f = |x| total.set(total.get() + x);
    let g = |x: i32| total.set(total.get() * x);
    let o = Observer { subs: vec![&f, &g] };
    o.fire(3);
    println!("{}", total.get());
    let mut st: Box<dyn State> = Box::new(A);
    for _ in 0..4 {
        st = st.next();
        println!("{}", st.id());
    }
    let t = Tree::Two(
        Box::new(Tree::Leaf(1)),
        Box::new(Tree::Two(Box::new(Tree::Leaf(2)), Box::new(Tree::Leaf(3)))),
    );
    let mut sum = Sum(0);
    t.accept(&mut sum);
    println!("{}", sum.0);
}
