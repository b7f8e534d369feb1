//@ title: slices and arrays compare with each other, through a reference or without
//@ from: std, impl PartialEq<[U; N]> for [T], for &[T] and for &mut [T]
// There is no `&` too few in `slice == [1, 2]`: the library compares a reference to a slice with an array.
//@ expect: prints "true true true true\ntrue true\ntrue true\n"

fn main() {
    let a = [1, 2, 3];
    let s = &a[..];
    let m = &mut [1, 2][..];
    println!("{} {} {} {}", s == [1, 2, 3], [1, 2, 3] == s, s != [1, 2, 4], m == [1, 2]);
    println!("{} {}", s == &[1, 2, 3], &a == &[1, 2, 3]);
    println!("{} {}", a[..2] == [1, 2], [1, 2] == a[..2]);
    assert_eq!(&a[1..], [2, 3]);
}
