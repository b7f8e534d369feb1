//@ title: slices and their bounds checks
//@ from: Rust Reference, "Slice types", "Range expressions" in indexing
// A slice knows its length. Sub-slices share the memory of the whole.
//@ expect ok: prints "4 3 2\n2 9\n[1, 9, 3, 4]\n10\n"
//@ expect bad: panics /range end index 5 out of range for slice of length 4/

fn sum(s: &[i32]) -> i32 {
    let mut total = 0;
    for i in 0..s.len() {
        total += s[i];
    }
    total
}

fn main() {
    let mut a = [1, 2, 3, 4];
    let all: &[i32] = &a;
    #[cfg(ok)]
    let n = 4;
    #[cfg(bad)]
    let n = 5;
    println!("{} {} {}", all[..n].len(), all[1..].len(), all[1..3].len());
    let middle = &mut a[1..3];
    middle[0] = 9;
    println!("{} {}", middle.len(), middle[0]);
    println!("{:?}", a);
    a[1] = 2;
    println!("{}", sum(&a));
}
