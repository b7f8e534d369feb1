//@ title: arrays of any length through const generics
//@ from: Rust Reference, "Const generics"
// The length is part of the type and a value in the function.
//@ expect: prints "6 3\n[9, 9]\n"

fn sum<const N: usize>(a: [i32; N]) -> (i32, usize) {
    let mut total = 0;
    let mut i = 0;
    while i < N {
        total += a[i];
        i += 1;
    }
    (total, N)
}

fn fill<const N: usize>(v: u8) -> [u8; N] {
    [v; N]
}

fn main() {
    let (total, n) = sum([1, 2, 3]);
    println!("{} {}", total, n);
    println!("{:?}", fill::<2>(9));
}
