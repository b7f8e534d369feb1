//@ title: what a body does with its captures decides between Fn, FnMut and FnOnce
//@ from: Rust Reference, "Call traits and coercions" of closure types
// Reading makes an Fn, changing an FnMut, moving out an FnOnce. A closure of a lower kind may be used for a higher one;
// the other way round is an error.
//@ expect: prints "3\n2\n5\n3\n3\n"
//@ expect mutates: errors /only implements `FnMut`/
//@ expect consumes: errors /only implements `FnOnce`/
//@ expect given: errors /cannot assign to `n`/
//@ expect moves: errors /cannot move out of `b`/

fn by_fn<F: Fn() -> i32>(f: F) -> i32 {
    f()
}
fn by_mut<F: FnMut() -> i32>(mut f: F) -> i32 {
    f();
    f()
}
fn by_once<F: FnOnce() -> i32>(f: F) -> i32 {
    f()
}

fn main() {
    let mut n = 0;
    let b = Box::new(5);
    let three = 3;
    println!("{}", by_fn(|| three));
    println!("{}", by_mut(|| {
        n += 1;
        n
    }));
    #[cfg(given)]
    by_fn(|| {
        n += 1;
        n
    });
    #[cfg(moves)]
    by_mut(|| {
        let c = b;
        *c
    });
    #[cfg(mutates)]
    {
        let count = || {
            n += 1;
            n
        };
        by_fn(count);
    }
    let take = || {
        let c = b;
        *c
    };
    #[cfg(consumes)]
    by_mut(take);
    #[cfg(not(consumes))]
    println!("{}", by_once(take));
    let read = || three;
    println!("{}", by_mut(read));
    println!("{}", by_once(read));
}
