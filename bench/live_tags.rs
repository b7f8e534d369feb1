// Ten thousand references to one variable are alive at once, and a hundred thousand reads go
// through them: what one more borrow costs where there are many.
fn main() {
    let x = 7u32;
    let mut refs = [&x; 10_000];
    let mut i = 0;
    while i < 10_000 {
        refs[i] = &x;
        i += 1;
    }
    let mut sum = x;
    let mut k = 0;
    i = 0;
    while i < 100_000 {
        sum = sum.wrapping_add(*refs[k]);
        k = (k + 7_919) % 10_000;
        i += 1;
    }
    println!("{}", sum);
}
