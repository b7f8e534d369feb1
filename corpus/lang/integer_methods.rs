//@ title: bits, powers and remainders
//@ from: std integer methods
// Euclidean division rounds so that the remainder is not negative; `/` and `%` round towards zero.
//@ expect: prints "-2 -1 -3 2\n3 5 0 8\n81 2 7\n18 129 4660\n"

fn main() {
    let a = -7i32;
    println!("{} {} {} {}", a / 3, a % 3, a.div_euclid(3), a.rem_euclid(3));
    println!("{} {} {} {}", 7u8.count_ones(), 7u8.leading_zeros(), 7u8.trailing_zeros(), 0u8.leading_zeros());
    println!("{} {} {}", 3i32.pow(4), 2.min(5), 7.max(-7));
    println!("{} {} {}", 9u8.rotate_left(1), 3u8.rotate_right(1), 0x3412u16.swap_bytes());
}
