//@ title: `for` over ranges, up to and including the largest value
//@ from: Rust Reference, "Range expressions"; std::ops::RangeInclusive
// `0..=255u8` runs 256 times and ends, though the counter cannot count further. Empty and reversed ranges run
// zero times.
//@ expect: prints "256 255\n0 0\n-2 -1 0 1 \n127 -128\n"

fn main() {
    let mut n = 0;
    let mut last = 0;
    for i in 0..=u8::MAX {
        n += 1;
        last = i;
    }
    println!("{} {}", n, last);
    let (mut empty, mut reversed) = (0, 0);
    for _ in 3..3 {
        empty += 1;
    }
    for _ in 5..=2 {
        reversed += 1;
    }
    println!("{} {}", empty, reversed);
    for i in -2..2 {
        print!("{} ", i);
    }
    println!();
    let mut ends = (0, 0);
    for i in i8::MIN..=i8::MAX {
        if i == i8::MIN {
            ends.1 = i;
        }
        ends.0 = i;
    }
    println!("{} {}", ends.0, ends.1);
}
