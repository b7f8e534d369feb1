//@ title: generic functions and types without bounds
//@ from: Rust Reference, "Generic parameters"
// Without bounds a type parameter can be moved, stored and measured, which is all that raw memory code needs.
//@ expect: prints "3 x\n8 1\n5 (7, 'y')\n"

struct Pair<A, B> {
    a: A,
    b: B,
}

fn swap<A, B>(p: Pair<A, B>) -> Pair<B, A> {
    Pair { a: p.b, b: p.a }
}

fn size<T>() -> usize {
    std::mem::size_of::<T>()
}

unsafe fn take<T>(p: *const T) -> T {
    p.read()
}

fn main() {
    let p = swap(Pair { a: 'x', b: 3 });
    println!("{} {}", p.a, p.b);
    println!("{} {}", size::<u64>(), size::<bool>());
    let n = 5;
    let t = (7, 'y');
    unsafe { println!("{} {:?}", take(&n), take::<(i32, char)>(&t)) };
}
