//@ title: forwarding a store over a write to another element
//@ from: alias analysis folklore; derived
// Indices that differ give places that differ. With an unknown index the second write may hit the first
// element.
//@ expect base: prints "1\n9\n"
//@ check base => fold: unsound /prints "1\\n1/
//@ check apart => apart_fold: sound

fn f(i: usize) -> i32 {
    let mut a = [0, 0];
    a[0] = 1;
    #[cfg(any(base, fold))]
    {
        a[i] = 9;
    }
    #[cfg(any(apart, apart_fold))]
    {
        a[1] = 9 + i as i32;
    }
    #[cfg(any(base, apart))]
    return a[0];
    #[cfg(any(fold, apart_fold))]
    return { let _ = a; 1 };
}

fn main() {
    println!("{}", f(1));
    println!("{}", f(0));
}
