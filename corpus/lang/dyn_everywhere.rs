//@ title: trait objects wherever a value may be: statics, lists, options, generics
//@ from: Rust Reference, "Trait objects"
// Impls for Box<T> and &T make a pointer to a trait object a value with the trait, too.
//@ expect: prints "2 77 18\n105 6\n107\n1016\n1018\n5\n3\n3\n45\n5\n120\n177 101\n177 150\ntrue 150\n16 16\n556\nfalse true\n104\n103\n103\n1\n177\n"

trait Tr {
    fn v(&self) -> i32;
    fn twice<F: Fn(i32) -> i32>(self, f: F) -> i32
    where
        Self: Sized,
    {
        f(f(self.v()))
    }
    unsafe fn u(&self) -> i32 {
        3
    }
}
impl Tr for i32 {
    fn v(&self) -> i32 {
        *self
    }
}
impl<T: Tr + ?Sized> Tr for Box<T> {
    fn v(&self) -> i32 {
        (**self).v() + 100
    }
}
impl<'a, T: Tr + ?Sized> Tr for &'a T {
    fn v(&self) -> i32 {
        (**self).v() + 1000
    }
}
static S: &(dyn Fn(i32) -> i32 + Sync) = &|x| x + 1;
struct Z;
impl Tr for Z {
    fn v(&self) -> i32 {
        77
    }
}
const C: &dyn Tr = &Z;
static TABLE: [&(dyn Fn(i32) -> i32 + Sync); 2] = [&|x| x * 2, &dbl];
fn dbl(x: i32) -> i32 {
    x * 4
}
fn boxit<T: Tr + 'static>(t: T) -> Box<dyn Tr> {
    Box::new(t)
}
fn refit<'a, T: Tr>(t: &'a T) -> &'a dyn Tr {
    t
}
fn dynamic(t: &dyn Tr) -> i32 {
    t.v()
}
fn generic<T: Tr + ?Sized>(t: &T) -> i32 {
    dynamic(&t) + t.v()
}
struct List {
    head: i32,
    next: Option<Box<dyn Node>>,
}
trait Node {
    fn sum(&self) -> i32;
}
impl Node for List {
    fn sum(&self) -> i32 {
        self.head
            + match &self.next {
                Some(n) => n.sum(),
                None => 0,
            }
    }
}
struct W<F: Fn(i32) -> i32> {
    f: F,
    g: Box<dyn Fn(&i32) -> i32>,
}
impl<F: Fn(i32) -> i32> W<F> {
    fn go(&self, x: i32) -> i32 {
        (self.f)(x) + (self.g)(&x)
    }
}
fn longest(f: &dyn for<'a> Fn(&'a [i32]) -> &'a i32, s: &[i32]) -> i32 {
    *f(s)
}
fn fact(f: &dyn Fn(&dyn Fn(i32) -> i32, i32) -> i32, n: i32) -> i32 {
    f(&|k| fact(f, k), n)
}
fn main() {
    println!("{} {} {}", S(1), C.v(), TABLE[0](3) + TABLE[1](3));
    println!("{} {}", boxit(5).v(), refit(&6).v());
    println!("{}", dynamic(&boxit(7)));
    println!("{}", generic(&8));
    let d: &dyn Tr = &9;
    println!("{}", generic(d));
    println!("{}", 3.twice(|x| x + 1));
    println!("{}", unsafe { d.u() });
    let l = List {
        head: 1,
        next: Some(Box::new(List {
            head: 2,
            next: None,
        })),
    };
    println!("{}", l.sum());
    let w = W {
        f: |x| x + 1,
        g: Box::new(|x| *x * 10),
    };
    println!("{}", w.go(4));
    println!("{}", longest(&|s| &s[1], &[4, 5, 6]));
    println!(
        "{}",
        fact(&|me, n| if n == 0 { 1 } else { n * me(n - 1) }, 5)
    );
    let mut a: Box<dyn Tr> = Box::new(1);
    let mut b: Box<dyn Tr> = Box::new(Z);
    std::mem::swap(&mut a, &mut b);
    println!("{} {}", a.v(), b.v());
    let old = std::mem::replace(&mut a, Box::new(50));
    println!("{} {}", old.v(), a.v());
    let mut o: Option<Box<dyn Tr>> = Some(a);
    let t = o.take();
    println!("{} {}", o.is_none(), t.unwrap().v());
    println!(
        "{} {}",
        std::mem::size_of::<&dyn Tr>(),
        std::mem::size_of::<Option<Box<dyn Tr>>>()
    );
    let v: Vec<Box<dyn Tr>> = vec![Box::new(1), Box::new(Z)];
    let mut s = 0;
    for x in &v {
        s += x.v();
    }
    for x in v {
        s += x.v();
    }
    println!("{}", s);
    let x = 5;
    let p: *const dyn Tr = &x;
    println!(
        "{} {}",
        p.is_null(),
        std::ptr::eq(p as *const u8, &x as *const i32 as *const u8)
    );
    let mut md = std::mem::ManuallyDrop::new(boxit(4));
    println!("{}", md.v());
    unsafe {
        std::mem::ManuallyDrop::drop(&mut md);
    }
    let r: Result<Box<dyn Tr>, i32> = Ok(Box::new(3));
    if let Ok(b) = r {
        println!("{}", b.v());
    }
    let pair: (&dyn Tr, Box<dyn Tr>) = (&1, Box::new(2));
    println!("{}", pair.0.v() + pair.1.v());
    let f: &dyn Tr = if x > 3 { &1 } else { &Z };
    println!("{}", f.v());
    let g: Box<dyn Tr> = match x {
        5 => Box::new(Z),
        _ => Box::new(1),
    };
    println!("{}", g.v());
}
